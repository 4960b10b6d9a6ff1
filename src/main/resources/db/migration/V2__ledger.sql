-- What Tieout keeps. Facts (files, revisions, requests, affiliates' rows) are kept as they came; results
-- (decisions, outcomes, connections, proposals) are written by runs and count once their run is posted; the
-- ledger only grows. Wide tables put fixed-width columns first: each column costs time in every load.

-- ---------------------------------------------------------------- program, runs, operations

-- The whole program as it stood at some time, in canonical form (rules.md 1).
create table edition (
    edition_no     int generated always as identity primary key,
    hash           text        not null unique,
    canonical_text text        not null,
    source_text    text        not null,
    recorded_at    timestamptz not null,
    recorded_by    text        not null
);

-- One execution of a job, with everything it was registered with: a restart uses this and nothing else.
create table run (
    run_no           int generated always as identity primary key,
    kind             text        not null check (kind in ('run', 'rerun', 'plan', 'apply')),
    job_name         text        not null,
    job_path         text        not null,
    job_text         text        not null,
    program_text     text        not null,
    edition_no       int         not null references edition,
    business_date    date        not null,
    covers_from      date,
    range_from       date,
    range_to         date,
    chunk_size       int         not null,
    partitions       int         not null,
    restate          boolean     not null default false,
    reason           text,
    state            text        not null check (state in ('RUNNING', 'POSTED', 'COMPLETED', 'STOPPED', 'FAILED', 'SUPERSEDED', 'ABANDONED')),
    step             text,
    error            text,
    stop_requested   boolean     not null default false,
    lock_token       bigint      not null,
    saw_posted_run   int,
    started_at       timestamptz not null,
    ended_at         timestamptz,
    posted_at        timestamptz,
    reports          text,
    operator         text        not null,
    operator_as      text,
    tieout_version   text        not null
);

-- The one program of this database, and the lock that lets one run at a time be active.
create table program (
    only_row         boolean primary key default true check (only_row),
    name             text   not null,
    zone             text   not null,
    currency         text   not null,
    address_key      bytea  not null,
    accepted_edition int    references edition,
    last_posted_run  int    references run,
    active_run       int    references run,
    lock_token       bigint not null default 0,
    heartbeat_at     timestamptz
);

-- Every command that changes something (who, when, what, why).
create table operation (
    operation_no int generated always as identity primary key,
    at           timestamptz not null,
    operator     text        not null,
    operator_as  text,
    verb         text        not null,
    detail       text        not null,
    reason       text,
    run_no       int references run
);

-- ---------------------------------------------------------------- input

create table store (
    store_no        smallint generated always as identity primary key,
    code            text not null unique,
    format          text not null,
    order_id_column text not null
);

-- One file as one run found it.
create table input_file (
    file_no      int generated always as identity primary key,
    run_no       int         not null references run,
    position     int         not null,
    kind         text        not null check (kind in ('affiliates', 'existing-customers', 'connections', 'orders')),
    store_no     smallint    references store,
    name         text        not null,
    path         text        not null,
    sha256       text        not null,
    reading      text        not null,
    bytes        bigint      not null,
    modified_at  timestamptz not null default '-infinity',
    dated        timestamptz not null,
    state        text        not null check (state in ('registered', 'reading', 'complete', 'failed', 'posted', 'duplicate', 'empty', 'left_out')),
    read_to_end  boolean     not null default false,
    records      bigint      not null default 0,
    accepted     bigint      not null default 0,
    unchanged    bigint      not null default 0,
    rejected     bigint      not null default 0,
    blank_lines  bigint      not null default 0,
    last_line    bigint      not null default 0,
    detail       text,
    posted_by    int         references run
);
create index input_file_by_hash on input_file (sha256);
create index input_file_by_run on input_file (run_no);

-- Records that cannot be used, with their raw text. order_key is the order whose id stands in the record.
create table reject (
    file_no   int    not null references input_file,
    line      bigint not null,
    reason    text   not null,
    detail    text   not null,
    record    text   not null,
    order_key text
);
create index reject_by_file on reject (file_no, line);

-- Things a person should look at that reject nothing (TOTALS_MISMATCH, REVISION_REGRESSES, ...).
create table notice (
    file_no  int    not null references input_file,
    line     bigint not null,
    kind     text   not null,
    order_no bigint,
    detail   text   not null
);
create index notice_by_file on notice (file_no, line);

-- The only place with a customer's address and name. A text that is no address stands here too.
create sequence customer_numbers increment by 5000;
create table customer (
    customer_no  bigint  not null primary key,
    hash         uuid    not null,
    usable       boolean not null,
    address      text,
    as_written   text,
    name         text,
    forgotten_at timestamptz
);
create unique index customer_by_hash on customer (hash);

-- Whoever is named as an affiliate, imported or not (rules.md 4.1: a request may wait for its affiliate).
create table affiliate (
    affiliate_no int generated always as identity primary key,
    hash         uuid    not null unique,
    address      text    not null,
    usable       boolean not null
);

-- The lines of affiliate files as they were read; a null cell stands for a column the file does not have.
create table affiliate_line (
    file_no        int    not null references input_file,
    line           bigint not null,
    affiliate_no   int    not null references affiliate,
    name           text,
    ref_code       text,
    coupon         text,
    group_name     text,
    status         text,
    effective_from timestamptz,
    primary key (file_no, line)
);

-- What holds for an affiliate from an instant on, as whole rows; of several of one instant the last imported counts.
create table affiliate_row (
    affiliate_no   int         not null references affiliate,
    effective_from timestamptz not null,
    status         text        not null,
    group_name     text        not null,
    ref_code       text        not null,
    coupon         text        not null,
    name           text        not null,
    run_no         int         not null references run,
    file_no        int         not null references input_file,
    line           bigint      not null,
    primary key (affiliate_no, effective_from, file_no, line)
);

create table existing_customer (
    customer_no bigint      not null,
    since       timestamptz not null,
    file_no     int         not null references input_file,
    line        bigint      not null
);
create index existing_customer_by_customer on existing_customer (customer_no);
create index existing_customer_by_file on existing_customer (file_no);

-- Requests to connect or disconnect, kept as they came. request_no ascends with import sequence and line: it is the
-- file's number (for an operator's command one of the same sequence) times 2^32 plus the line.
create table connection_request (
    request_no   bigint      not null primary key,
    customer_no  bigint      not null,
    affiliate_no int         not null references affiliate,
    action       smallint    not null,
    at           timestamptz not null,
    dated        boolean     not null,
    standing     smallint    not null,
    file_no      int         references input_file,
    line         bigint,
    operation_no int         references operation
);
comment on column connection_request.standing is '0 an event, 1 repeated, 2 no event: an address is none';
create index connection_request_by_customer on connection_request (customer_no);
create index connection_request_by_affiliate on connection_request (affiliate_no);

