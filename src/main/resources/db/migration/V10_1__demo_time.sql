-- A demo's time stands in the calendar: an appointment of each fixed host and of the one chosen, that
-- one last.
alter table demo add column appointments uuid[] not null default '{}'
  check (cardinality(appointments) <= 20);

-- Until when a visitor holds a time; they know it only by what their own browser has.
create function held_until(of_topic uuid, at timestamptz, owner bytea) returns timestamptz
  language sql stable security definer set search_path = public as $$
  select max(a.expires_at) from appointment a
    where a.status = 'hold' and a.hold_owner = owner and a.start_at = at and a.topic = of_topic
      and a.expires_at > now()
$$;
revoke execute on function held_until(uuid, timestamptz, bytea) from public;
grant execute on function held_until(uuid, timestamptz, bytea) to casewell_app, casewell_worker;

-- A team knows its own people by name, in a prospect's history too.
create policy sales_colleague on account for select to casewell_app
  using (caller_realm() = 'sales' and id in (select t.account from sales_team() t));
