-- What facts mean before any customer is looked at: texts, times, which revision counts, which requests are events.

-- Chapter 2: text as it is compared.
create function clean(written text) returns text immutable language sql as $$
    select normalize(
        regexp_replace(
            regexp_replace(written, '[\uFEFF\u200B-\u200D\u2060]', '', 'g'),
            '^[\u0009-\u000D\u001C-\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+|[\u0009-\u000D\u001C-\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+$', '', 'g'),
        nfc)
$$;

create function clean_address(written text) returns text immutable language sql as $$
    select lower(clean(written) collate "pg_c_utf8")
$$;

create function is_address(address text) returns boolean immutable language sql as $$
    select address ~ '^[^@\s\u00A0]+@[^@\s\u00A0]+$'
$$;

create function zone() returns text stable language sql as $$ select zone from program $$;

create function day_start(day date) returns timestamptz stable language sql as $$
    select day::timestamp at time zone zone()
$$;

-- Chapter 2, adding days: local time is kept; a gap moves forward; in an overlap the offset it had is kept.
create function plus_days(at timestamptz, days int) returns timestamptz stable language plpgsql as $$
declare
    local timestamp := at at time zone zone();
    target timestamp := local + make_interval(days => days);
    same_offset timestamptz := (target - (local - (at at time zone 'UTC'))) at time zone 'UTC';
begin
    if same_offset at time zone zone() = target then
        return same_offset;
    end if;
    return target at time zone zone();
end $$;

-- Chapter 3: the version in force; none before the first.
create function version_at(at timestamptz) returns version stable language sql as $$
    select v from version v where day_start(v.effective_from) <= at order by v.effective_from desc limit 1
$$;

-- What holds for an affiliate; null before its first row.
create function affiliate_at(who text, at timestamptz) returns affiliate_row stable language sql as $$
    select r from affiliate_row r where r.affiliate = who and r.holds_from <= at order by r.holds_from desc limit 1
$$;

-- Chapter 4.1: the requests that are events. One that names an affiliate nobody knows is none yet. A line is repeated
-- where one like it is held; one without a date is like another without.
create view request_event as
select q.seq, q.customer, q.affiliate, q.action, q.dated, greatest(q.at, a.first_row) as at
  from (select seq, clean_address(customer) as customer, clean_address(affiliate) as affiliate, clean(action) as action,
               clean(connected_at) <> '' as dated,
               coalesce(nullif(clean(connected_at), '')::timestamptz, day_start(night)) as at,
               row_number() over (partition by clean_address(customer), clean_address(affiliate), clean(action),
                                               nullif(clean(connected_at), '')::timestamptz order by seq) as occurrence
          from request
         where is_address(clean_address(customer)) and is_address(clean_address(affiliate))) q
  join (select affiliate, min(holds_from) as first_row from affiliate_row group by affiliate) a using (affiliate)
 where q.occurrence = 1;

-- Files.md, orders: the latest-dated revision counts, of one instant the one of the later run, then the later one read.
-- Chapter 4.3: without an address it keeps that of the latest-dated one that has one.
create view newest as
select distinct on (r.store, r.order_id) r.*, r.placed_at::timestamptz as at,
       coalesce(nullif(clean_address(r.customer), ''),
                (select clean_address(o.customer)
                   from revision o
                  where o.store = r.store and o.order_id = r.order_id and clean_address(o.customer) <> ''
                  order by coalesce(nullif(o.revised_at, '')::timestamptz, day_start(o.night)) desc, o.seq desc limit 1),
                '') as buyer
  from revision r
 order by r.store, r.order_id, coalesce(nullif(r.revised_at, '')::timestamptz, day_start(r.night)) desc, r.seq desc;

-- Both as tables, for they are read for each customer.
create table asked as table request_event with no data;
create index on asked (customer);
create table placed as table newest with no data;
create index on placed (buyer);
