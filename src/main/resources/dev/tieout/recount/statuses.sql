-- rules.md 4.3: what the newest revision says of payment is what the decision says, and of a payable one nothing of it.
select r.order_no, r.file_no, r.line, 'its reason' as subject,
       case when c.usable is null then 'MISSING_EMAIL' when not c.usable then 'INVALID_EMAIL'
            when k.name = 'SHARED_ADDRESS' then k.name
            when r.status = 3 or r.refunded > 0 and r.refunded >= r.total then 'ORDER_REFUNDED'
            when r.status = 4 then 'ORDER_CANCELLED'
            when r.status = 5 then 'ORDER_FAILED'
            when r.status = 2 then 'ORDER_NOT_PAID'
            when v.effective_from is null then 'PROGRAM_NOT_STARTED'
            else 'one of a paid order' end as expected,
       case when k.name in ('MISSING_EMAIL', 'INVALID_EMAIL', 'SHARED_ADDRESS', 'ORDER_REFUNDED', 'ORDER_CANCELLED',
                            'ORDER_FAILED', 'ORDER_NOT_PAID', 'PROGRAM_NOT_STARTED') then k.name
            else 'one of a paid order' end as found
  from order_revision r
  join decision d on d.order_no = r.order_no and d.superseded_by is null
                     and d.run_no in (select run_no from run where posted_at is not null)
  join reason_code k on k.code = d.reason
  left join customer c on c.customer_no = r.customer_no
  cross join program p
  left join recount_version v on v.edition_no = p.accepted_edition
                                 and (r.placed_at at time zone p.zone)::date >= v.effective_from
                                 and (r.placed_at at time zone p.zone)::date < v.until
 where r.superseded_by is null
   and r.file_no in (select file_no from input_file where state in ('complete', 'posted'))
   and r.order_no not in (select order_no from recount_due)
