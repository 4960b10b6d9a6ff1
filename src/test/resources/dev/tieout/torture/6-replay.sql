-- Chapter 4: every customer's events in their order.

-- Orders on no timeline: they are answered and put aside.
create procedure decide_unusable() language sql as $$
    with aside as (
        delete from placed
         where not is_address(buyer) or buyer in (select clean_address(address) from ignored_address)
        returning *
    )
    insert into decision (store, order_id, reason, commission, payable_on, period)
    select store, order_id,
           case when buyer = '' then 'MISSING_EMAIL' when not is_address(buyer) then 'INVALID_EMAIL' else 'SHARED_ADDRESS' end,
           0, (plus_days(at, (version_at(at)).hold_days) at time zone zone())::date, date_trunc('month', at at time zone zone())
      from aside
$$;

create procedure replay(whose text) language plpgsql as $$
declare
    e record;
    q asked;
    o placed;
    is_new boolean;
    bought boolean := false;
begin
    for e in
        select *
          from (select r.at, case r.action when 'disconnect' then 0 else 1 end as kind, '' as store, '' as order_id, r.seq
                  from asked r where r.customer = whose
                union all
                select p.at, 2, p.store, p.order_id, p.seq from placed p where p.buyer = whose) event
         order by at, kind, store collate "C", order_id collate "C", seq
    loop
        call end_by_limits(whose, e.at);
        if e.kind < 2 then
            select * into q from asked r where r.customer = whose and r.seq = e.seq;
            call request_at(q);
        else
            select * into o from placed p where p.buyer = whose and p.seq = e.seq;
            is_new := not bought
                and not exists (select from existing_customer x where clean_address(x.customer) = whose and x.since <= e.at);
            call decide(o, is_new);
            bought := bought or payable(o) in ('GO_ON', 'PROGRAM_NOT_STARTED');
        end if;
    end loop;
    call end_by_limits(whose, 'infinity');
    update decision d
       set reason = 'BEFORE_CONNECTION'
      from placed p
     where p.buyer = whose and d.store = p.store and d.order_id = p.order_id and d.reason = 'NO_CONNECTION'
       and exists (select from connection c where c.customer = whose and c.started > p.at);
end $$;

-- Answers everything anew.
create procedure answer() language plpgsql as $$
declare
    whose text;
begin
    truncate decision, outcome, connection, asked, placed;
    insert into asked table request_event;
    insert into placed table newest;
    analyze asked, placed;
    call decide_unusable();
    for whose in
        select customer from asked union select buyer from placed
    loop
        call replay(whose);
    end loop;
end $$;

-- Before the facts of another world.
create procedure forget() language sql as $$
    truncate program, ignored_address, version, version_group, exempt_affiliate, affiliate_rate, product_rate, affiliate_row,
             existing_customer, request, revision, order_line
$$;
