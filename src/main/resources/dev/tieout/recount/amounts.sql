-- rules.md 7: the base from the revision's totals and, where one rate was for the whole order, the commission.
select a.order_no, a.file_no, a.line, 'its base and commission' as subject,
       (sign(a.num) * div(2 * abs(a.num) + a.den, 2 * a.den))::text || ' and '
       || case when a.reason <> 21 then 0
               when a.rates ~ '^[0-9.]+%$'
                   then div(2 * a.num * rtrim(a.rates, '%')::numeric * a.kept + 100 * a.den * a.whole, 200 * a.den * a.whole)
               when a.rates ~ '^[0-9.]+ [A-Z]{3}$'
                   then div(2 * translate(split_part(a.rates, ' ', 1), '.', '')::numeric * a.kept + a.whole, 2 * a.whole)
               else a.commission end as expected,
       a.base || ' and ' || a.commission as found
  from (select d.order_no, d.file_no, d.line, d.reason, d.rates, coalesce(d.base, 0) as base,
               coalesce(d.commission, 0) as commission,
               case when v.base = 'total' then r.total - r.tip
                    when r.tax_treatment = 1 then (r.subtotal::numeric * (r.subtotal + r.shipping) - r.tax::numeric * r.subtotal)
                    when r.tax_treatment = 2 then r.subtotal - r.tax
                    else r.subtotal end::numeric as num,
               case when v.base <> 'total' and r.tax_treatment = 1 and r.subtotal + r.shipping > 0
                        then r.subtotal + r.shipping else 1 end::numeric as den,
               case when r.refunded > 0 and r.refunded < r.total then r.total - r.refunded else 1 end::numeric as kept,
               case when r.refunded > 0 and r.refunded < r.total then r.total else 1 end::numeric as whole
          from decision d
          join order_revision r on r.order_no = d.order_no and r.file_no = d.file_no and r.line = d.line
          join rules u using (rules_no)
          join recount_version v on v.edition_no = u.edition_no and v.effective_from = u.effective_from
         where d.superseded_by is null and d.run_no in (select run_no from run where posted_at is not null)
           and d.reason in (20, 21)) a
