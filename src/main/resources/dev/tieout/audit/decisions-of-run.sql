-- The decisions a run stored, and those it judged and left as earlier runs had stored them.
with judged as (
    $judged_orders
)
select s.code as store, o.order_id, o.order_number, o.placed_at as ordered_at, c.address as customer,
       d.reason, a.address as affiliate_email, d.source, d.connection_started_at, d.order_of_limit, d.order_limit,
       d.expires_at, d.currency, d.order_total, d.base, d.commission, e.hash, u.effective_from, d.run_no as run,
       f.name as file, d.line
  from judged d
  join order_revision o on o.order_no = d.order_no and o.file_no = d.file_no and o.line = d.line
  join store s on s.store_no = o.store_no
  join input_file f on f.file_no = d.file_no
  join rules u on u.rules_no = d.rules_no
  join edition e on e.edition_no = u.edition_no
  left join customer c on c.customer_no = d.customer_no
  left join affiliate a on a.affiliate_no = d.affiliate_no
 order by s.code collate "C", o.order_id collate "C"
