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

-- What a run found lacking: days without orders, days with few of them, stores without a new file.
create table run_gap (
    run_no int     not null references run,
    store  text    not null,
    kind   text    not null check (kind in ('NO_FILE', 'NO_ORDERS', 'FEW_ORDERS')),
    day    date    check ((day is null) = (kind = 'NO_FILE')),
    orders int     not null,
    usual  numeric
);
comment on column run_gap.usual is 'the median of the same weekday before it; null where too few of them have orders';
create index run_gap_by_run on run_gap (run_no);

grant select, insert, delete on run_gap to tieout_app;

-- Finds the orders of a day among millions. Orders come roughly in the order of their time, so a block range index
-- does, which is small and costs a load next to nothing; it is built after a first load, when gaps are first looked
-- for, and then told of what has come since.
create function ensure_gap_index() returns void language plpgsql security definer set search_path = tieout, pg_temp as $$
begin
    create index if not exists order_revision_by_time on order_revision using brin (placed_at) with (pages_per_range = 32);
    perform pg_catalog.brin_summarize_new_values('order_revision_by_time'::regclass);
end $$;
revoke all on function ensure_gap_index() from public;
grant execute on function ensure_gap_index() to tieout_app;
