-- What the checks share. Orders of customers who are due: what is stored of them is not the last word.
with recount_due as materialized (
    select order_no from order_revision
     where superseded_by is null and customer_no in (select customer_no from due_customer)
    union
    select order_no from decision
     where superseded_by is null and customer_no in (select customer_no from due_customer)
    union
    select order_no from ledger_entry where customer_no in (select customer_no from due_customer)
),
-- The settings of an edition's versions, from its canonical text.
recount_setting as materialized (
    select e.edition_no, (l.part)[1]::date as effective_from, (l.part)[2] as key, (l.part)[3] as value
      from edition e, regexp_matches(e.canonical_text, '^rules\[([0-9-]+)\]\.([^\n]*?): ([^\n]*)$', 'gn') as l(part)
),
recount_version as materialized (
    select edition_no, effective_from,
           max(value) filter (where key = 'commission.hold-days')::int as hold_days,
           max(value) filter (where key = 'commission.base') as base,
           nullif(max(value) filter (where key = 'connect.expires-after-days'), 'lifetime')::int as days,
           nullif(max(value) filter (where key = 'connect.max-orders'), 'unlimited')::int as orders,
           max(value) filter (where key = 'connect.refresh-on-order') = 'true' as refreshes
      from recount_setting
     group by edition_no, effective_from
)
