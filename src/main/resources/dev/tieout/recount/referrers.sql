-- rules.md 4.4: whoever is credited was active at the order's time, and held the code, or had the connection, that names it.
select d.order_no, d.file_no, d.line, 'credited by ' || case d.source when 0 then 'connection' when 1 then 'coupon' else 'referral' end
       || ' to ' || (select a.address from affiliate a where a.affiliate_no = d.affiliate_no) as subject,
       'active, and named' as expected,
       case when w.status is distinct from 'active' then coalesce(w.status, 'no affiliate') else 'active' end
       || case when d.source = 1 and w.coupon = any (regexp_split_to_array(r.coupons, '[\n,]')) then ', and named'
               when d.source = 2 and w.ref_code = r.ref_code then ', and named'
               when d.source = 0 and c.started_at <= r.placed_at
                    and (c.ended_at is null or r.placed_at < c.ended_at or r.placed_at = c.ended_at and c.ending = 1)
                   then ', and named'
               else ', but not named' end as found
  from decision d
  join order_revision r on r.order_no = d.order_no and r.file_no = d.file_no and r.line = d.line
  left join lateral (select t.status, t.coupon, t.ref_code
                       from affiliate_row t
                      where t.affiliate_no = d.affiliate_no and t.effective_from <= r.placed_at
                        and t.file_no in (select file_no from input_file where state in ('complete', 'posted'))
                      order by t.effective_from desc, t.file_no desc, t.line desc limit 1) w on true
  left join lateral (select k.started_at, k.ended_at, k.ending
                       from connection k
                      where k.customer_no = d.customer_no and k.affiliate_no = d.affiliate_no
                        and k.started_at = d.connection_started_at and k.superseded_by is null
                        and k.run_no in (select run_no from run where posted_at is not null)
                      order by k.ended_at desc nulls first limit 1) c on d.source = 0
 where d.superseded_by is null and d.run_no in (select run_no from run where posted_at is not null)
   and d.reason in (20, 21)
   and d.order_no not in (select order_no from recount_due)