-- ---------------------------------------------------------------- orders

create sequence order_numbers increment by 5000;

-- Each differing import of an order. The one with superseded_by null, of a complete file, is the one that counts.
create table order_revision (
    revision_no     bigint      not null,
    order_no        bigint      not null,
    customer_no     bigint      not null,
    placed_at       timestamptz not null,
    revised_at      timestamptz not null,
    subtotal        bigint      not null,
    discount        bigint      not null,
    shipping        bigint      not null,
    tax             bigint      not null,
    duties          bigint      not null,
    tip             bigint      not null,
    total           bigint      not null,
    refunded        bigint      not null,
    content_hash    uuid        not null,
    file_no         int         not null,
    line            int         not null,
    records         int         not null,
    store_no        smallint    not null,
    status          smallint    not null,
    tax_treatment   smallint    not null,
    totals_mismatch boolean     not null,
    currency        text        not null,
    order_id        text        not null,
    order_number    text,
    coupons         text,
    ref_code        text,
    lines           jsonb,
    own_customer_no bigint,
    superseded_by   bigint
);
comment on column order_revision.customer_no is 'who the order belongs to; the negative order number where it has no address';
comment on column order_revision.own_customer_no is 'who this revision itself names, where that is another; the negative order number for nobody';

-- Orders that have moved from one customer to another: their former decisions and entries stand under the former one.
create table order_move (
    order_no         bigint not null,
    from_customer_no bigint not null,
    to_customer_no   bigint not null,
    primary key (order_no, from_customer_no),
    check (from_customer_no <> to_customer_no)
);
create index order_move_by_target on order_move (to_customer_no);

-- ---------------------------------------------------------------- what is to be judged

-- A customer whose answer may have changed, with the cause; written in the transaction that causes it.
create table due_customer (
    due_no      bigint generated always as identity,
    customer_no bigint   not null,
    cause       smallint not null,
    run_no      int
);
create index due_customer_by_number on due_customer (due_no);

-- The due rows that a run has captured; posting deletes exactly these from due_customer.
create table scope (
    run_no      int    not null,
    due_no      bigint,
    customer_no bigint not null
);
create index scope_by_run on scope (run_no, customer_no);

-- ---------------------------------------------------------------- results

