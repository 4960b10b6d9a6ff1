-- What is known of a run from outside: its last sign of life, and whether a process is at work on it.

alter table run add column heartbeat_at timestamptz;
comment on column run.heartbeat_at is 'written every few seconds by the process at work; who holds the lock of run_at_work is alive';

-- The run that a living process works on. The process holds an advisory lock with the program's token for as
-- long as it lives, so this is known the moment it is gone (space 0x7e00, as in ProgramLock).
create view run_at_work as
select p.active_run as run_no, p.lock_token
from program p
where p.active_run is not null
      and exists (select from pg_locks l
                  where l.locktype = 'advisory' and l.granted and l.objsubid = 2 and l.classid = 32256
                        and l.objid::bigint = p.lock_token
                        and l.database = (select oid from pg_database where datname = current_database()));
grant select on run_at_work to tieout_app;

-- How far the reading of a file is, for those who wait for it. Reading ahead makes it a little more than what is
-- in the tables.
alter table input_file add column bytes_read bigint not null default 0;
