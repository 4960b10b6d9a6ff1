-- What an operator had to hear of, and whether somebody was told. Each is recorded, and told, once.
create table alert (
    alert_no      int generated always as identity primary key,
    event         text        not null check (event in ('failed', 'late', 'missing')),
    job_name      text        not null,
    run_no        int         references run,
    day           date        check ((event = 'late') = (day is not null)),
    business_date date,
    raised_at     timestamptz not null,
    sentence      text        not null,
    told_at       timestamptz,
    not_told      text
);
comment on column alert.day is 'the day on which a late job was due, in the program''s zone';
comment on column alert.raised_at is 'when the run ended, where it is about a run: one that is resumed may end more than once';
comment on column alert.not_told is 'why nobody was told; null while the command is at work';
create unique index alert_of_run on alert (run_no, event, raised_at) where run_no is not null;
create unique index alert_of_day on alert (job_name, day) where event = 'late';

grant select, insert on alert to tieout_app;
grant update (told_at, not_told) on alert to tieout_app;
grant usage, select on all sequences in schema tieout to tieout_app;
