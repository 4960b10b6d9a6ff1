-- Every connection as it stands, with the line that made it: a request's, a command's, or the order's of an
-- automatic one. One that ends later is live, and then only its expires_at is told.
select c.address as customer, a.address as affiliate_email, n.started_at,
       case when n.ended_at <= :now then n.ended_at end as ended_at,
       case when n.ended_at <= :now
            then (array['expired', 'limit_reached', 'disconnected', 'replaced'])[n.ending + 1]
            else 'live' end as state,
       (array['import', 'operator', 'automatic'])[n.origin + 1] as origin,
       n.orders_credited, n.order_limit, n.expires_at,
       coalesce(f.name, 'operation:' || q.operation_no, g.name) as file,
       coalesce(q.line, o.line) as line
  from connection n
  join run r on r.run_no = n.run_no and r.posted_at is not null
  join affiliate a on a.affiliate_no = n.affiliate_no
  left join customer c on c.customer_no = n.customer_no
  left join connection_request q on n.origin <> 2 and q.request_no = n.source
  left join input_file f on f.file_no = q.file_no
  left join order_revision o on n.origin = 2 and o.customer_no = n.customer_no and o.order_no = n.source
       and o.superseded_by is null
       and exists (select 1 from input_file h where h.file_no = o.file_no and h.state in ('complete', 'posted'))
  left join input_file g on g.file_no = o.file_no
 where n.superseded_by is null
 order by c.address collate "C", n.started_at, a.address collate "C"
