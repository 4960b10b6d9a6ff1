-- rules.md 6: the net of an order's entries, per affiliate and currency, is what its standing decision credits, and 0 for any
-- other pair. Customers who are due may have a difference left.
select x.order_no, (array_agg(x.file_no order by x.entry_no desc))[1] as file_no,
       (array_agg(x.line order by x.entry_no desc))[1] as line,
       (select a.address from affiliate a where a.affiliate_no = x.affiliate_no) || ' in ' || x.currency as subject,
       sum(x.credited)::text as expected, sum(x.net)::text as found
  from (select order_no, affiliate_no, currency, entry_no, file_no, line, amount as net, 0::bigint as credited
          from ledger_entry
        union all
        select order_no, affiliate_no, currency, 0, file_no, line, 0, commission
          from decision
         where superseded_by is null and reason = 21 and commission <> 0
           and run_no in (select run_no from run where posted_at is not null)) x
 where x.order_no not in (select order_no from recount_due)
 group by x.order_no, x.affiliate_no, x.currency
