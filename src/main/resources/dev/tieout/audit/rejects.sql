-- Every record that could not be used; a file that is still being read is not shown.
select f.name as file, x.line, x.reason, x.detail, x.record
  from reject x
  join input_file f on f.file_no = x.file_no
 where f.state <> 'reading'
 order by f.run_no, f.position, x.line
