-- rules.md 6: the first entry of order, affiliate and currency is an ACCRUAL and corrects nothing; a later one corrects the one
-- before and is a REVERSAL where it leaves nothing, else an ADJUSTMENT.
select e.order_no, e.file_no, e.line, 'entry ' || e.entry_no as subject,
       case when e.before is null then 'ACCRUAL' when e.net = 0 then 'REVERSAL' else 'ADJUSTMENT' end
       || coalesce(' of entry ' || e.before, '') as expected,
       coalesce(t.name, e.type::text) || coalesce(' of entry ' || e.corrects, '') as found
  from (select entry_no, order_no, file_no, line, type, corrects,
               lag(entry_no) over pair as before, sum(amount) over pair as net
          from ledger_entry
        window pair as (partition by order_no, affiliate_no, currency order by entry_no)) e
  left join entry_type_code t on t.code = e.type
