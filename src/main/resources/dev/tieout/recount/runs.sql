-- rules.md 9, equation 3: what a run posted for an affiliate is what its control totals proved, and all of them closed. They are
-- kept with the decimals of their currency.
select null::bigint as order_no, null::int as file_no, null::bigint as line, 'run ' || x.run_no || ', ' || x.subject as subject,
       sum(x.proved) || ', all closed' as expected,
       sum(x.posted) || case when bool_or(x.open) then ', not closed' else ', all closed' end as found
  from (select t.run_no, t.subject, translate(t.found::text, '.', '')::numeric as proved, 0::numeric as posted,
               exists (select from control_total o where o.run_no = t.run_no and o.expected <> o.found) as open
          from control_total t join run u on u.run_no = t.run_no and u.posted_at is not null
         where t.equation = 3
        union all
        select e.run_no, a.address || ' in ' || e.currency, 0, sum(e.amount), false
          from ledger_entry e join affiliate a using (affiliate_no)
         group by e.run_no, a.address, e.currency) x
 group by x.run_no, x.subject
