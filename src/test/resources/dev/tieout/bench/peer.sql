-- What a good database engineer would write by hand instead: the same files, the same rules, the same answers,
-- as one script for psql. The benchmark runs it statement by statement; its \copy lines as psql would, over the
-- COPY protocol, with the files read in this process.
-- It stores no file or line, keeps no history, cannot be restarted, and covers days and order limits only.
create table affiliate(email text primary key, name text, ref_code text, coupon text, grp text, status text);
create table raw_connection(affiliate_email text, customer_name text, customer_email text, connected_at timestamptz);
create table raw_order(order_id text, order_number text, ordered_at timestamptz, customer_email text, currency text,
  subtotal numeric(14,2), discount numeric(14,2), shipping numeric(14,2), tax numeric(14,2), total numeric(14,2),
  refunded numeric(14,2), status text);
create table decision(order_id text, decision text, affiliate_email text, order_of_limit int, base numeric(14,2), commission numeric(14,2));
create table ledger(entry bigint generated always as identity primary key, type text, order_id text, affiliate_email text,
  currency text, amount numeric(14,2), period date);
\copy affiliate from 'affiliates.csv' csv header
\copy raw_connection from 'connections.csv' csv header
\copy raw_order from 'orders-*.csv' csv header
create unique index on raw_order(order_id);
analyze;
set work_mem = '256MB';
create table connection as
  select distinct on (lower(trim(customer_email))) lower(trim(customer_email)) customer, lower(trim(affiliate_email)) affiliate_email,
         connected_at, connected_at + interval '365 days' expires_at
  from raw_connection order by 1, connected_at;
create unique index on connection(customer);
analyze connection;
insert into decision
with matched as (
  select o.*, c.affiliate_email, c.connected_at, c.expires_at, a.status affiliate_status,
         case when coalesce(o.customer_email, '') = '' then 'MISSING_EMAIL'
              when o.status = 'pending' then 'ORDER_NOT_PAID'
              when o.status = 'refunded' or (o.refunded >= o.total and o.refunded > 0) then 'ORDER_REFUNDED'
              when c.customer is null then 'NO_CONNECTION'
              when o.ordered_at < c.connected_at then 'BEFORE_CONNECTION'
              when o.ordered_at >= c.expires_at then 'CONNECTION_EXPIRED'
         end reason,
         round(o.subtotal * case when o.refunded > 0 then (o.total - o.refunded) / o.total else 1 end * 0.10, 2) amount
  from raw_order o
  left join connection c on c.customer = lower(trim(o.customer_email))
  left join affiliate a on a.email = c.affiliate_email),
eligible as (
  select *, row_number() over w n,
         count(*) filter (where reason is null and affiliate_status = 'active' and amount > 0) over (w rows between unbounded preceding and 1 preceding) credited_before
  from matched
  window w as (partition by lower(trim(customer_email)) order by ordered_at, order_id))
select order_id,
       case when (reason is null or reason = 'CONNECTION_EXPIRED') and credited_before >= 5 then 'ORDER_LIMIT_REACHED'
            when reason is not null then reason when affiliate_status <> 'active' then 'AFFILIATE_INACTIVE'
            when amount = 0 then 'ZERO_COMMISSION' else 'CREDITED' end,
       case when reason is null then affiliate_email end, credited_before + 1, subtotal,
       case when reason is null and affiliate_status = 'active' and credited_before < 5 then amount else 0 end
from eligible;
create unique index on decision(order_id);
insert into ledger(type, order_id, affiliate_email, currency, amount, period)
select 'ACCRUAL', d.order_id, d.affiliate_email, o.currency, d.commission, date_trunc('month', o.ordered_at)::date
from decision d join raw_order o using (order_id) where d.decision = 'CREDITED' order by o.ordered_at, d.order_id;
\copy (select d.*, o.ordered_at, o.customer_email, o.total from decision d join raw_order o using (order_id)) to 'peer-decisions.csv' csv header
\copy ledger to 'peer-ledger.csv' csv header
\copy (select decision, count(*), sum(o.total), sum(d.commission) from decision d join raw_order o using (order_id) group by 1 order by 1) to 'peer-totals.csv' csv header
