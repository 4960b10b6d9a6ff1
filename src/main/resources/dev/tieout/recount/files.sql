-- rules.md 9, equation 1: the records of a file are those in the tables, those unchanged or repeated, and those rejected.
select null::bigint as order_no, f.file_no, null::bigint as line, 'records' as subject,
       f.records || ' with ' || f.rejected || ' rejected' as expected,
       f.unchanged
       + case f.kind
             when 'orders' then coalesce((select sum(records) from order_revision r where r.file_no = f.file_no), 0)
             when 'connections' then (select count(*) from connection_request q where q.file_no = f.file_no and q.standing <> 1)
             when 'existing-customers' then (select count(*) from existing_customer e where e.file_no = f.file_no) - f.unchanged
             else (select count(*) from affiliate_line l where l.file_no = f.file_no) - f.unchanged
                  - (select count(*) from reject j where j.file_no = f.file_no and j.reason = 'DUPLICATE_CODE') end
       + j.rejects || ' with ' || j.rejects || ' rejected' as found
  from input_file f
  cross join lateral (select count(*) as rejects from reject j where j.file_no = f.file_no) j
 where f.state in ('complete', 'posted')
