-- The requests that a run read, and older ones whose outcome it changed, which did not do what they asked for.
select coalesce(f.name, 'operation:' || q.operation_no) as file, q.line, a.address as affiliate_email,
       c.address as customer, $outcome_name as outcome, b.address as other
  from connection_request q
  left join input_file f on f.file_no = q.file_no
  join affiliate a on a.affiliate_no = q.affiliate_no
  left join customer c on c.customer_no = q.customer_no
  left join $outcomes_of_run as o on o.request_no = q.request_no
  left join affiliate b on b.affiliate_no = o.other_affiliate_no
 where (f.run_no = :run or f.posted_by = :run or o.run_no = :run)
   and $outcome_name not in ('CONNECTED', 'DISCONNECTED')
 order by q.request_no
