-- Chapters 4.3 to 4.6: one order.

create table decision (
    store      text not null,
    order_id   text not null,
    reason     text not null,
    source     text,
    affiliate  text,
    connection timestamptz,
    base       numeric,
    commission numeric not null,
    payable_on date,
    period     date not null,
    primary key (store, order_id)
);

-- Chapter 4.3, and whether the order makes its buyer an old customer.
create function payable(o placed) returns text stable language sql as $$
    select case when o.status = 'refunded' or o.refunded > 0 and o.refunded >= o.total then 'ORDER_REFUNDED'
                when o.status = 'cancelled' then 'ORDER_CANCELLED'
                when o.status = 'failed' then 'ORDER_FAILED'
                when o.status = 'pending' then 'ORDER_NOT_PAID'
                when (version_at(o.at)).version_no is null then 'PROGRAM_NOT_STARTED'
                else 'GO_ON' end
$$;

create procedure decide(o placed, is_new boolean) language plpgsql as $$
declare
    v version := version_at(o.at);
    d decision;
    failed decision;
    t decision;
    test text;
    live connection;
    last connection;
    a affiliate_row;
    only_new boolean;
    paid amount;
begin
    d.store := o.store;
    d.order_id := o.order_id;
    d.commission := 0;
    d.period := date_trunc('month', o.at at time zone zone());
    d.payable_on := (plus_days(o.at, v.hold_days) at time zone zone())::date;
    d.reason := payable(o);
    if d.reason <> 'GO_ON' then
        insert into decision values (d.*);
        return;
    end if;

    select * into live from connection where customer = o.buyer and ended is null;
    select * into last from connection where customer = o.buyer order by connection_no desc limit 1;
    d.reason := null;
    foreach test in array v.tests loop
        t := null;
        t.source := test;
        if test = 'connection' then
            t.affiliate := last.affiliate;
            t.connection := last.started;
            t.reason := case when last.affiliate is null then null
                             when not v.switch_on then 'CONNECT_DISABLED'
                             when live.affiliate is not null then 'NAMED'
                             when last.ending = 'EXPIRED' then 'CONNECTION_EXPIRED'
                             when last.ending = 'LIMIT_REACHED' then 'ORDER_LIMIT_REACHED'
                             else 'DISCONNECTED' end;
        elsif test = 'coupon' then
            select r.affiliate, 'NAMED' into t.affiliate, t.reason
              from regexp_split_to_table(o.coupons, ',') with ordinality as c(code, place)
              join (select distinct affiliate from affiliate_row) named on true
              join affiliate_at(named.affiliate, o.at) r on r.coupon = clean_address(c.code)
             where clean_address(c.code) <> ''
             order by c.place limit 1;
        else
            select r.affiliate, 'NAMED' into t.affiliate, t.reason
              from (select distinct affiliate from affiliate_row) named
              join affiliate_at(named.affiliate, o.at) r on r.ref_code = clean_address(o.ref_code)
             where clean_address(o.ref_code) <> '';
        end if;
        if t.reason = 'NAMED' then
            if (affiliate_at(t.affiliate, o.at)).status = 'active' then
                d.source := t.source;
                d.affiliate := t.affiliate;
                d.connection := t.connection;
                exit;
            end if;
            t.reason := 'AFFILIATE_INACTIVE';
        end if;
        if t.reason is not null and failed.reason is null then
            failed := t;
        end if;
    end loop;

    if d.affiliate is null then
        -- whether a connection starts later is known when the whole timeline has been replayed
        d.reason := coalesce(failed.reason, 'NO_CONNECTION');
        d.source := failed.source;
        d.affiliate := failed.affiliate;
        d.connection := failed.connection;
        insert into decision values (d.*);
        return;
    end if;

    a := affiliate_at(d.affiliate, o.at);
    only_new := coalesce((select g.only_new from version_group g where g.version_no = v.version_no and g.name = a.group_name),
                         v.only_new);
    if o.buyer = d.affiliate and not v.pay_self then
        d.reason := 'SELF_PURCHASE';
    elsif not v.pay_affiliates and o.buyer <> d.affiliate
            and exists (select from affiliate_row r where r.affiliate = o.buyer and r.holds_from <= o.at) then
        d.reason := 'CUSTOMER_IS_AFFILIATE';
    elsif only_new and not is_new
            and not exists (select from exempt_affiliate e where e.version_no = v.version_no and e.affiliate = d.affiliate) then
        d.reason := 'NOT_NEW_CUSTOMER';
    else
        paid := amount_of(o, v, d.affiliate, a.group_name);
        d.reason := paid.reason;
        d.base := paid.base;
        if paid.reason is null then
            if o.at < day_start((select post_from from program)) then
                d.reason := 'BEFORE_LEDGER';
            else
                d.reason := 'CREDITED';
                d.commission := paid.commission;
            end if;
        end if;
    end if;
    insert into decision values (d.*);

    if d.reason in ('CREDITED', 'BEFORE_LEDGER') then
        if d.source = 'connection' then
            update connection
               set credited = credited + 1, anchor = case when v.refresh_on_order then o.at else anchor end
             where connection_no = live.connection_no;
            call end_by_limits(o.buyer, o.at);
        elsif v.switch_on and v.link_on_first and live.affiliate is null and o.buyer <> d.affiliate
                and (is_new or not v.link_only_new)
                and not exists (select from connection c where c.customer = o.buyer and c.affiliate = d.affiliate) then
            call connect(o.buyer, d.affiliate, o.at, true);
        end if;
    end if;
end $$;
