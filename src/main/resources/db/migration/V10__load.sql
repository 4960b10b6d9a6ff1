-- Indexes of orders for loads of millions: fewer, smaller, and each built when it is first needed.

-- Rows of a file lie side by side and their numbers ascend with them, so a block range index finds them, at a
-- hundredth of the size and of the time to build.
drop index if exists order_revision_by_file;

-- By the shop's id: settling a first load looks for orders that stand in two places, and an index is built in less
-- time than two million ids are grouped without one.
create function ensure_order_id_index() returns void language plpgsql security definer set search_path = tieout, pg_temp as $$
begin
    create index if not exists order_revision_by_id on order_revision (order_id, store_no);
end $$;
revoke all on function ensure_order_id_index() from public;
grant execute on function ensure_order_id_index() to tieout_app;

create or replace function ensure_order_indexes() returns void language plpgsql security definer set search_path = tieout, pg_temp as $$
begin
    create index if not exists order_revision_by_id on order_revision (order_id, store_no);
    create index if not exists order_revision_by_customer on order_revision (customer_no) where superseded_by is null;
    create index if not exists order_revision_by_number on order_revision using brin (revision_no, file_no) with (pages_per_range = 32);
    perform pg_catalog.brin_summarize_new_values('order_revision_by_number'::regclass);
end $$;
