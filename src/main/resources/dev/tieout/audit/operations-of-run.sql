-- The commands that belong to a run.
select operation_no as operation, at, operator, operator_as as "as", verb, detail, reason, run_no as run
  from operation
 where run_no = :run
 order by operation_no
