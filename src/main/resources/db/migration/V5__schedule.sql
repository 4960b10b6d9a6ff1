-- What serving processes share: the jobs they start by a schedule, when those fired, and who serves.

-- A process that serves. While it lives, a session of it holds an advisory lock of this number: PostgreSQL drops
-- that the moment the process is gone, so a dead one is known at once. seen_at is for people.
create table serve_process (
    process_no int generated always as identity primary key,
    name       text        not null,
    started_at timestamptz not null,
    seen_at    timestamptz not null,
    ended_at   timestamptz
);
comment on column serve_process.name is 'user@host, process id';

-- A job with a schedule, as it was last taken up: these texts are what a firing runs, whatever the file says now.
create table scheduled_job (
    job_name      text        not null primary key,
    job_path      text        not null,
    job_text      text        not null,
    program_text  text        not null,
    taken_up_at   timestamptz not null,
    problem       text,
    problem_since timestamptz,
    check ((problem is null) = (problem_since is null))
);
comment on column scheduled_job.problem is 'what is wrong with the file now, one line each; the texts above go on';

-- A scheduled time of a job, claimed by exactly one process. Without an outcome it is at work, or its process is gone
-- and another one finishes it.
create table firing (
    job_name     text        not null,
    scheduled_at timestamptz not null,
    fired_at     timestamptz not null,
    process_no   int         not null references serve_process,
    run_no       int         references run,
    outcome      text        check (outcome in ('COMPLETED', 'POSTED', 'STOPPED', 'FAILED', 'SUPERSEDED', 'ABANDONED', 'REFUSED')),
    detail       text,
    ended_at     timestamptz,
    primary key (job_name, scheduled_at),
    check ((outcome is null) = (ended_at is null))
);
create index firing_without_outcome on firing (process_no) where outcome is null;
create index firing_by_run on firing (run_no) where run_no is not null;
comment on column firing.scheduled_at is 'when it was to fire; of missed times that are made good at once, when that was';
comment on column firing.outcome is 'the state its run came to, or REFUSED: no run was registered, detail says why';

-- Runs that a serving process stopped because it was told to end itself: the next one that serves resumes them. A run
-- that an operator stops is not here.
create table interrupted_run (
    run_no     int         not null primary key references run,
    stopped_at timestamptz not null
);

grant select, insert, update, delete on serve_process, scheduled_job, firing, interrupted_run to tieout_app;
grant usage, select on all sequences in schema tieout to tieout_app;
