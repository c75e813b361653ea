-- What decides when people are free, as before, and as if some appointments were not there: those that
-- are to be moved do not stand in their own way.
create function slot_facts(of_persons uuid[], from_at timestamptz, to_at timestamptz, viewer bytea,
                           locked boolean, of_topic uuid,
                           but_not uuid[])
  returns table (person uuid, zone text, hours text, overrides text, travel text, away text,
                 country text, opt_outs text[], starts bigint[], ends bigint[], befores int[],
                 afters int[], kinds text[], states text[], topics uuid[], titles text[], assigned bigint[])
  language plpgsql security definer set search_path = public as $$
declare
  p uuid;
begin
  if locked then
    for p in select x from unnest(of_persons) x order by x loop
      perform pg_advisory_xact_lock_shared(hashtextextended('hours' || p::text, 0));
    end loop;
  end if;
  -- a volatile function sees in each statement what was committed before it
  return query
    select x.id, coalesce(w.zone, r.zone), coalesce(w.rows, r.rows)::text,
      (select jsonb_agg(jsonb_build_array(o.date, o.windows))::text from date_override o
        where o.person = x.id and o.date between from_at::date - 2 and to_at::date + 2),
      (select jsonb_agg(jsonb_build_array(t.from_date, t.to_date, t.zone))::text from travel t
        where t.person = x.id and t.to_date >= from_at::date - 2 and t.from_date <= to_at::date + 2),
      (select jsonb_agg(jsonb_build_array(f.from_date, f.to_date))::text from time_off f
        where f.person = x.id and f.from_date <= to_at::date + 2 and f.to_date
          >= case when of_topic is null then from_at::date - 2 else current_date - 92 end),
      h.country, coalesce(h.opt_outs, '{}'), b.starts, b.ends, b.befores, b.afters, b.kinds,
      b.states, b.topics, b.titles,
      case when of_topic is not null then array(
        select extract(epoch from g.created_at)::bigint from appointment g
        where g.person = x.id and g.topic = of_topic and g.created_at > now() - interval '90 days'
          and g.status in ('pending', 'confirmed', 'done', 'no-show')) end
    from unnest(of_persons) x(id)
      left join working_hours w on w.staff = x.id
      left join rep_hours r on r.account = x.id
      left join holiday_choice h on h.person = x.id,
      lateral (
        select array_agg(extract(epoch from y.start_at)::bigint) as starts,
          array_agg(extract(epoch from y.end_at)::bigint) as ends, array_agg(y.b) as befores,
          array_agg(y.a) as afters, array_agg(y.kind) as kinds, array_agg(y.status) as states,
          array_agg(y.topic) as topics, array_agg(y.title) as titles
        from (
          select a.start_at, a.end_at, a.buffer_before as b, a.buffer_after as a, a.kind, a.status,
            a.topic,
            case when caller_realm() in ('sales', 'operations') or a.person = caller_person()
              then a.title else '' end as title
          from appointment a
          where a.person = x.id and a.blocked_to > from_at and a.blocked_from < to_at
            and a.status in ('hold', 'pending', 'confirmed', 'done', 'no-show')
            and not (a.id = any (but_not))
            and not (a.status = 'hold'
              and (a.expires_at <= now() or a.hold_owner is not distinct from viewer))
          union all
          select k.start_at, k.end_at, 0, 0, 'imported', 'confirmed', null, ''
          from busy_block k
          where k.person = x.id and k.end_at > from_at and k.start_at < to_at) y) b
    where may_plan(x.id);
end $$;

-- How many demos of a prospect still take place or wait, whoever gives them: for who may change one.
create function standing_demos(of_lead uuid) returns int
  language sql stable security definer set search_path = public as $$
  select count(*)::int from demo d where d.lead = of_lead and d.state in ('pending', 'confirmed')
    and (session_user = 'casewell_worker' or caller_realm() = 'sales'
      or exists (select from demo o where o.lead = of_lead and o.token_hash = caller_link()))
$$;

revoke execute on function slot_facts(uuid[], timestamptz, timestamptz, bytea, boolean, uuid, uuid[]),
  standing_demos(uuid) from public;
grant execute on function slot_facts(uuid[], timestamptz, timestamptz, bytea, boolean, uuid, uuid[]),
  standing_demos(uuid) to casewell_app, casewell_worker;
