-- rules.md 6, after every run that posted for an order, not only the last: its entries up to then add up to what the decision
-- credits that stood then.
select n.order_no, n.file_no, n.line,
       'after run ' || n.run_no || ', ' || (select a.address from affiliate a where a.affiliate_no = n.affiliate_no)
       || ' in ' || n.currency as subject,
       coalesce(d.commission, 0)::text as expected, n.net::text as found
  from (select distinct on (e.order_no, e.affiliate_no, e.currency, e.run_no)
               e.order_no, e.affiliate_no, e.currency, e.run_no, u.posted_at, e.file_no, e.line,
               sum(e.amount) over (partition by e.order_no, e.affiliate_no, e.currency order by u.posted_at, e.entry_no) as net
          from ledger_entry e join run u using (run_no)
         order by e.order_no, e.affiliate_no, e.currency, e.run_no, e.entry_no desc) n
  left join (select c.order_no, c.affiliate_no, c.currency, c.commission, b.posted_at as from_then, s.posted_at as until_then
               from decision c
               join run b on b.run_no = c.run_no and b.posted_at is not null
               left join run s on s.run_no = c.superseded_by
              where c.reason = 21) d
    on d.order_no = n.order_no and d.affiliate_no = n.affiliate_no and d.currency = n.currency
       and d.from_then <= n.posted_at and (d.until_then is null or d.until_then > n.posted_at)
