-- What most revisions do not say is not written of each of them.
alter table order_revision
    alter column duties set default 0,
    alter column tip set default 0,
    alter column records set default 1,
    alter column totals_mismatch set default false;

-- Until a run has posted, everyone with an order or a request is due, and nobody is told so one by one.
create or replace view due as
select customer_no, cause from due_customer
union all
select customer_no, 0::smallint from order_revision
where superseded_by is null
      and file_no not in (select file_no from input_file where state not in ('complete', 'posted'))
      and not exists (select from run where posted_at is not null)
union all
select customer_no, 1::smallint from connection_request
where standing = 0
      and file_no in (select file_no from input_file where state in ('complete', 'posted'))
      and not exists (select from run where posted_at is not null);
