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

-- What a request names must be there: looked up for all requests of a chunk at once, where a foreign key looks each up
-- by itself. It stays there, for the application deletes neither affiliates, nor files, nor commands.
alter table connection_request
    drop constraint connection_request_affiliate_no_fkey,
    drop constraint connection_request_file_no_fkey,
    drop constraint connection_request_operation_no_fkey;
create function refuse_dangling_requests() returns trigger language plpgsql security definer set search_path = tieout, pg_temp as $$
begin
    if exists (select from added a
               where not exists (select from affiliate f where f.affiliate_no = a.affiliate_no)
                     or a.file_no is not null and not exists (select from input_file f where f.file_no = a.file_no)
                     or a.operation_no is not null
                        and not exists (select from operation o where o.operation_no = a.operation_no)) then
        raise exception 'a request names an affiliate, a file or an operation that is not there'
            using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;
create trigger connection_request_names_what_is_there after insert on connection_request
    referencing new table as added for each statement execute function refuse_dangling_requests();
revoke delete on affiliate, input_file from tieout_app;

-- Who is due, for whoever asks. Until a run has posted that is everyone with an order, and nobody is told so one by one.
create view due as
select customer_no, cause from due_customer
union all
select customer_no, 0::smallint from order_revision
where superseded_by is null
      and file_no not in (select file_no from input_file where state not in ('complete', 'posted'))
      and not exists (select from run where posted_at is not null);
grant select on due to tieout_app;
