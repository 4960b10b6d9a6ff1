-- Chapter 7: what an order earns an affiliate. Fractions stay fractions until the one rounding of each percentage.

create function half_up(numerator numeric, denominator numeric) returns numeric immutable language sql as $$
    select sign(numerator) * div(2 * abs(numerator) + denominator, 2 * denominator)
$$;

create type amount as (reason text, base numeric, commission numeric);

create function amount_of(o placed, v version, who text, group_name text) returns amount stable language plpgsql as $$
declare
    base_num numeric;
    base_den numeric := 1;
    kept_num numeric := 1;
    kept_den numeric := 1;
    own record;
    standard record;
    all_nets numeric;
    answer amount;
    part record;
begin
    if v.base = 'total' then
        base_num := o.total - o.tip;
    elsif o.treatment = 'included' then
        base_num := o.subtotal::numeric * (o.subtotal + o.shipping) - o.tax::numeric * o.subtotal;
        base_den := o.subtotal + o.shipping;
        if base_den = 0 then
            base_num := 0;
            base_den := 1;
        end if;
    elsif o.treatment = 'unclear' then
        base_num := o.subtotal - o.tax;
    else
        base_num := o.subtotal;
    end if;
    answer.commission := 0;
    answer.base := half_up(base_num, base_den);
    if base_num <= 0 then
        answer.reason := 'ZERO_COMMISSION';
        return answer;
    end if;
    if o.refunded > 0 and o.refunded < o.total then
        kept_num := o.total - o.refunded;
        kept_den := o.total;
    end if;

    select a.percentage, a.flat, a.flat_currency into own
      from affiliate_rate a where a.version_no = v.version_no and a.affiliate = who;
    if not found then
        select g.percentage, g.flat, g.flat_currency into own
          from version_group g where g.version_no = v.version_no and g.name = group_name and g.has_rate;
    end if;
    if found then
        standard := own;
    else
        select v.percentage, v.flat, v.flat_currency into standard;
    end if;

    for part in
        with sold as (
            select clean(l.sku) as sku, greatest(l.quantity * l.price - l.discount, 0) as net, row_number() over () as line_no
              from order_line l where l.seq = o.seq
            union all
            select '', 1, 1 where not exists (select from order_line l where l.seq = o.seq)
        ), weighed as (
            select s.sku, s.line_no, case when sum(s.net) over () = 0 then 1 else s.net end as weight from sold s
        ), rated as (
            select w.weight,
                   (select p.percentage
                      from product_rate p
                     where p.version_no = v.version_no and p.sku = w.sku and w.sku <> ''
                       and (p.affiliate is null or p.affiliate = who)
                       and (p.group_name is null or p.group_name = amount_of.group_name)
                     order by p.affiliate is null, p.group_name is null limit 1) as product_percentage,
                   sum(w.weight) over () as all_weights
              from weighed w
        )
        select coalesce(r.product_percentage, standard.percentage) as percentage, sum(r.weight) as weight,
               min(r.all_weights) as all_weights
          from rated r
         group by coalesce(r.product_percentage, standard.percentage)
    loop
        if part.percentage is not null then
            answer.commission := answer.commission + half_up(base_num * part.weight * part.percentage * kept_num,
                                                             base_den * part.all_weights * 100 * kept_den);
        elsif standard.flat_currency <> o.currency then
            answer.reason := 'RATE_CURRENCY_MISMATCH';
        else
            answer.commission := answer.commission + half_up(standard.flat * kept_num, kept_den);
        end if;
    end loop;
    if answer.reason is not null then
        answer.commission := 0;
    elsif answer.commission = 0 then
        answer.reason := 'ZERO_COMMISSION';
    end if;
    return answer;
end $$;
