-- rules.md 3: an order is judged under the version in force at its own time, as the accepted edition has it.
select d.order_no, d.file_no, d.line, 'its version' as subject,
       coalesce('of ' || v.effective_from || ', as accepted', 'none yet') as expected,
       coalesce('of ' || u.effective_from || case when u.accepted then ', as accepted' else ', otherwise than accepted' end,
                'none yet') as found
  from decision d
  join order_revision r on r.order_no = d.order_no and r.file_no = d.file_no and r.line = d.line
  cross join program p
  join recount_rules u using (rules_no)
  left join recount_version v on v.edition_no = p.accepted_edition
                                 and (r.placed_at at time zone p.zone)::date >= v.effective_from
                                 and (r.placed_at at time zone p.zone)::date < v.until
 where d.superseded_by is null and d.run_no in (select run_no from run where posted_at is not null)
   and d.order_no not in (select order_no from recount_due)
