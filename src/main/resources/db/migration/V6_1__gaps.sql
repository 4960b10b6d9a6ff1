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
