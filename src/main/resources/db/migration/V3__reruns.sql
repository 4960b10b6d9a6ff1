-- Reruns: runs over a range of order dates that import nothing (rules.md 8).

alter table run
    add column dry_run         boolean not null default false,
    add column whole_customers boolean not null default false,
    add column files_waiting   int,
    add column warning         text;
comment on column run.range_from is 'first day of the orders that a rerun judges, in the program''s zone';
comment on column run.range_to is 'last day of them, included';
comment on column run.dry_run is 'a rerun that ends before it posts';
comment on column run.whole_customers is 'whether differences of orders outside the range are posted too';
comment on column run.warning is 'what would have stopped a dry run or a plan from posting';
comment on column run.files_waiting is 'new files that a rerun found and left to the next run';

-- Which calculation the posted answers are from: a rerun that posts nothing brings no new one.
alter table program add column posted_calculation int;
update program set posted_calculation = (select max(calculation) from rules) where last_posted_run is not null;

-- Why a captured customer was due, kept after posting has deleted the due row.
alter table scope add column cause smallint;

-- Customers of whom a rerun leaves a difference outside its range: they stay due.
create table stays_due (
    run_no      int    not null,
    customer_no bigint not null
);
create index stays_due_by_run on stays_due (run_no, customer_no);
grant select, insert, update, delete on stays_due to tieout_app;

comment on column due_customer.cause is '0 order, 1 request, 2 affiliate, 3 existing customer, 4 edition, 5 calculation, 6 left by a rerun';
