-- What keeps a night's cost with the night's data instead of with all that has ever been posted.

-- What a run decided, counted once when it was proved: its own report and those of the runs after it read it here.
create table decision_total (
    run_no      int      not null references run,
    reason      smallint not null,
    currency    text     not null,
    orders      bigint   not null,
    order_total numeric  not null,
    base        numeric,
    commission  numeric,
    primary key (run_no, reason, currency)
);

-- What the ledger held for the judged orders before the run posted.
create table net_before (
    run_no   int     not null references run,
    currency text    not null,
    amount   numeric not null,
    primary key (run_no, currency)
);
grant select, insert, delete on decision_total, net_before to tieout_app;

-- Finds a later run's own rows behind millions of earlier ones. Runs write one after the other, so a block range index
-- does; it is built after the first run, which needs none, and then told of what has come since.
create function ensure_run_indexes() returns void language plpgsql security definer set search_path = tieout, pg_temp as $$
begin
    create index if not exists decision_by_run on decision using brin (run_no) with (pages_per_range = 32);
    create index if not exists ledger_entry_by_run on ledger_entry using brin (run_no) with (pages_per_range = 32);
    perform pg_catalog.brin_summarize_new_values('decision_by_run'::regclass);
    perform pg_catalog.brin_summarize_new_values('ledger_entry_by_run'::regclass);
end $$;

-- Statistics are taken anew of tables that have grown by a tenth since: of millions of rows they are none the wiser
-- for the twenty thousand of a night. Only how many customers a run judges has to be known each time.
alter table scope alter column run_no set statistics 20, alter column due_no set statistics 20,
                  alter column customer_no set statistics 20, alter column cause set statistics 20;
create function refresh_statistics() returns void language plpgsql security definer set search_path = tieout, pg_temp as $$
declare
    grown record;
begin
    for grown in
        select t.name, t.columns
        from (values ('order_revision', '(customer_no, placed_at, file_no, store_no, superseded_by, order_id)'),
                     ('decision', '(customer_no, run_no, superseded_by)'),
                     ('customer', '(customer_no, hash)'),
                     ('connection_request', ''), ('request_outcome', ''), ('connection', ''), ('existing_customer', ''),
                     ('due_customer', ''), ('scope', ''), ('ledger_entry', '')) t (name, columns)
        join pg_catalog.pg_class c on c.oid = t.name::regclass
        where t.name = 'scope'
              -- The number of rows tells nothing: building an index counts them too.
              or not exists (select from pg_catalog.pg_stats s where s.schemaname = 'tieout' and s.tablename = t.name)
              or pg_catalog.pg_relation_size(c.oid) > 1.1 * c.relpages * current_setting('block_size')::bigint
    loop
        execute 'analyze ' || grown.name || ' ' || grown.columns;
    end loop;
end $$;
revoke all on function ensure_run_indexes(), refresh_statistics() from public;
grant execute on function ensure_run_indexes(), refresh_statistics() to tieout_app;

drop function analyze_tables();

-- What an entry names must be there: looked up for all entries of a posting at once. A foreign key looks each up by
-- itself, which takes a first posting of 255,000 entries longer than all else in it.
alter table ledger_entry
    drop constraint ledger_entry_run_no_fkey,
    drop constraint ledger_entry_affiliate_no_fkey,
    drop constraint ledger_entry_file_no_fkey,
    drop constraint ledger_entry_corrects_fkey,
    drop constraint ledger_entry_operation_no_fkey;
create function refuse_dangling_entries() returns trigger language plpgsql security definer set search_path = tieout, pg_temp as $$
begin
    if exists (select from added a
               where a.run_no not in (select run_no from run)
                     or a.affiliate_no not in (select affiliate_no from affiliate)
                     or a.file_no not in (select file_no from input_file)
                     or a.corrects is not null and not exists (select from ledger_entry e where e.entry_no = a.corrects)
                     or a.operation_no is not null and not exists (select from operation o where o.operation_no = a.operation_no)) then
        raise exception 'an entry names a run, an affiliate, a file, an operation or an entry that is not there'
            using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;
create trigger ledger_entry_names_what_is_there after insert on ledger_entry
    referencing new table as added for each statement execute function refuse_dangling_entries();

-- And must stay there; its number cannot change.
create function refuse_unposting() returns trigger language plpgsql security definer set search_path = tieout, pg_temp as $$
declare
    named bigint := (to_jsonb(old) ->> tg_argv[0])::bigint;
    is_named boolean;
begin
    execute format('select exists (select from ledger_entry where %I = $1)', tg_argv[0]) into is_named using named;
    if is_named then
        raise exception 'the ledger rests on it: deleting % of % is refused', named, tg_table_name
            using errcode = 'foreign_key_violation';
    end if;
    return old;
end $$;
create trigger run_stays before delete on run for each row execute function refuse_unposting('run_no');
create trigger affiliate_stays before delete on affiliate for each row execute function refuse_unposting('affiliate_no');
create trigger input_file_stays before delete on input_file for each row execute function refuse_unposting('file_no');
create trigger operation_stays before delete on operation for each row execute function refuse_unposting('operation_no');
