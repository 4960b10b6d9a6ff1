-- rules.md 4.2: which order of its connection it is, of how many, and to when the connection would last without it: the limits
-- of the version and of the affiliate's group at the order's time, counted from the start or the last order that moved it.
select o.order_no, o.file_no, o.line, 'its place in the limits' as subject,
       case when o.place > o.orders then 'no order any more, after ' || o.orders
            when ends.at <= o.placed_at then 'no order any more, after ' || ends.at
            else 'order ' || o.place || ' of ' || coalesce(o.orders::text, 'unlimited') || ', to '
                 || coalesce(to_char(ends.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'any time') end as expected,
       'order ' || o.order_of_limit || ' of ' || coalesce(o.order_limit::text, 'unlimited') || ', to '
       || coalesce(to_char(o.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'any time') as found
  from (select d.order_no, d.file_no, d.line, d.order_of_limit, d.order_limit, d.expires_at, r.placed_at,
               p.zone,
               case when g.has_orders then g.orders else v.orders end as orders,
               case when g.has_days then g.days else v.days end as days,
               row_number() over (partition by d.customer_no, d.affiliate_no, d.connection_started_at
                                  order by r.placed_at, s.code collate "C", r.order_id collate "C") as place,
               coalesce(max(r.placed_at) filter (where v.refreshes)
                        over (partition by d.customer_no, d.affiliate_no, d.connection_started_at
                              order by r.placed_at, s.code collate "C", r.order_id collate "C"
                              rows between unbounded preceding and 1 preceding), d.connection_started_at) as anchor
          from decision d
          join order_revision r on r.order_no = d.order_no and r.file_no = d.file_no and r.line = d.line
          join store s on s.store_no = r.store_no
          join rules u using (rules_no)
          join recount_version v on v.edition_no = u.edition_no and v.effective_from = u.effective_from
          cross join program p
          left join lateral (select t.group_name
                               from affiliate_row t
                              where t.affiliate_no = d.affiliate_no and t.effective_from <= r.placed_at
                                and t.file_no in (select file_no from input_file where state in ('complete', 'posted'))
                              order by t.effective_from desc, t.file_no desc, t.line desc limit 1) w on true
          left join recount_group g
            on g.edition_no = u.edition_no and g.effective_from = u.effective_from
               and g.name = 'groups['
                            || case when w.group_name ~ '^[A-Za-z0-9._@+-]+$' then w.group_name
                                    else '"' || replace(replace(w.group_name, '\', '\\'), '"', '\"') || '"' end
                            || ']'
         where d.superseded_by is null and d.run_no in (select run_no from run where posted_at is not null)
           and d.reason in (20, 21) and d.source = 0
           and d.order_no not in (select order_no from recount_due)) o
  -- adding days: local time is kept, a gap moves forward, in an overlap the offset it had is kept (rules.md 2)
  cross join lateral (select (o.anchor at time zone o.zone) + make_interval(days => o.days) as at) to_local
  cross join lateral (select (to_local.at - ((o.anchor at time zone o.zone) - (o.anchor at time zone 'UTC')))
                             at time zone 'UTC' as at) same
  cross join lateral (select case when same.at at time zone o.zone = to_local.at then same.at
                                  else to_local.at at time zone o.zone end as at) ends
