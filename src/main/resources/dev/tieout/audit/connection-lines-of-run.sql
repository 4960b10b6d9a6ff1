-- The requests a run read, and those of the customers it judged, with the outcome that counted then.
select coalesce(f.name, 'operation:' || q.operation_no) as file, q.line, a.address as affiliate_email,
       c.address as customer, case when q.dated then q.at end as connected_at,
       (array['connect', 'disconnect'])[q.action + 1] as action, $outcome_name as outcome, q.at as asked_at,
       o.at as judged_at, b.address as other, q.dated
  from connection_request q
  left join input_file f on f.file_no = q.file_no
  join affiliate a on a.affiliate_no = q.affiliate_no
  left join customer c on c.customer_no = q.customer_no
  left join $outcomes_of_run as o on o.request_no = q.request_no
  left join affiliate b on b.affiliate_no = o.other_affiliate_no
 where f.run_no = :run or f.posted_by = :run
    or (o.request_no is not null and q.customer_no in (select k.customer_no from scope k where k.run_no = :run))
 order by q.request_no
