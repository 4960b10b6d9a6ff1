-- What the checks share. Orders of customers who are due: what is stored of them is not the last word.
with recount_due as materialized (
    select order_no from order_revision
     where superseded_by is null and customer_no in (select customer_no from due)
    union
    select order_no from decision
     where superseded_by is null and customer_no in (select customer_no from due)
    union
    select order_no from ledger_entry where customer_no in (select customer_no from due)
),
-- The settings of an edition's versions, from its canonical text.
recount_setting as materialized (
    select e.edition_no, (l.part)[1]::date as effective_from, (l.part)[2] as key, (l.part)[3] as value
      from edition e, regexp_matches(e.canonical_text, '^rules\[([0-9-]+)\]\.([^\n]*?): ([^\n]*)$', 'gn') as l(part)
),
recount_version as materialized (
    select edition_no, effective_from,
           coalesce(lead(effective_from) over (partition by edition_no order by effective_from), 'infinity') as until,
           max(value) filter (where key = 'commission.hold-days')::int as hold_days,
           max(value) filter (where key = 'commission.base') as base,
           nullif(max(value) filter (where key = 'connect.expires-after-days'), 'lifetime')::int as days,
           nullif(max(value) filter (where key = 'connect.max-orders'), 'unlimited')::int as orders,
           max(value) filter (where key = 'connect.refresh-on-order') = 'true' as refreshes
      from recount_setting
     group by edition_no, effective_from
),
-- The keys of a version's groups; one that is absent is the program's. A name that is no plain word stands in quotes.
recount_group as materialized (
    select edition_no, effective_from, substring(key from '^(groups\[.*\])\.[a-z-]+$') as name,
           bool_or(key like '%.expires-after-days') as has_days,
           nullif(max(value) filter (where key like '%.expires-after-days'), 'lifetime')::int as days,
           bool_or(key like '%.max-orders') as has_orders,
           nullif(max(value) filter (where key like '%.max-orders'), 'unlimited')::int as orders
      from recount_setting
     where starts_with(key, 'groups[')
     group by 1, 2, 3
),
-- Whether what decisions rest on is what the accepted edition says.
recount_rules as materialized (
    select w.rules_no, w.effective_from,
           w.content = (select string_agg(l.line, e'\n' order by l.place)
                          from edition a,
                               regexp_split_to_table(rtrim(a.canonical_text, e'\n'), e'\n') with ordinality as l(line, place)
                         where a.edition_no = (select accepted_edition from program)
                           and starts_with(l.line, 'rules[' || w.effective_from || '].')) as accepted
      from rules w
)
