-- What was noticed in a run's files.
select f.name as file, x.line, x.kind, x.detail
  from notice x
  join input_file f on f.file_no = x.file_no
 where f.run_no = :run or f.posted_by = :run
 order by f.run_no, f.position, x.line
