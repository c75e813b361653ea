-- An agreed weekly pattern holds its hours: as shifts, some months ahead, which nothing of the same
-- person may overlap. One event tells of the pattern; its shifts begin with version 0.
alter table commitment add column firm uuid;
alter table commitment add column title text not null default '' check (length(title) <= 200);
alter table commitment add column version bigint not null default 1;
-- until when its shifts are made, and from when on more are needed
alter table commitment add column made_until date;
create index on commitment (made_until);

create function may_agree(of_staff uuid, its_firm uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select session_user = 'casewell_worker' or coalesce(case caller_realm()
    when 'operations' then true
    when 'staff' then of_staff = caller_staff()
    when 'firm' then its_firm = caller_firm()
  end, false)
$$;

create function put_shifts(c commitment, shifts jsonb, skip boolean) returns int
  language plpgsql security definer set search_path = public as $$
declare
  n int;
begin
  if skip then
    insert into appointment (id, version, person, kind, status, start_at, end_at, blocked_from,
        blocked_to, subject_kind, subject, firm, zone, title)
      select gen_random_uuid(), 0, c.staff, 'shift', 'confirmed', s.a, s.b, s.a, s.b, c.kind, c.id,
        c.firm, c.zone, c.title
      from jsonb_to_recordset(shifts) as s(a timestamptz, b timestamptz) order by s.a
      on conflict on constraint nobody_twice do nothing;
  else
    insert into appointment (id, version, person, kind, status, start_at, end_at, blocked_from,
        blocked_to, subject_kind, subject, firm, zone, title)
      select gen_random_uuid(), 0, c.staff, 'shift', 'confirmed', s.a, s.b, s.a, s.b, c.kind, c.id,
        c.firm, c.zone, c.title
      from jsonb_to_recordset(shifts) as s(a timestamptz, b timestamptz) order by s.a;
  end if;
  get diagnostics n = row_count;
  return n;
end $$;

create function tell_hours(c commitment, its_what text, its_origin text) returns void
  language plpgsql security definer set search_path = public as $$
begin
  perform audit_append('commitment', c.id, c.firm, c.staff, its_what, null,
    jsonb_build_object('kind', c.kind, 'source', c.source, 'zone', c.zone, 'rows', c.rows,
      'from', c.from_date, 'until', c.until_date), its_origin);
  insert into outbox (id, aggregate_kind, aggregate, version, type, payload)
  values (gen_random_uuid(), 'commitment', c.id, c.version, 'AgreedHoursChanged',
    jsonb_build_object('v', 1, 'commitment', c.id, 'version', c.version, 'what', its_what, 'staff',
      c.staff, 'firm', c.firm, 'kind', c.kind, 'source', c.source));
end $$;

-- Writes the pattern down and holds its hours. 23P01 where they are promised already; CW409 where
-- this was agreed before.
create function agree_hours(its jsonb, shifts jsonb) returns uuid
  language plpgsql security definer set search_path = public as $$
declare
  c commitment;
begin
  if not may_agree((its ->> 'staff')::uuid, (its ->> 'firm')::uuid) then
    raise exception 'not the caller''s to agree' using errcode = '42501';
  end if;
  insert into commitment (id, staff, kind, source, zone, rows, hours_per_week, from_date, until_date,
      firm, title, made_until)
    values ((its ->> 'id')::uuid, (its ->> 'staff')::uuid, its ->> 'kind', (its ->> 'source')::uuid,
      its ->> 'zone', its -> 'rows', (its ->> 'hoursPerWeek')::int, (its ->> 'from')::date,
      (its ->> 'until')::date, (its ->> 'firm')::uuid, its ->> 'title', (its ->> 'madeUntil')::date)
    on conflict (kind, source) do nothing returning * into c;
  if c.id is null then
    raise exception 'agreed before' using errcode = 'CW409';
  end if;
  -- two agreements with one person come one after the other
  perform pg_advisory_xact_lock(hashtextextended('move' || c.staff::text, 0));
  perform put_shifts(c, shifts, false);
  perform tell_hours(c, 'agreed', its ->> 'origin');
  return c.id;
end $$;

-- Ends a pattern: its last day is this one, the shifts that begin from then on are given back.
create function end_hours(of_kind text, of_source uuid, last date, from_at timestamptz,
                          its_reason text, its_origin text)
  returns int language plpgsql security definer set search_path = public as $$
declare
  c commitment;
  a appointment;
  n int := 0;
begin
  select * into c from commitment x where x.kind = of_kind and x.source = of_source for update;
  if not found or not may_agree(c.staff, c.firm) then
    return null;
  end if;
  for a in
    update appointment x set status = 'cancelled', version = x.version + 1,
        sequence = x.sequence + 1, reason = its_reason, updated_at = now()
      where x.subject = c.id and x.kind = 'shift' and x.start_at >= from_at
        and x.status in ('pending', 'confirmed') returning x.*
  loop
    perform tell_appointment(a, 'cancelled', jsonb_build_object('status', 'confirmed'), its_origin,
      null);
    n := n + 1;
  end loop;
  if last < c.from_date then
    -- it never began
    c.version := c.version + 1;
    perform tell_hours(c, 'taken back', its_origin);
    delete from commitment x where x.id = c.id;
  else
    update commitment x set until_date = last, version = x.version + 1 where x.id = c.id
      returning * into c;
    perform tell_hours(c, 'ended', its_origin);
  end if;
  return n;
end $$;

-- Holds the hours of some more weeks, for the worker; what is promised meanwhile is left out, and
-- the trail says so.
create function go_on_with_hours(of_id uuid, shifts jsonb, until date) returns int
  language plpgsql security definer set search_path = public as $$
declare
  c commitment;
  n int;
begin
  select * into c from commitment x where x.id = of_id for update;
  if not found then
    return 0;
  end if;
  n := put_shifts(c, shifts, true);
  update commitment x set made_until = until where x.id = of_id;
  if n < jsonb_array_length(shifts) then
    perform audit_append('commitment', c.id, c.firm, c.staff, 'shifts left out', null,
      jsonb_build_object('wanted', jsonb_array_length(shifts), 'made', n, 'until', until), 'house');
  end if;
  return n;
end $$;

revoke execute on function may_agree(uuid, uuid), put_shifts(commitment, jsonb, boolean),
  tell_hours(commitment, text, text), agree_hours(jsonb, jsonb),
  end_hours(text, uuid, date, timestamptz, text, text), go_on_with_hours(uuid, jsonb, date)
  from public;
grant execute on function agree_hours(jsonb, jsonb),
  end_hours(text, uuid, date, timestamptz, text, text) to casewell_app, casewell_worker;
grant execute on function go_on_with_hours(uuid, jsonb, date) to casewell_worker;
