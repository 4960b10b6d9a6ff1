-- rules.md 3: an order is judged under the version in force at its own time, as the accepted edition has it.
select d.order_no, d.file_no, d.line, 'its version' as subject,
       coalesce('of ' || v.effective_from || ', as accepted', 'none yet') as expected,
       case when u.effective_from is null then 'none yet'
            when u.content = (select string_agg(l.line, e'\n' order by l.place)
                                from edition a,
                                     regexp_split_to_table(rtrim(a.canonical_text, e'\n'), e'\n') with ordinality as l(line, place)
                               where a.edition_no = p.accepted_edition
                                 and starts_with(l.line, 'rules[' || u.effective_from || '].'))
                then 'of ' || u.effective_from || ', as accepted'
            else 'of ' || u.effective_from || ', otherwise than accepted' end as found
  from decision d
  join order_revision r on r.order_no = d.order_no and r.file_no = d.file_no and r.line = d.line
  join (select rules_no, effective_from, content from rules) u using (rules_no)
  cross join program p
  left join lateral (select max(effective_from) as effective_from
                       from recount_version
                      where edition_no = p.accepted_edition
                        and effective_from <= (r.placed_at at time zone p.zone)::date) v on true
 where d.superseded_by is null and d.run_no in (select run_no from run where posted_at is not null)
   and d.order_no not in (select order_no from recount_due)
