-- Every file as the run that found it left it.
select f.name as file, f.sha256, f.kind, s.code as store, f.records, f.accepted, f.unchanged, f.rejected, f.state,
       f.run_no as run
  from input_file f
  left join store s on s.store_no = f.store_no
 order by f.run_no, f.position, f.file_no
