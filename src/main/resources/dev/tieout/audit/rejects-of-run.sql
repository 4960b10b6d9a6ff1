-- The records of a run's files that could not be used.
select f.name as file, x.line, x.reason, x.detail, x.record
  from reject x
  join input_file f on f.file_no = x.file_no
 where f.run_no = :run or f.posted_by = :run
 order by f.run_no, f.position, x.line
