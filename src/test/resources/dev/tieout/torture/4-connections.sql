-- Chapters 4.1 and 4.2: connections, and what ends them.

-- "judged" is up to when its limits have been looked at.
create table connection (
    connection_no bigint generated always as identity primary key,
    customer      text        not null,
    affiliate     text        not null,
    automatic     boolean     not null,
    started       timestamptz not null,
    anchor        timestamptz not null,
    judged        timestamptz not null,
    credited      int         not null default 0,
    ended         timestamptz,
    ending        text
);
create index on connection (customer);

create table outcome (
    seq     bigint not null,
    outcome text   not null
);

create type limits as (days int, orders int);

create function limits_at(who text, at timestamptz) returns limits stable language sql as $$
    select case when g.has_days then g.expires_after_days else v.expires_after_days end,
           case when g.has_orders then g.max_orders else v.max_orders end
      from version_at(at) v
      left join version_group g on g.version_no = v.version_no and g.name = (affiliate_at(who, at)).group_name
$$;

-- Ends a customer's live connection if a limit then in force is reached at an instant up to the given one. Limits change
-- where a version or a row of the affiliate starts, and are those that start there.
create procedure end_by_limits(whose text, upto timestamptz) language plpgsql as $$
declare
    c connection;
    s record;
    l limits;
    runs_out timestamptz;
begin
    select * into c from connection where customer = whose and ended is null;
    if not found then
        return;
    end if;
    for s in
        select at, coalesce(lead(at) over (order by at), 'infinity') as until
          from (select c.judged as at
                union select day_start(effective_from) from version where day_start(effective_from) > c.judged
                union select holds_from from affiliate_row where affiliate = c.affiliate and holds_from > c.judged) change
         order by at
    loop
        exit when s.at > upto;
        l := limits_at(c.affiliate, s.at);
        runs_out := plus_days(c.anchor, l.days);
        if runs_out <= s.at then
            update connection set ended = s.at, ending = 'EXPIRED' where connection_no = c.connection_no;
            return;
        elsif c.credited >= l.orders then
            update connection set ended = s.at, ending = 'LIMIT_REACHED' where connection_no = c.connection_no;
            return;
        elsif runs_out < s.until and runs_out <= upto then
            update connection set ended = runs_out, ending = 'EXPIRED' where connection_no = c.connection_no;
            return;
        end if;
    end loop;
    update connection set judged = upto where connection_no = c.connection_no;
end $$;

create procedure connect(whose text, who text, at timestamptz, by_itself boolean) language sql as $$
    insert into connection (customer, affiliate, automatic, started, anchor, judged) values (whose, who, by_itself, at, at, at)
$$;

-- Chapter 4.1, both tables.
create procedure request_at(q asked) language plpgsql as $$
declare
    v version := version_at(q.at);
    live connection;
    answer text;
begin
    select * into live from connection where customer = q.customer and ended is null;
    if q.action = 'disconnect' then
        if live.affiliate = q.affiliate then
            update connection set ended = q.at, ending = 'DISCONNECTED' where connection_no = live.connection_no;
            answer := 'DISCONNECTED';
        else
            answer := 'NOTHING_TO_DISCONNECT';
        end if;
    elsif q.customer = q.affiliate and not coalesce(v.pay_self, false) then
        answer := 'SELF_CONNECTION';
    elsif live.affiliate = q.affiliate then
        answer := 'DUPLICATE';
    elsif live.affiliate is not null and coalesce(v.on_conflict, 'keep') = 'keep' then
        answer := 'CONFLICT_EXISTING';
    elsif not q.dated and exists (select from connection c where c.customer = q.customer and c.affiliate = q.affiliate) then
        answer := 'ALREADY_ENDED';
    else
        answer := case when live.affiliate is not null then 'REPLACED_EXISTING'
                       when exists (select from connection c where c.customer = q.customer and c.affiliate = q.affiliate)
                           then 'RECONNECTED'
                       else 'CONNECTED' end;
        update connection set ended = q.at, ending = 'REPLACED' where connection_no = live.connection_no;
        call connect(q.customer, q.affiliate, q.at, false);
    end if;
    insert into outcome values (q.seq, answer);
end $$;