-- A version of a program in an edition, with the version of the calculation that read it.
create table rules (
    rules_no       int generated always as identity primary key,
    edition_no     int  not null references edition,
    effective_from date,
    content        text not null,
    calculation    int  not null
);
create unique index rules_once on rules (edition_no, calculation, coalesce(effective_from, '-infinity'));

-- What the small numbers stand for, for whoever reads these tables without Tieout; a test holds them to the code.
create table reason_code (code smallint primary key, name text not null unique);
insert into reason_code (code, name) values
    (0, 'MISSING_EMAIL'), (1, 'INVALID_EMAIL'), (2, 'SHARED_ADDRESS'), (3, 'ORDER_REFUNDED'), (4, 'ORDER_CANCELLED'),
    (5, 'ORDER_FAILED'), (6, 'ORDER_NOT_PAID'), (7, 'PROGRAM_NOT_STARTED'), (8, 'CONNECT_DISABLED'), (9, 'DISCONNECTED'),
    (10, 'CONNECTION_EXPIRED'), (11, 'ORDER_LIMIT_REACHED'), (12, 'AFFILIATE_INACTIVE'), (13, 'BEFORE_CONNECTION'),
    (14, 'NO_CONNECTION'), (15, 'SELF_PURCHASE'), (16, 'CUSTOMER_IS_AFFILIATE'), (17, 'NOT_NEW_CUSTOMER'),
    (18, 'RATE_CURRENCY_MISMATCH'), (19, 'ZERO_COMMISSION'), (20, 'BEFORE_LEDGER'), (21, 'CREDITED');
create table outcome_code (code smallint primary key, name text not null unique);
insert into outcome_code (code, name) values
    (0, 'INVALID_EMAIL'), (1, 'REPEATED'), (2, 'UNKNOWN_AFFILIATE'), (3, 'SELF_CONNECTION'), (4, 'DUPLICATE'),
    (5, 'CONFLICT_EXISTING'), (6, 'ALREADY_ENDED'), (7, 'REPLACED_EXISTING'), (8, 'RECONNECTED'), (9, 'CONNECTED'),
    (10, 'DISCONNECTED'), (11, 'NOTHING_TO_DISCONNECT');
create table entry_type_code (code smallint primary key, name text not null unique);
insert into entry_type_code (code, name) values (0, 'ACCRUAL'), (1, 'ADJUSTMENT'), (2, 'REVERSAL');

create table decision (
    order_no              bigint   not null,
    customer_no           bigint   not null,
    order_total           bigint   not null,
    run_no                int      not null,
    rules_no              int      not null,
    file_no               int      not null,
    line                  int      not null,
    reason                smallint not null,
    new_customer          boolean  not null,
    currency              text     not null,
    source                smallint,
    affiliate_no          int,
    connection_started_at timestamptz,
    order_of_limit        int,
    order_limit           int,
    expires_at            timestamptz,
    base                  bigint,
    commission            bigint,
    rates                 text,
    superseded_by         int
);

create table request_outcome (
    request_no         bigint      not null,
    customer_no        bigint      not null,
    run_no             int         not null,
    outcome            smallint    not null,
    at                 timestamptz not null,
    other_affiliate_no int,
    superseded_by      int
);
create index request_outcome_by_customer on request_outcome (customer_no);

create table connection (
    customer_no     bigint      not null,
    affiliate_no    int         not null,
    run_no          int         not null,
    started_at      timestamptz not null,
    origin          smallint    not null,
    source          bigint      not null,
    orders_credited int         not null,
    ended_at        timestamptz,
    ending          smallint,
    order_limit     int,
    expires_at      timestamptz,
    superseded_by   int
);
create index connection_by_customer on connection (customer_no);

-- Customers who had connections before a run and have others after it: posting supersedes the former ones.
create table connection_change (
    run_no      int    not null,
    customer_no bigint not null
);
create index connection_change_by_run on connection_change (run_no);

-- Differences a run found; no part of the ledger until it posts them.
create table ledger_proposal (
    run_no       int         not null,
    order_no     bigint      not null,
    customer_no  bigint      not null,
    affiliate_no int         not null,
    amount       bigint      not null,
    net_before   bigint      not null,
    entries_before int       not null,
    corrects     bigint,
    ordered_at   timestamptz not null,
    payable_on   date        not null,
    file_no      int         not null,
    line         int         not null,
    reason       smallint    not null,
    unasked      boolean     not null,
    posts        boolean     not null,
    currency     text        not null,
    order_id     text        not null
);
comment on column ledger_proposal.unasked is 'the order was posted by an earlier run and neither its own new revision nor a request caused this (rules.md 8)';
comment on column ledger_proposal.posts is 'false for a difference that a rerun lists and leaves due';
create index ledger_proposal_by_run on ledger_proposal (run_no);

