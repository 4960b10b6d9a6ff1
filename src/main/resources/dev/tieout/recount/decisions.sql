-- rules.md 5 and 9: every order has exactly one standing decision, and it judges the newest revision.
select r.order_no, r.file_no, r.line, 'its decision' as subject,
       'one on line ' || r.line || ' of file ' || r.file_no || ', total ' || r.total || ' ' || r.currency as expected,
       case when count(d.order_no) = 0 then 'none'
            when count(d.order_no) > 1 then count(d.order_no) || ' of them'
            else 'one on line ' || min(d.line) || ' of file ' || min(d.file_no) || ', total ' || min(d.order_total) || ' '
                 || min(d.currency) end as found
  from order_revision r
  left join decision d on d.order_no = r.order_no and d.superseded_by is null
                          and d.run_no in (select run_no from run where posted_at is not null)
 where r.superseded_by is null
   and r.file_no in (select file_no from input_file where state in ('complete', 'posted'))
   and r.order_no not in (select order_no from recount_due)
 group by r.order_no, r.file_no, r.line, r.total, r.currency
