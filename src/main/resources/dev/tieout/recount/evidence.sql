-- rules.md 9: an entry was posted by a run that posted, and rests on a revision of its order on a line of a registered file.
select e.order_no, e.file_no, e.line, 'entry ' || e.entry_no as subject,
       'a line of a file that counts, order ' || e.order_id || ' placed ' || e.ordered_at as expected,
       case when u.posted_at is null then 'a run that has not posted'
            when f.file_no is null or f.state not in ('complete', 'posted') then 'no file that counts'
            when e.line not between 2 and f.last_line then 'no line of the file, which has ' || f.last_line
            when r.order_no is null then 'no revision of the order on that line'
            else 'a line of a file that counts, order ' || r.order_id || ' placed ' || r.placed_at end as found
  from ledger_entry e
  left join run u using (run_no)
  left join input_file f using (file_no)
  left join order_revision r on r.order_no = e.order_no and r.file_no = e.file_no and r.line = e.line
