-- Indexes that a first load is faster without: each is built when its rows are there. A database of which a run has
-- posted keeps them, and so does a table with rows.

do $$
begin
    if exists (select from run where posted_at is not null) then
        return;
    end if;
    if not exists (select from request_outcome) then
        drop index request_outcome_by_customer;
    end if;
    if not exists (select from connection) then
        drop index connection_by_customer;
    end if;
    if not exists (select from ledger_entry) then
        drop index ledger_entry_by_customer;
    end if;
end $$;

create or replace function ensure_decision_indexes() returns void language plpgsql security definer set search_path = tieout, pg_temp as $$
begin
    create index if not exists decision_by_customer on decision (customer_no);
    create index if not exists request_outcome_by_customer on request_outcome (customer_no);
    create index if not exists connection_by_customer on connection (customer_no);
end $$;

-- For the first posting, in its transaction.
create function ensure_entry_index() returns void language plpgsql security definer set search_path = tieout, pg_temp as $$
begin
    create index if not exists ledger_entry_by_customer on ledger_entry (customer_no);
end $$;

revoke all on function ensure_entry_index() from public;
grant execute on function ensure_entry_index() to tieout_app;