-- ---------------------------------------------------------------- the ledger

create table period (
    month  date    not null primary key check (extract(day from month) = 1),
    closed boolean not null
);

create sequence ledger_entry_numbers;
create table ledger_entry (
    entry_no      bigint      not null primary key,
    order_no      bigint      not null,
    customer_no   bigint      not null,
    amount        bigint      not null check (amount <> 0),
    ordered_at    timestamptz not null,
    posted_at     timestamptz not null,
    run_no        int         not null references run,
    affiliate_no  int         not null references affiliate,
    file_no       int         not null references input_file,
    line          int         not null,
    business_date date        not null,
    period        date        not null,
    payable_on    date        not null,
    type          smallint    not null check (type between 0 and 2),
    reason        smallint    not null,
    currency      text        not null,
    order_id      text        not null,
    corrects      bigint      references ledger_entry,
    operation_no  int         references operation
);
comment on column ledger_entry.type is '0 ACCRUAL, 1 ADJUSTMENT, 2 REVERSAL (rules.md 6)';
create index ledger_entry_by_customer on ledger_entry (customer_no);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger only grows: % on % is refused', tg_op, tg_table_name
        using hint = 'A correction is a new entry: import a new revision or run a rerun.', errcode = 'restrict_violation';
end $$;
create trigger ledger_entry_only_grows before update or delete or truncate on ledger_entry
    for each statement execute function refuse_change();

-- ---------------------------------------------------------------- proof

-- What a run proved before it posted (rules.md 9), one row an equation and file or currency.
create table control_total (
    run_no   int     not null references run,
    equation int     not null,
    subject  text    not null,
    expected numeric not null,
    found    numeric not null,
    detail   text    not null
);
create index control_total_by_run on control_total (run_no, equation);

-- ---------------------------------------------------------------- who may do what

grant select, insert, update, delete on
    edition, run, program, operation, store, input_file, reject, notice, customer, affiliate, affiliate_line,
    affiliate_row, existing_customer, connection_request, order_revision, order_move, due_customer, scope, rules,
    decision, request_outcome, connection, connection_change, ledger_proposal, period, control_total to tieout_app;
grant select, insert on ledger_entry to tieout_app;
grant select on reason_code, outcome_code, entry_type_code to tieout_app;
grant usage, select on all sequences in schema tieout to tieout_app;

-- Indexes that only pay once there is something to look up: built after a first load, then kept.
create function ensure_order_indexes() returns void language plpgsql security definer set search_path = tieout, pg_temp as $$
begin
    create index if not exists order_revision_by_id on order_revision (order_id, store_no);
    create index if not exists order_revision_by_customer on order_revision (customer_no) where superseded_by is null;
    create index if not exists order_revision_by_file on order_revision (file_no);
end $$;
create function ensure_decision_indexes() returns void language plpgsql security definer set search_path = tieout, pg_temp as $$
begin
    create index if not exists decision_by_customer on decision (customer_no);
end $$;
create function analyze_tables() returns void language plpgsql security definer set search_path = tieout, pg_temp as $$
begin
    analyze order_revision (customer_no, placed_at, file_no, store_no, superseded_by, order_id);
    analyze connection_request; analyze decision (customer_no, run_no, superseded_by); analyze scope; analyze ledger_entry;
    analyze request_outcome; analyze connection; analyze existing_customer; analyze customer (customer_no, hash); analyze due_customer;
end $$;
revoke all on function ensure_order_indexes(), ensure_decision_indexes(), analyze_tables() from public;
grant execute on function ensure_order_indexes(), ensure_decision_indexes(), analyze_tables() to tieout_app;

comment on column decision.source is '0 connection, 1 coupon, 2 referral';
comment on column order_revision.status is '0 paid, 1 partially_refunded, 2 pending, 3 refunded, 4 cancelled, 5 failed';
comment on column order_revision.tax_treatment is '0 subtotal without tax, 1 with tax, 2 unclear';
comment on column connection_request.action is '0 connect, 1 disconnect';
comment on column connection.origin is '0 import, 1 operator, 2 automatic';
comment on column connection.source is 'the request_no, or the order_no of an automatic connection';
comment on column connection.ending is '0 expired, 1 limit reached, 2 disconnected, 3 replaced';
comment on column due_customer.cause is '0 order, 1 request, 2 affiliate, 3 existing customer, 4 edition, 5 calculation';
