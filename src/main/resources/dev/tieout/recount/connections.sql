-- rules.md 4.2: a connection counts the orders credited through it, has ended by their number only if they were as many, and is
-- over when the customer's next one starts.
select null::bigint as order_no, q.file_no, q.line, 'customer ' || k.customer_no || ' with '
       || (select a.address from affiliate a where a.affiliate_no = k.affiliate_no) || ' from '
       || to_char(k.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as subject,
       count(d.order_no) || ' orders, over before the next' as expected,
       k.orders_credited || ' orders'
       || case when k.ending = 1 and k.orders_credited < k.order_limit then ' of ' || k.order_limit else '' end
       || case when k.ended_at < k.started_at then ', over before it starts'
               when k.next_start is null or k.ended_at <= k.next_start then ', over before the next'
               else ', live beside the next' end as found
  from (select c.*, lead(started_at) over (partition by customer_no order by started_at, ended_at nulls last) as next_start
          from connection c
         where superseded_by is null and run_no in (select run_no from run where posted_at is not null)
           and customer_no not in (select customer_no from due)) k
  left join decision d on d.customer_no = k.customer_no and d.affiliate_no = k.affiliate_no and d.source = 0
                          and d.connection_started_at = k.started_at and d.reason in (20, 21) and d.superseded_by is null
                          and d.run_no in (select run_no from run where posted_at is not null)
  left join connection_request q on k.origin = 0 and q.request_no = k.source
 group by k.customer_no, k.affiliate_no, k.started_at, k.ended_at, k.ending, k.orders_credited, k.order_limit, k.next_start,
          q.file_no, q.line
