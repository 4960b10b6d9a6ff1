-- rules.md 6: an entry's period is its order's month while that was open, else the earliest open month after it. What was
-- closed when it was posted is told by the closings before it. Whether one of them had been reopened by then is told by the
-- seals, which are in the order of postings, and only where there is none by the clocks.
select e.order_no, e.file_no, e.line, 'entry ' || e.entry_no || ', period' as subject,
       to_char(greatest(date_trunc('month', e.ordered_at at time zone p.zone)::date, c.open_from), 'YYYY-MM') as expected,
       to_char(e.period, 'YYYY-MM') as found
  from ledger_entry e
  cross join program p
  left join seal s using (run_no)
  left join lateral (select greatest((max(k.month) filter (where not coalesce(t.seal_no <= s.seal_no,
                                                                              s.seal_no is null and o.reopened_at <= e.posted_at,
                                                                              false))
                                      + interval '1 month')::date, min(k.month)) as open_from
                       from closing k
                       left join reopening o using (closing_no)
                       left join sealed_record t on t.kind = 'reopening' and t.number = o.closing_no
                      where k.last_entry < e.entry_no) c on true
