-- rules.md 6: payable_on is the order's date plus the hold-days of the version at the order's time, in the run's edition.
select e.order_no, e.file_no, e.line, 'entry ' || e.entry_no || ', payable' as subject,
       ((e.ordered_at at time zone p.zone)::date + coalesce(v.hold_days, 0))::text as expected,
       e.payable_on::text as found
  from ledger_entry e
  join run u using (run_no)
  cross join program p
  left join lateral (select w.hold_days
                       from recount_version w
                      where w.edition_no = u.edition_no and w.effective_from <= (e.ordered_at at time zone p.zone)::date
                      order by w.effective_from desc limit 1) v on true
