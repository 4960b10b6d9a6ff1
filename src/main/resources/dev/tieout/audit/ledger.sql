-- Every entry of the ledger that was posted before an instant.
select e.entry_no as entry, e.run_no as run, t.name as type, s.code as store, e.order_id, e.ordered_at,
       a.address as affiliate_email, e.currency, e.amount, r.name as reason, e.posted_at, e.business_date,
       to_char(e.period, 'YYYY-MM') as period, e.payable_on, e.corrects,
       coalesce('operation:' || e.operation_no, f.name) as file,
       case when e.operation_no is null then e.line end as line
  from ledger_entry e
  join entry_type_code t on t.code = e.type
  join reason_code r on r.code = e.reason
  join affiliate a on a.affiliate_no = e.affiliate_no
  join input_file f on f.file_no = e.file_no
  left join store s on s.store_no = f.store_no
 where e.posted_at < :until
 order by e.entry_no
