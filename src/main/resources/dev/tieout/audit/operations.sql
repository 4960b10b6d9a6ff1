-- Every command that changed something.
select operation_no as operation, at, operator, operator_as as "as", verb, detail, reason, run_no as run
  from operation
 order by operation_no
