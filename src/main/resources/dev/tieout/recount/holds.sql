-- rules.md 6: payable_on is the order's date plus the hold-days of the version at the order's time, in the run's edition.
select e.order_no, e.file_no, e.line, 'entry ' || e.entry_no || ', payable' as subject,
       ((e.ordered_at at time zone p.zone)::date + coalesce(v.hold_days, 0))::text as expected,
       e.payable_on::text as found
  from ledger_entry e
  join run u using (run_no)
  cross join program p
  left join recount_version v on v.edition_no = u.edition_no
                                 and (e.ordered_at at time zone p.zone)::date >= v.effective_from
                                 and (e.ordered_at at time zone p.zone)::date < v.until
