-- Demos: what is offered, who gives it, who asked for one, and what became of it.

-- Of those who hold a link (to a demo or a proposal) the database is told the token's SHA-256 for one
-- transaction, as hex; the policies below then show exactly what the link leads to.
create function caller_link() returns bytea language sql stable
  as $$ select decode(nullif(current_setting('app.link', true), ''), 'hex') $$;

create function leads_sales() returns boolean
  language sql stable security definer set search_path = public as $$
  select coalesce(caller_realm() = 'sales', false)
    and exists (select from sales_person where account = caller_account() and lead)
$$;

-- The team, to itself.
create function sales_team() returns table (account uuid, name text, email text, lead boolean)
  language sql stable security definer set search_path = public as $$
  select s.account, a.name, a.email, s.lead from sales_person s join account a on a.id = s.account
    where caller_realm() in ('sales', 'operations') and a.disabled_at is null
    order by a.name
$$;

-- What is offered to everybody; edited by those who lead sales.
create table demo_type (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  name text not null check (length(name) between 1 and 120),
  about text not null check (length(about) <= 1000),
  place int not null default 0,
  open boolean not null default true,
  version bigint not null default 1,
  -- how long, how often, by which rules: versioned, read as one
  terms jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
call guard('demo_type', 'select, insert, update');
create policy everybody_reads on demo_type for select to casewell_app using (true);
create policy lead_adds on demo_type for insert to casewell_app
  with check ((select leads_sales()));
create policy lead_changes on demo_type for update to casewell_app
  using ((select leads_sales())) with check ((select leads_sales()));

-- Who gives demos of a type, under the name prospects read. Booking chooses among them.
create table demo_host (
  type uuid not null references demo_type on delete cascade,
  account uuid not null references account on delete cascade,
  name text not null check (length(name) between 1 and 120),
  -- a fixed host sits in every demo of the type; of the others one is chosen
  fixed boolean not null default false,
  weight int not null default 100 check (weight between 1 and 1000),
  priority int not null default 2 check (priority between 1 and 3),
  day_cap int not null default 6 check (day_cap between 1 and 24),
  -- counted as given already, so that somebody new does not get every demo
  calibration int not null default 0 check (calibration between 0 and 10000),
  active boolean not null default true,
  primary key (type, account)
);
create index on demo_host (account);
call guard('demo_host', 'select, insert, update, delete');
create policy everybody_reads on demo_host for select to casewell_app using (true);
create policy lead_adds on demo_host for insert to casewell_app
  with check ((select leads_sales()));
create policy lead_changes on demo_host for update to casewell_app
  using ((select leads_sales())) with check ((select leads_sales()));
create policy lead_removes on demo_host for delete to casewell_app
  using ((select leads_sales()));

-- The questions that lead a visitor to the right type or person.
create table demo_route (
  id uuid primary key,
  place int not null,
  -- one question with its answers, each leading to a type and perhaps a person
  question text not null check (length(question) between 1 and 200),
  answers jsonb not null,
  version bigint not null default 1
);
call guard('demo_route', 'select, insert, update, delete');
create policy everybody_reads on demo_route for select to casewell_app using (true);
create policy lead_adds on demo_route for insert to casewell_app
  with check ((select leads_sales()));
create policy lead_changes on demo_route for update to casewell_app
  using ((select leads_sales())) with check ((select leads_sales()));
create policy lead_removes on demo_route for delete to casewell_app
  using ((select leads_sales()));

-- Prospects.
create table lead (
  id uuid primary key,
  version bigint not null default 1,
  state text not null
    check (state in ('new', 'booked', 'held', 'no-show', 'proposal', 'won', 'lost')),
  name text not null check (length(name) between 1 and 120),
  email text not null check (length(email) between 3 and 254),
  -- for finding doubles: lower case, and the firm's name as party names are compared
  email_key text not null,
  firm_name text not null check (length(firm_name) <= 200),
  firm_key text not null,
  phone text not null default '' check (length(phone) <= 40),
  zone text not null,
  source text not null check (source in ('booking', 'hand', 'file', 'caller')),
  owner uuid references account,
  answers jsonb not null default '{}',
  -- what the advisor said, when the prospect came from it
  advice jsonb,
  next_step text not null default '' check (length(next_step) <= 300),
  next_on date,
  lost_reason text not null default '' check (length(lost_reason) <= 300),
  -- text messages: agreed to, and stopped by the link in one
  texts_since timestamptz,
  texts_stopped_at timestamptz,
  texts_hash bytea unique check (length(texts_hash) = 32),
  firm uuid references firm,
  need uuid,
  merged_into uuid references lead,
  -- reviewed and found to be somebody else than these
  not_same uuid[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on lead (owner, state, updated_at desc);
create index on lead (state, updated_at desc);
create index on lead (email_key);
create index on lead (firm_key);
create index on lead (created_at);

-- What a lead's owner writes down.
create table lead_note (
  id uuid primary key,
  lead uuid not null references lead on delete cascade,
  account uuid not null references account,
  text text not null check (length(text) between 1 and 4000),
  at timestamptz not null default now()
);
create index on lead_note (lead, at);

-- Demos.
create table demo (
  id uuid primary key,
  version bigint not null default 1,
  type uuid not null references demo_type,
  lead uuid not null references lead,
  rep uuid not null references account,
  rep_name text not null,
  state text not null check (state in ('pending', 'confirmed', 'held', 'no-show', 'cancelled', 'expired')),
  start_at timestamptz not null,
  end_at timestamptz not null check (end_at > start_at),
  -- the prospect's
  zone text not null,
  guests text[] not null default '{}' check (cardinality(guests) <= 10),
  answers jsonb not null default '{}',
  meeting_link text not null default '',
  -- of the invite; raised with each move
  sequence int not null default 0,
  generation int not null default 1,
  token_hash bytea not null unique check (length(token_hash) = 32),
  -- why this rep: kept as it was decided
  chosen jsonb not null default '{}',
  reason text not null default '' check (length(reason) <= 300),
  outcome text not null default '' check (length(outcome) <= 60),
  booked_by text not null check (booked_by in ('prospect', 'caller', 'rep')),
  -- whose booking it was, for the public limits: a digest
  visitor bytea,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on demo (rep, start_at);
create index on demo (lead, start_at);
create index on demo (type, start_at);
create index on demo (start_at);
create index on demo (created_at) where state = 'pending';

-- Proposals: what the prospect is shown, as it was sent.
create table proposal (
  id uuid primary key,
  version bigint not null default 1,
  lead uuid not null references lead,
  firm uuid not null references firm,
  need uuid not null,
  state text not null check (state in ('sent', 'accepted', 'declined', 'withdrawn')),
  message text not null check (length(message) <= 4000),
  shown jsonb not null,
  generation int not null default 1,
  token_hash bytea not null unique check (length(token_hash) = 32),
  sent_by uuid not null references account,
  sent_by_name text not null,
  sent_at timestamptz not null default now(),
  expires_at timestamptz not null,
  decided_at timestamptz,
  decided_reason text not null default '' check (length(decided_reason) <= 300)
);
create index on proposal (lead, sent_at desc);
create index on proposal (sent_by);
create unique index one_open_proposal on proposal (lead) where state = 'sent';

create table proposal_view (
  id uuid primary key,
  proposal uuid not null references proposal on delete cascade,
  at timestamptz not null default now()
);
create index on proposal_view (proposal, at);

-- What was sent to a telephone, where somebody agreed to it.
create table text_message (
  id uuid primary key,
  lead uuid not null references lead on delete cascade,
  cause text not null unique,
  phone text not null,
  words text not null check (length(words) <= 480),
  sent_at timestamptz not null default now()
);
create index on text_message (lead, sent_at);

-- Policies. A rep sees the own, the lead everything, operations reads; whoever holds a link sees what
-- it leads to.
call guard('lead', 'select, insert, update');
create policy sales_sees on lead for select to casewell_app
  using (caller_realm() = 'sales' and (owner = caller_account() or (select leads_sales())));
create policy sales_adds on lead for insert to casewell_app
  with check (caller_realm() = 'sales'
    and (owner = caller_account() or source = 'caller' or (select leads_sales())));
create policy sales_changes on lead for update to casewell_app
  using (caller_realm() = 'sales' and (owner = caller_account() or (select leads_sales())))
  with check (caller_realm() = 'sales');
create policy operations_sees on lead for select to casewell_app
  using (caller_realm() = 'operations');
create policy visitor_adds on lead for insert to casewell_app
  with check (caller_realm() = 'visitor' and state in ('new', 'booked') and source = 'booking');

call guard('lead_note', 'select, insert');
create policy with_the_lead on lead_note for select to casewell_app
  using (caller_realm() = 'sales' and lead in (select l.id from lead l));
create policy sales_adds on lead_note for insert to casewell_app
  with check (caller_realm() = 'sales' and account = caller_account()
    and lead in (select l.id from lead l));

call guard('demo', 'select, insert, update');
create policy sales_sees on demo for select to casewell_app
  using (caller_realm() = 'sales' and (rep = caller_account() or (select leads_sales())));
-- for somebody on the telephone, whoever of the team is free may be booked
create policy sales_adds on demo for insert to casewell_app
  with check (caller_realm() = 'sales'
    and (rep = caller_account() or booked_by = 'caller' or (select leads_sales())));
create policy sales_changes on demo for update to casewell_app
  using (caller_realm() = 'sales' and (rep = caller_account() or (select leads_sales())))
  with check (caller_realm() = 'sales');
create policy operations_sees on demo for select to casewell_app
  using (caller_realm() = 'operations');
create policy visitor_adds on demo for insert to casewell_app
  with check (caller_realm() = 'visitor' and booked_by = 'prospect');
create policy by_link on demo for select to casewell_app
  using (caller_realm() = 'visitor' and token_hash = caller_link());
create policy by_link_changes on demo for update to casewell_app
  using (caller_realm() = 'visitor' and token_hash = caller_link())
  with check (caller_realm() = 'visitor' and token_hash = caller_link());

create policy by_link on lead for select to casewell_app
  using (caller_realm() = 'visitor' and (
    id in (select d.lead from demo d where d.token_hash = caller_link())
    or texts_hash = caller_link()));
create policy by_link_changes on lead for update to casewell_app
  using (caller_realm() = 'visitor' and (
    id in (select d.lead from demo d where d.token_hash = caller_link())
    or texts_hash = caller_link()))
  with check (caller_realm() = 'visitor');

call guard('proposal', 'select, insert, update');
create policy sales_sees on proposal for select to casewell_app
  using (caller_realm() = 'sales' and (sent_by = caller_account() or (select leads_sales())
    or lead in (select l.id from lead l where l.owner = caller_account())));
create policy sales_adds on proposal for insert to casewell_app
  with check (caller_realm() = 'sales' and sent_by = caller_account()
    and lead in (select l.id from lead l));
create policy sales_changes on proposal for update to casewell_app
  using (caller_realm() = 'sales' and (sent_by = caller_account() or (select leads_sales())
    or lead in (select l.id from lead l where l.owner = caller_account())))
  with check (caller_realm() = 'sales');
create policy by_link on proposal for select to casewell_app
  using (caller_realm() = 'visitor' and token_hash = caller_link());

call guard('proposal_view', 'select, insert');
create policy with_the_proposal on proposal_view for select to casewell_app
  using (caller_realm() = 'sales' and proposal in (select p.id from proposal p));
create policy by_link on proposal_view for insert to casewell_app
  with check (caller_realm() = 'visitor'
    and proposal in (select p.id from proposal p where p.token_hash = caller_link()));

call guard('text_message', 'select');
create policy with_the_lead on text_message for select to casewell_app
  using (caller_realm() = 'sales' and lead in (select l.id from lead l));

-- Sales reads what happened to its leads and types.
create policy sales_reads on audit_event for select to casewell_app
  using (caller_realm() = 'sales' and ((subject_kind = 'lead'
      and subject in (select l.id from lead l))
    or (subject_kind = 'demo type' and (select leads_sales()))));

-- Limits that must hold on every node: successes are counted, refusals are not.
create table demo_tally (
  kind text not null,
  who bytea not null check (length(who) = 32),
  since timestamptz not null,
  n int not null,
  primary key (kind, who, since)
);
create index on demo_tally (since);
call guard('demo_tally', 'select');
create policy operations_sees on demo_tally for select to casewell_app
  using (caller_realm() = 'operations');

-- One more of it, unless there were so many in the running hour or day; says whether it counted.
create function count_demo(of_kind text, of_who bytea, per text, most int) returns boolean
  language plpgsql security definer set search_path = public as $$
declare
  counted int;
begin
  if per not in ('hour', 'day') then
    raise exception 'count by hour or day';
  end if;
  insert into demo_tally as t (kind, who, since, n)
    values (of_kind, of_who, date_trunc(per, now()), 1)
    on conflict (kind, who, since) do update set n = t.n + 1 where t.n < most
    returning n into counted;
  return counted is not null;
end $$;

-- Another of the team takes over: the one thing a rep does to a row that is then no longer theirs.
create function hand_over_demo(of_demo uuid, to_account uuid, to_name text, its_reason text,
                               its_chosen jsonb)
  returns bigint language plpgsql security definer set search_path = public as $$
declare
  raised bigint;
begin
  if not exists (select from sales_person where account = to_account) then
    raise exception 'not of the team' using errcode = '42501';
  end if;
  update demo set rep = to_account, rep_name = to_name, reason = its_reason, chosen = its_chosen,
      sequence = sequence + 1, version = version + 1, updated_at = now()
    where id = of_demo and caller_realm() = 'sales' and (rep = caller_account() or leads_sales())
    returning version into raised;
  if raised is null then
    raise exception 'not the caller''s demo' using errcode = '42501';
  end if;
  update lead set owner = to_account, updated_at = now()
    where id = (select lead from demo where id = of_demo);
  return raised;
end $$;

-- Accepting or declining a proposal by its link, once.
create function decide_proposal(by_hash bytea, accepts boolean, its_reason text)
  returns table (outcome text, id uuid, version bigint, lead uuid, lead_version bigint, firm uuid,
                 need uuid, sent_by uuid)
  language plpgsql security definer set search_path = public as $$
declare
  p proposal;
  l lead;
begin
  select * into p from proposal where token_hash = by_hash for update;
  if not found then
    return;
  end if;
  select * into l from lead x where x.id = p.lead for update;
  if p.state <> 'sent' then
    return query select p.state, p.id, p.version, p.lead, l.version, p.firm, p.need, p.sent_by;
    return;
  end if;
  if p.expires_at <= now() then
    return query select 'expired', p.id, p.version, p.lead, l.version, p.firm, p.need, p.sent_by;
    return;
  end if;
  update proposal x set state = case when accepts then 'accepted' else 'declined' end,
    version = x.version + 1, decided_at = now(), decided_reason = its_reason where x.id = p.id;
  if accepts then
    update lead x set state = 'won', version = x.version + 1, updated_at = now() where x.id = l.id;
    update firm x set state = 'active' where x.id = p.firm and x.state = 'prospect';
  end if;
  return query select case when accepts then 'accepted now' else 'declined now' end, p.id,
    p.version + 1, p.lead, l.version + (case when accepts then 1 else 0 end), p.firm, p.need,
    p.sent_by;
end $$;

revoke execute on function leads_sales(), sales_team(), count_demo(text, bytea, text, int),
  hand_over_demo(uuid, uuid, text, text, jsonb), decide_proposal(bytea, boolean, text) from public;
grant execute on function caller_link(), leads_sales(), sales_team(),
  count_demo(text, bytea, text, int), hand_over_demo(uuid, uuid, text, text, jsonb),
  decide_proposal(bytea, boolean, text)
  to casewell_app, casewell_worker;
