-- Whose time it is, and what of it is promised. A person is a professional (by the profile's id) or
-- one of the sales team (by the account's id). Made by an administrator beside the roles (roles.sql):
do $$ begin
  if not exists (select from pg_extension where extname = 'btree_gist') then
    create extension btree_gist;
  end if;
end $$;

-- The person the caller is: a professional's profile, a rep's account.
create function caller_person() returns uuid language sql stable
  as $$ select case caller_realm() when 'staff' then caller_staff()
                                   when 'sales' then caller_account() end $$;

create function leads_reps() returns boolean
  language sql stable security definer set search_path = public as $$
  select coalesce(caller_realm() = 'sales', false)
    and exists (select from sales_person where account = caller_account() and lead)
$$;

-- A table with a column "person": the own rows, those of the team for who leads sales, all for
-- operations to read.
create procedure guard_time(tab regclass, app_may text) language plpgsql as $$
begin
  call guard(tab, app_may);
  execute format('create policy own on %s to casewell_app
    using (person = caller_person()) with check (person = caller_person())', tab);
  execute format('create policy lead_sees on %s for select to casewell_app
    using ((select leads_reps()))', tab);
  execute format('create policy operations_sees on %s for select to casewell_app
    using (caller_realm() = ''operations'')', tab);
end $$;

-- A rep's usual week, kept as a professional's is in working_hours.
create table rep_hours (
  account uuid primary key references account on delete cascade,
  zone text not null,
  rows jsonb not null,
  capacity_hours int not null default 40 check (capacity_hours between 0 and 168),
  committed_elsewhere_hours int not null default 0 check (committed_elsewhere_hours between 0 and 168),
  updated_at timestamptz not null default now()
);
call guard('rep_hours', 'select, insert, update');
create policy own on rep_hours to casewell_app
  using (account = caller_account() and caller_realm() = 'sales')
  with check (account = caller_account() and caller_realm() = 'sales');
create policy lead_sees on rep_hours for select to casewell_app using ((select leads_reps()));
create policy operations_sees on rep_hours for select to casewell_app
  using (caller_realm() = 'operations');

-- A date with hours of its own: [["14:00","18:00"]]; none is a day off.
create table date_override (
  person uuid not null,
  date date not null,
  windows jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (person, date)
);
call guard_time('date_override', 'select, insert, update, delete');

-- Away, whole days by the own calendar, both included. The reason is the person's own.
create table time_off (
  id uuid primary key,
  person uuid not null,
  from_date date not null,
  to_date date not null check (to_date >= from_date and to_date < from_date + 400),
  reason text not null default '' check (length(reason) <= 200),
  cover uuid,
  created_at timestamptz not null default now()
);
create index on time_off (person, to_date);
call guard_time('time_off', 'select, insert, update, delete');

-- Elsewhere for some days, both included: the hours are then by the wall clock there.
create table travel (
  id uuid primary key,
  person uuid not null,
  from_date date not null,
  to_date date not null check (to_date >= from_date and to_date < from_date + 400),
  zone text not null,
  created_at timestamptz not null default now(),
  constraint one_place_at_a_time
    exclude using gist (person with =, daterange(from_date, to_date, '[]') with &&)
);
create index on travel (person, to_date);
call guard_time('travel', 'select, insert, update, delete');

-- Whose public holidays are kept, without those worked all the same (by their key).
create table holiday_choice (
  person uuid primary key,
  country text not null check (country ~ '^[A-Z]{2}$'),
  opt_outs text[] not null default '{}' check (cardinality(opt_outs) <= 60),
  updated_at timestamptz not null default now()
);
call guard_time('holiday_choice', 'select, insert, update, delete');

-- Busy by a calendar kept elsewhere: ranges only, never what they are for.
create table busy_block (
  person uuid not null,
  source uuid not null,
  start_at timestamptz not null,
  end_at timestamptz not null check (end_at > start_at),
  primary key (person, source, start_at, end_at)
);
create index on busy_block (person, end_at, start_at);
create index on busy_block (source);
call guard_time('busy_block', 'select, insert, delete');

-- Promised time. Two that block never overlap for one person, whatever they are: the database says
-- so. Each blocks its own buffers; the application writes the blocked range.
create table appointment (
  id uuid primary key,
  -- 0 while only held; then each version has its event
  version bigint not null default 1,
  person uuid not null,
  kind text not null check (kind in ('demo', 'interview', 'shift', 'hold')),
  status text not null check (status in
    ('hold', 'pending', 'confirmed', 'done', 'no-show', 'cancelled', 'expired')),
  start_at timestamptz not null,
  end_at timestamptz not null check (end_at > start_at),
  buffer_before int not null default 0 check (buffer_before between 0 and 1440),
  buffer_after int not null default 0 check (buffer_after between 0 and 1440),
  blocked_from timestamptz not null check (blocked_from <= start_at),
  blocked_to timestamptz not null check (blocked_to >= end_at),
  -- what it is for, e.g. a demo and its id; the topic is what limits count by, e.g. the demo's type
  subject_kind text not null default '' check (length(subject_kind) <= 40),
  subject uuid,
  topic uuid,
  firm uuid,
  zone text not null,
  title text not null default '' check (length(title) <= 200),
  -- of the invite; raised with each move
  sequence int not null default 0,
  meeting_link text not null default '' check (length(meeting_link) <= 500),
  -- SHA-256 of the link by which somebody without an account may change it
  holder bytea check (length(holder) = 32),
  hold_owner bytea check (length(hold_owner) = 32),
  expires_at timestamptz,
  -- why this person: order, shortfalls, as it was decided
  chosen jsonb not null default '{}',
  -- what it counts in: [{"what":"demo/day","since":"2026-05-13","base":0,"add":1,"cap":6}]
  tallies jsonb not null default '[]',
  reason text not null default '' check (length(reason) <= 300),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((status = 'hold') <= (expires_at is not null and hold_owner is not null)),
  constraint nobody_twice exclude using gist
    (person with =, tstzrange(blocked_from, blocked_to) with &&)
    where (status in ('hold', 'pending', 'confirmed'))
);
create index on appointment (person, blocked_to, blocked_from);
create index on appointment (subject);
create index on appointment (person, created_at) where topic is not null;
create index on appointment (firm, start_at) where firm is not null;
create index on appointment (hold_owner) where status = 'hold';
create index on appointment (expires_at) where status = 'hold';
call guard('appointment', 'select');
create policy own on appointment for select to casewell_app using (person = caller_person());
create policy lead_sees on appointment for select to casewell_app using ((select leads_reps()));
create policy firm_sees on appointment for select to casewell_app using (firm = caller_firm());
create policy operations_sees on appointment for select to casewell_app
  using (caller_realm() = 'operations');

-- How much of a limit is used: of which limit, from which date on.
create table time_tally (
  person uuid not null,
  what text not null check (length(what) between 1 and 80),
  since date not null,
  n int not null check (n >= 0),
  primary key (person, what, since)
);
create index on time_tally (since);
call guard('time_tally', 'select');
create policy own on time_tally for select to casewell_app using (person = caller_person());
create policy operations_sees on time_tally for select to casewell_app
  using (caller_realm() = 'operations');

-- Functions ----------------------------------------------------------------------------------

-- Booking and changing one's hours wait for one another: booking shares the lock, so that two
-- bookings do not.
create function lock_hours(of_person uuid) returns void language sql
  as $$ select pg_advisory_xact_lock(hashtextextended('hours' || of_person::text, 0)) $$;

-- Whether the caller may know when this person is free: of the team everybody may, of professionals
-- firms and operations.
create function may_plan(of_person uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select session_user = 'casewell_worker' or coalesce(case caller_realm()
    when 'operations' then true
    when 'staff' then of_person = caller_staff()
    when 'firm' then exists (select from staff s where s.id = of_person)
    else exists (select from sales_person s where s.account = of_person)
  end, false)
$$;

-- What decides when these people are free between two moments, a row for each. With the lock, nobody
-- changes their hours before the transaction ends. With a topic, also when they were given one of it
-- in the last 90 days, which is what turns are counted by. Titles are for who may see them.
create function slot_facts(of_persons uuid[], from_at timestamptz, to_at timestamptz, viewer bytea,
                           locked boolean, of_topic uuid)
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
            and not (a.status = 'hold'
              and (a.expires_at <= now() or a.hold_owner is not distinct from viewer))
          union all
          select k.start_at, k.end_at, 0, 0, 'imported', 'confirmed', null, ''
          from busy_block k
          where k.person = x.id and k.end_at > from_at and k.start_at < to_at) y) b
    where may_plan(x.id);
end $$;

-- Counts it in, all of it or nothing; says whether there was room.
create function take_tallies(of_person uuid, its jsonb) returns boolean
  language plpgsql security definer set search_path = public as $$
declare
  t record;
  counted int;
  taken jsonb := '[]';
begin
  for t in select * from jsonb_to_recordset(its) as x(what text, since date, base int, add int, cap int)
      order by what, since loop
    if t.base + t.add > t.cap then
      counted := null;
    else
      -- the first counts what was there before anybody counted
      insert into time_tally as y (person, what, since, n)
        values (of_person, t.what, t.since, t.base + t.add)
        on conflict (person, what, since) do update set n = y.n + t.add where y.n + t.add <= t.cap
        returning n into counted;
    end if;
    if counted is null then
      perform give_tallies(of_person, taken);
      return false;
    end if;
    taken := taken || jsonb_build_object('what', t.what, 'since', t.since, 'add', t.add);
  end loop;
  return true;
end $$;

-- Counts it out again.
create function give_tallies(of_person uuid, its jsonb) returns void
  language sql security definer set search_path = public as $$
  update time_tally y set n = greatest(0, y.n - t.add)
    from jsonb_to_recordset(its) as t(what text, since date, add int)
    where y.person = of_person and y.what = t.what and y.since = t.since
$$;

-- What happened to an appointment: its trail, and, but for holds, its event.
create function tell_appointment(a appointment, its_what text, its_before jsonb, its_origin text,
                                 person_before uuid)
  returns void language plpgsql security definer set search_path = public as $$
begin
  perform audit_append('appointment', a.id, a.firm,
    (select s.id from staff s where s.id = a.person), its_what, its_before,
    jsonb_build_object('person', a.person, 'kind', a.kind, 'status', a.status, 'start', a.start_at,
      'end', a.end_at, 'sequence', a.sequence, 'reason', a.reason, 'chosen', a.chosen), its_origin);
  if a.status <> 'hold' then
    insert into outbox (id, aggregate_kind, aggregate, version, type, payload)
    values (gen_random_uuid(), 'appointment', a.id, a.version, 'AppointmentChanged',
      jsonb_build_object('v', 1, 'appointment', a.id, 'version', a.version, 'what', its_what,
        'kind', a.kind, 'status', a.status, 'person', a.person, 'personBefore', person_before,
        'subject', a.subject, 'start', to_char(a.start_at at time zone 'UTC',
          'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'end', to_char(a.end_at at time zone 'UTC',
          'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'sequence', a.sequence));
  end if;
end $$;

-- Whether the caller may promise this person's time for this.
create function may_promise(of_person uuid, its_kind text, its_firm uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select session_user = 'casewell_worker' or coalesce(case caller_realm()
    when 'operations' then true
    when 'staff' then of_person = caller_staff()
    when 'firm' then its_kind in ('interview', 'shift') and its_firm = caller_firm()
      and exists (select from staff s where s.id = of_person)
    when 'sales' then its_kind in ('demo', 'hold')
      and exists (select from sales_person s where s.account = of_person)
    when 'visitor' then its_kind = 'demo'
      and exists (select from sales_person s where s.account = of_person)
    else false
  end, false)
$$;

-- A hold ends, and is no longer counted.
create function end_hold(gone appointment, its_origin text) returns void
  language plpgsql security definer set search_path = public as $$
begin
  perform give_tallies(gone.person, gone.tallies);
  perform audit_append('appointment', gone.id, gone.firm, null, 'let go',
    jsonb_build_object('status', gone.status), null, its_origin);
end $$;

-- Reserves time: of every fixed person, and of the first of the candidates the database accepts. The
-- expired holds of these people go, and the visitor's own hold, which becomes this. Nobody free:
-- 23P01, "taken", or "full" where a limit was reached. Gives the rows made, the fixed ones first.
create function reserve_time(its jsonb)
  returns table (id uuid, person uuid, place int)
  language plpgsql security definer set search_path = public as $$
declare
  persons uuid[];
  fixed_people jsonb := coalesce(its -> 'fixed', '[]');
  candidates jsonb := coalesce(its -> 'candidates', '[]');
  owner bytea := decode(its ->> 'holdOwner', 'hex');
  most_holds int := coalesce((its ->> 'mostHolds')::int, 1);
  gone appointment;
  made appointment;
  held uuid;
  x record;
  outcome text := 'taken';
begin
  persons := array(select distinct (c ->> 'person')::uuid
    from jsonb_array_elements(fixed_people || candidates) c order by 1);
  if exists (select from unnest(persons) p
      where not may_promise(p, its ->> 'kind', (its ->> 'firm')::uuid)) then
    raise exception 'not the caller''s to promise' using errcode = '42501';
  end if;
  for gone in
    delete from appointment a where a.id in (
      select h.id from appointment h where h.status = 'hold' and h.person = any(persons)
          and h.expires_at <= now()
      union
      select h.id from appointment h where h.status = 'hold' and h.hold_owner = owner
          and (most_holds = 1 or h.start_at = (its ->> 'start')::timestamptz))
    returning a.*
  loop
    perform end_hold(gone, coalesce(its ->> 'origin', 'house'));
    if gone.hold_owner = owner and gone.start_at = (its ->> 'start')::timestamptz then
      held := gone.person;
    end if;
  end loop;
  if its ->> 'status' = 'hold' and most_holds <= (select count(*) from appointment a
      where a.status = 'hold' and a.hold_owner = owner and a.expires_at > now()) then
    raise exception 'too many holds' using errcode = 'CW429';
  end if;
  place := 0;
  for x in
    select c.value as c, 0 as part, c.ordinality as n, (c.value ->> 'person') as by_person
      from jsonb_array_elements(fixed_people) with ordinality c
    union all
    select c.value, 1, c.ordinality + case when (c.value ->> 'person')::uuid = held then 0 else 1000 end, ''
      from jsonb_array_elements(candidates) with ordinality c
    order by 2, 4, 3
  loop
    insert into appointment (id, version, person, kind, status, start_at, end_at, buffer_before,
        buffer_after, blocked_from, blocked_to, subject_kind, subject, topic, firm, zone, title,
        meeting_link, holder, hold_owner, expires_at, chosen, tallies)
      values ((x.c ->> 'id')::uuid, case when its ->> 'status' = 'hold' then 0 else 1 end,
        (x.c ->> 'person')::uuid, its ->> 'kind', its ->> 'status', (its ->> 'start')::timestamptz,
        (its ->> 'end')::timestamptz, (its ->> 'before')::int, (its ->> 'after')::int,
        (its ->> 'start')::timestamptz - make_interval(mins => (its ->> 'before')::int),
        (its ->> 'end')::timestamptz + make_interval(mins => (its ->> 'after')::int),
        coalesce(its ->> 'subjectKind', ''), (its ->> 'subject')::uuid, (its ->> 'topic')::uuid,
        (its ->> 'firm')::uuid, its ->> 'zone', coalesce(its ->> 'title', ''),
        coalesce(its ->> 'link', ''), decode(its ->> 'holder', 'hex'), owner,
        (its ->> 'expires')::timestamptz, coalesce(x.c -> 'chosen', '{}'),
        coalesce(x.c -> 'tallies', '[]'))
      on conflict on constraint nobody_twice do nothing
      returning * into made;
    if found and not take_tallies(made.person, made.tallies) then
      delete from appointment a where a.id = made.id;
      made := null;
      outcome := 'full';
    elsif not found then
      made := null;
    end if;
    if made.id is not null then
      perform tell_appointment(made, case when made.status = 'hold' then 'held' else 'reserved' end,
        null, coalesce(its ->> 'origin', 'house'), null);
      id := made.id;
      person := made.person;
      place := x.n % 1000;
      return next;
      exit when x.part = 1;
    elsif x.part = 0 then
      raise exception '%', outcome using errcode = '23P01';
    end if;
  end loop;
  if jsonb_array_length(candidates) > 0 and made.id is null then
    raise exception '%', outcome using errcode = '23P01';
  end if;
end $$;

-- Whether the caller may change it: whose it is, who leads them, the firm's people, whoever holds its
-- link, operations, the worker.
create function may_change(a appointment) returns boolean
  language sql stable security definer set search_path = public as $$
  select session_user = 'casewell_worker' or coalesce(a.person = caller_person(), false) or leads_reps()
    or coalesce(a.firm = caller_firm(), false) or coalesce(caller_realm() = 'operations', false)
    or coalesce(a.holder = decode(nullif(current_setting('app.link', true), ''), 'hex'), false)
$$;

-- Moves it, hands it to the first of the candidates who is free, or changes its state. None when it is
-- not there or not the caller's. 23P01: taken, or full. CW409: a change that is not drawn.
create function change_time(its jsonb)
  returns table (id uuid, version bigint, person uuid, person_before uuid, sequence int, status text,
                 start_at timestamptz, end_at timestamptz, subject uuid)
  language plpgsql security definer set search_path = public as $$
declare
  was appointment;
  made appointment;
  candidates jsonb;
  was_hold appointment;
  x record;
  outcome text := 'taken';
  what text := its ->> 'what';
  moves boolean := what in ('moved', 'reassigned');
  to_status text;
begin
  select * into was from appointment a where a.id = (its ->> 'id')::uuid for update;
  if not found or not may_change(was) then
    return;
  end if;
  to_status := case what when 'moved' then was.status when 'reassigned' then was.status else what end;
  if not (case
      when moves then was.status in ('pending', 'confirmed')
      when to_status = 'confirmed' then was.status in ('hold', 'pending')
      when to_status = 'pending' then was.status = 'hold'
      when to_status = 'cancelled' then was.status in ('hold', 'pending', 'confirmed')
      when to_status = 'expired' then was.status in ('hold', 'pending')
      when to_status in ('done', 'no-show') then was.status = 'confirmed'
      else false end) then
    raise exception '%', was.status using errcode = 'CW409';
  end if;
  if was.status = 'hold' and to_status in ('confirmed', 'pending') and was.expires_at <= now() then
    raise exception 'expired' using errcode = 'CW409';
  end if;
  if moves then
    candidates := coalesce(its -> 'candidates', '[]');
    if jsonb_array_length(candidates) = 0 then
      candidates := jsonb_build_array(jsonb_build_object('person', was.person, 'chosen', was.chosen,
        'tallies', was.tallies));
    end if;
    -- two that move into one time at once would wait for each other; here one comes after the other
    for x in select distinct (c ->> 'person')::uuid as p from jsonb_array_elements(candidates) c
        order by 1 loop
      if x.p <> was.person and not may_promise(x.p, was.kind, was.firm) then
        raise exception 'not the caller''s to promise' using errcode = '42501';
      end if;
      perform pg_advisory_xact_lock(hashtextextended('move' || x.p::text, 0));
    end loop;
    for was_hold in
      delete from appointment a where a.status = 'hold' and a.expires_at <= now() and a.person in
        (select (c ->> 'person')::uuid from jsonb_array_elements(candidates) c)
      returning a.*
    loop
      perform end_hold(was_hold, coalesce(its ->> 'origin', 'house'));
    end loop;
    perform give_tallies(was.person, was.tallies);
    for x in select c.value as c from jsonb_array_elements(candidates) with ordinality c
        order by c.ordinality loop
      begin
        update appointment a set person = (x.c ->> 'person')::uuid,
            start_at = coalesce((its ->> 'start')::timestamptz, a.start_at),
            end_at = coalesce((its ->> 'end')::timestamptz, a.end_at),
            blocked_from = coalesce((its ->> 'start')::timestamptz, a.start_at)
              - make_interval(mins => a.buffer_before),
            blocked_to = coalesce((its ->> 'end')::timestamptz, a.end_at)
              + make_interval(mins => a.buffer_after),
            chosen = coalesce(x.c -> 'chosen', a.chosen),
            tallies = coalesce(x.c -> 'tallies', '[]'),
            meeting_link = coalesce(its ->> 'link', a.meeting_link),
            zone = coalesce(its ->> 'zone', a.zone),
            reason = coalesce(its ->> 'reason', ''), sequence = a.sequence + 1,
            version = a.version + 1, updated_at = now()
          where a.id = was.id returning * into made;
        if not take_tallies(made.person, made.tallies) then
          raise exception 'full' using errcode = 'CWFUL';
        end if;
        exit;
      exception
        when exclusion_violation then made := null;
        when sqlstate 'CWFUL' then
          made := null;
          outcome := 'full';
      end;
    end loop;
    if made.id is null then
      raise exception '%', outcome using errcode = '23P01';
    end if;
  else
    if to_status in ('cancelled', 'expired') then
      perform give_tallies(was.person, was.tallies);
    end if;
    update appointment a set status = to_status, version = a.version + 1,
        tallies = case when to_status in ('cancelled', 'expired') then '[]' else a.tallies end,
        sequence = a.sequence + case when to_status = 'cancelled' then 1 else 0 end,
        meeting_link = coalesce(its ->> 'link', a.meeting_link),
        expires_at = null, reason = coalesce(its ->> 'reason', ''), updated_at = now()
      where a.id = was.id returning * into made;
  end if;
  perform tell_appointment(made, what,
    jsonb_build_object('person', was.person, 'status', was.status, 'start', was.start_at,
      'end', was.end_at), coalesce(its ->> 'origin', 'house'),
    case when was.person <> made.person then was.person end);
  return query select made.id, made.version, made.person, was.person, made.sequence, made.status,
    made.start_at, made.end_at, made.subject;
end $$;

-- Gives its link a new digest, the old one ends. Whoever may change it may do so.
create function link_time(of_subject uuid, its_holder bytea) returns int
  language plpgsql security definer set search_path = public as $$
declare
  n int;
begin
  update appointment a set holder = its_holder where a.subject = of_subject and may_change(a);
  get diagnostics n = row_count;
  return n;
end $$;

-- Ends holds whose time is over, some at a time, for the worker.
create function end_expired_holds(at_most int) returns int
  language plpgsql security definer set search_path = public as $$
declare
  gone appointment;
  n int := 0;
begin
  for gone in
    delete from appointment a where a.id in (select h.id from appointment h where h.status = 'hold'
        and h.expires_at <= now() order by h.expires_at limit at_most for update skip locked)
      returning a.*
  loop
    perform end_hold(gone, 'house');
    n := n + 1;
  end loop;
  return n;
end $$;

-- Ends the visitor's own holds.
create function let_go(owner bytea, its_origin text) returns int
  language plpgsql security definer set search_path = public as $$
declare
  gone appointment;
  n int := 0;
begin
  for gone in delete from appointment a where a.status = 'hold' and a.hold_owner = owner returning a.*
  loop
    perform end_hold(gone, its_origin);
    n := n + 1;
  end loop;
  return n;
end $$;

revoke execute on function caller_person(), leads_reps(), lock_hours(uuid), may_plan(uuid),
  slot_facts(uuid[], timestamptz, timestamptz, bytea, boolean, uuid), take_tallies(uuid, jsonb),
  give_tallies(uuid, jsonb), tell_appointment(appointment, text, jsonb, text, uuid),
  may_promise(uuid, text, uuid), reserve_time(jsonb), may_change(appointment), change_time(jsonb),
  link_time(uuid, bytea), let_go(bytea, text), end_hold(appointment, text),
  end_expired_holds(int) from public;
revoke execute on procedure guard_time(regclass, text) from public;
grant execute on function caller_person(), leads_reps(), lock_hours(uuid),
  slot_facts(uuid[], timestamptz, timestamptz, bytea, boolean, uuid), reserve_time(jsonb),
  change_time(jsonb), link_time(uuid, bytea), let_go(bytea, text)
  to casewell_app, casewell_worker;
grant execute on function end_expired_holds(int) to casewell_worker;
