-- Who asks is named at the start of every transaction of casewell_app:
--   app.realm (visitor, firm, staff, sales, operations), app.account, app.firm, app.staff.
-- A transaction that names nobody sees no tenant's rows. The worker (relay, jobs, index) sees all.


-- the setting reads '' after a transaction that set it, hence nullif
create function caller_realm() returns text language sql stable
  as $$ select nullif(current_setting('app.realm', true), '') $$;
create function caller_account() returns uuid language sql stable
  as $$ select nullif(current_setting('app.account', true), '')::uuid $$;
create function caller_firm() returns uuid language sql stable
  as $$ select nullif(current_setting('app.firm', true), '')::uuid $$;
create function caller_staff() returns uuid language sql stable
  as $$ select nullif(current_setting('app.staff', true), '')::uuid $$;

-- Puts a table behind row-level security: forced, so that the owner is held to it too; the owner has
-- a policy so that data migrations see rows, the worker one so that it may serve everybody.
create procedure guard(tab regclass, app_may text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tab);
  execute format('alter table %s force row level security', tab);
  execute format('create policy owner_all on %s to casewell_owner using (true) with check (true)', tab);
  execute format('create policy worker_all on %s to casewell_worker using (true) with check (true)', tab);
  execute format('grant select, insert, update, delete on %s to casewell_worker', tab);
  execute format('grant %s on %s to casewell_app', app_may, tab);
end $$;

-- identity ------------------------------------------------------------------------------------

create table account (
  id uuid primary key,
  issuer text not null,
  subject text not null,
  name text not null,
  email text not null default '',
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  unique (issuer, subject)
);

create table firm (
  id uuid primary key,
  name text not null,
  state text not null default 'active' check (state in ('prospect', 'active', 'closed')),
  jurisdiction text not null,
  size text not null,
  zone text not null,
  practice_areas text[] not null default '{}',
  created_at timestamptz not null default now()
);

create table membership (
  firm uuid not null references firm,
  account uuid not null references account,
  roles text[] not null check (cardinality(roles) > 0
    and roles <@ array['owner', 'hiring_manager', 'supervising_attorney', 'billing']),
  created_at timestamptz not null default now(),
  primary key (firm, account)
);
create index on membership (account);

create table sales_person (
  account uuid primary key references account,
  lead boolean not null
);

create table operator (
  account uuid primary key references account,
  roles text[] not null check (cardinality(roles) > 0 and roles <@ array['admin', 'finance'])
);

-- Read before a caller is known; holds no tenant's content.
create table session (
  id_hash bytea primary key check (length(id_hash) = 32),
  account uuid not null references account on delete cascade,
  realm text not null check (realm in ('visitor', 'firm', 'staff', 'sales', 'operations')),
  firm uuid,
  staff uuid,
  user_agent text not null default '',
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  check ((realm = 'firm') = (firm is not null) and (realm = 'staff') = (staff is not null))
);
create index on session (account);
create index on session (expires_at);
grant select, insert, update, delete on session to casewell_app, casewell_worker;

create table api_token (
  id uuid primary key,
  token_hash bytea not null unique check (length(token_hash) = 32),
  account uuid not null references account on delete cascade,
  realm text not null check (realm in ('firm', 'staff', 'sales', 'operations')),
  firm uuid,
  staff uuid,
  name text not null,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  check ((realm = 'firm') = (firm is not null) and (realm = 'staff') = (staff is not null))
);
create index on api_token (account);
grant select, insert, update on api_token to casewell_app, casewell_worker;

create table sign_in_attempt (
  state_hash bytea primary key check (length(state_hash) = 32),
  browser_hash bytea not null check (length(browser_hash) = 32),
  request bytea not null,
  expires_at timestamptz not null
);
grant select, insert, delete on sign_in_attempt to casewell_app, casewell_worker;

create table idempotency (
  actor uuid not null,
  key text not null check (length(key) between 1 and 255),
  payload_hash bytea not null check (length(payload_hash) = 32),
  answer text,
  at timestamptz not null default now(),
  primary key (actor, key)
);
create index on idempotency (at);
grant select, insert, update, delete on idempotency to casewell_app, casewell_worker;

-- A disabled account is out everywhere, and stays out of its old sessions when it is let in again.
create function end_sign_ins() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  delete from session where account = new.id;
  update api_token set revoked_at = now() where account = new.id and revoked_at is null;
  return null;
end $$;
create trigger disabled after update of disabled_at on account for each row
  when (old.disabled_at is null and new.disabled_at is not null) execute function end_sign_ins();

-- talent --------------------------------------------------------------------------------------

create table staff (
  id uuid primary key,
  account uuid unique references account,
  external_id text unique check (length(external_id) between 1 and 200),
  name text not null,
  email text not null,
  status text not null check (status in ('draft', 'active', 'paused', 'left')),
  profile jsonb not null,
  rating_count int not null default 0 check (rating_count >= 0),
  rating_sum int not null default 0 check (rating_sum between rating_count and 5 * rating_count),
  version bigint not null default 0,
  import_digest bytea,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table credential (
  id uuid primary key,
  staff uuid not null references staff on delete cascade,
  code text not null,
  number text not null,
  valid_from date,
  valid_until date,
  state text not null check (state in ('claimed', 'in review', 'verified', 'rejected', 'expired')),
  created_at timestamptz not null default now(),
  unique (staff, code, number)
);

create table firm_block (
  staff uuid not null references staff on delete cascade,
  firm uuid not null references firm on delete cascade,
  side text not null check (side in ('staff', 'firm')),
  at timestamptz not null default now(),
  primary key (staff, firm, side)
);

-- The names themselves are not kept: a keyed hash of each, and keyed hashes of its trigrams.
create table past_party (
  staff uuid not null references staff on delete cascade,
  name_hash bytea not null check (length(name_hash) = 32),
  grams bytea not null,
  primary key (staff, name_hash)
);

-- What crosses tenants by design: the public card.
create table staff_card (
  staff uuid primary key references staff on delete cascade,
  external_id text,
  name text not null,
  roles text[] not null,
  state text not null
);

-- calendar ------------------------------------------------------------------------------------

create table working_hours (
  staff uuid primary key references staff on delete cascade,
  zone text not null,
  rows jsonb not null,
  capacity_hours int not null check (capacity_hours between 0 and 168),
  committed_elsewhere_hours int not null check (committed_elsewhere_hours between 0 and 168),
  updated_at timestamptz not null default now()
);

create table commitment (
  id uuid primary key,
  staff uuid not null references staff on delete cascade,
  kind text not null check (kind in ('offer', 'engagement', 'series')),
  source uuid not null,
  zone text not null,
  rows jsonb not null,
  hours_per_week int not null check (hours_per_week between 0 and 168),
  from_date date not null,
  until_date date,
  check (until_date >= from_date),
  unique (kind, source)
);
create index on commitment (staff);

-- pricing -------------------------------------------------------------------------------------

create table rate_card (
  version int primary key,
  note text not null,
  by_account uuid references account,
  at timestamptz not null default now()
);

create table rate_card_line (
  version int not null references rate_card,
  role text not null check (role in ('paralegal', 'case_manager')),
  markup_basis_points int not null check (markup_basis_points between 10000 and 50000),
  floor_cents int not null check (floor_cents between 0 and 100000),
  primary key (version, role)
);

-- exactly as given, with its kind; the other side is derived
create table staff_rate (
  staff uuid primary key references staff on delete cascade,
  kind text not null check (kind in ('pay', 'bill')),
  cents int not null check (cents between 1 and 1000000),
  updated_at timestamptz not null default now()
);

-- what a firm pays an hour; never shown to staff
create table bill_rate (
  staff uuid not null references staff on delete cascade,
  role text not null check (role in ('paralegal', 'case_manager')),
  cents int not null,
  primary key (staff, role)
);

-- needs ---------------------------------------------------------------------------------------

create table need (
  id uuid primary key,
  firm uuid not null references firm,
  version bigint not null,
  state text not null check (state in ('draft', 'open', 'paused', 'filled', 'closed')),
  closed_reason text,
  title text not null,
  role text not null check (role in ('paralegal', 'case_manager')),
  seats int not null,
  hours_per_week int not null,
  start_date date not null,
  terms jsonb not null,
  team uuid,
  created_by uuid not null references account,
  created_at timestamptz not null default now(),
  posted_at timestamptz,
  updated_at timestamptz not null default now(),
  check ((state = 'closed') = (closed_reason is not null)),
  unique (id, firm)
);
create index on need (firm, created_at desc, id desc);

-- the confidential part: the names are the firm's alone
create table need_parties (
  need uuid primary key,
  firm uuid not null,
  names jsonb not null,
  foreign key (need, firm) references need (id, firm) on delete cascade
);

-- matching ------------------------------------------------------------------------------------

-- Append-only: one packed row for each change of anything that matching ranks by, written in the
-- transaction of the change. Read up to the oldest running transaction, so none is skipped.
create table rankable (
  staff uuid not null,
  version bigint not null,
  valid_from timestamptz not null default now(),
  facts bytea not null,
  xid xid8 not null default pg_current_xact_id(),
  primary key (staff, version)
);
create index on rankable (xid);

create table match_run (
  id uuid primary key,
  firm uuid not null,
  need uuid not null,
  need_version bigint not null,
  result_hash bytea not null,
  at timestamptz not null,
  position xid8 not null,
  rules text not null,
  catalogue text not null,
  tzdata text not null,
  ask jsonb not null,
  eligible int not null,
  counts jsonb not null,
  shown jsonb not null,
  foreign key (need, firm) references need (id, firm) on delete cascade,
  unique (need, need_version, result_hash)
);

-- platform ------------------------------------------------------------------------------------

create table outbox (
  id uuid primary key,
  aggregate_kind text not null,
  aggregate uuid not null,
  version bigint not null,
  type text not null,
  payload jsonb not null,
  at timestamptz not null default now(),
  xid xid8 not null default pg_current_xact_id(),
  delivered_at timestamptz,
  attempts int not null default 0,
  next_try_at timestamptz not null default now(),
  error text,
  unique (aggregate_kind, aggregate, version)
);
create index on outbox (next_try_at) where delivered_at is null;

create table audit_event (
  subject_kind text not null,
  subject uuid not null,
  seq bigint not null,
  at timestamptz not null,
  realm text not null,
  account uuid,
  firm uuid,
  staff uuid,
  origin text not null,
  what text not null,
  before jsonb,
  after jsonb,
  previous bytea not null,
  hash bytea not null,
  primary key (subject_kind, subject, seq)
);
create index on audit_event (firm, at);
create index on audit_event (staff, at);

-- operations ----------------------------------------------------------------------------------

create table staff_import (
  id uuid primary key,
  account uuid not null references account,
  dry_run boolean not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  lines int not null default 0,
  created int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  rejected int not null default 0
);

-- Policies -----------------------------------------------------------------------------------

call guard('account', 'select, update');
create policy self on account to casewell_app
  using (id = caller_account() or caller_realm() = 'operations')
  with check (caller_realm() = 'operations');
create policy colleague on account for select to casewell_app
  using (id in (select m.account from membership m where m.firm = caller_firm()));

call guard('firm', 'select, insert, update');
create policy own on firm to casewell_app
  using (id = caller_firm() or caller_realm() = 'operations')
  with check (id = caller_firm() or caller_realm() = 'operations');

call guard('membership', 'select, insert, update, delete');
create policy own on membership to casewell_app
  using (firm = caller_firm() or account = caller_account() or caller_realm() = 'operations')
  with check (firm = caller_firm() or caller_realm() = 'operations');

call guard('sales_person', 'select, insert, update, delete');
create policy known on sales_person to casewell_app
  using (account = caller_account() or caller_realm() = 'operations')
  with check (caller_realm() = 'operations');

call guard('operator', 'select, insert, update, delete');
create policy known on operator to casewell_app
  using (account = caller_account() or caller_realm() = 'operations')
  with check (caller_realm() = 'operations');

call guard('staff', 'select, insert, update');
create policy own on staff to casewell_app
  using (id = caller_staff() or caller_realm() = 'operations')
  with check (id = caller_staff() or caller_realm() = 'operations');

call guard('credential', 'select, insert, update, delete');
create policy own on credential to casewell_app
  using (staff = caller_staff() or caller_realm() = 'operations')
  with check (staff = caller_staff() or caller_realm() = 'operations');

call guard('firm_block', 'select, insert, delete');
create policy staff_side on firm_block to casewell_app
  using (side = 'staff' and staff = caller_staff())
  with check (side = 'staff' and staff = caller_staff());
create policy firm_side on firm_block to casewell_app
  using (side = 'firm' and firm = caller_firm())
  with check (side = 'firm' and firm = caller_firm());
create policy operations_sees on firm_block for select to casewell_app
  using (caller_realm() = 'operations');

call guard('past_party', 'select, insert, delete');
create policy own on past_party to casewell_app
  using (staff = caller_staff() or caller_realm() = 'operations')
  with check (staff = caller_staff() or caller_realm() = 'operations');

-- The public card crosses tenants by design: first name and initial, roles, state.
call guard('staff_card', 'select, insert, update');
create policy anybody_reads on staff_card for select to casewell_app using (true);
create policy own_inserts on staff_card for insert to casewell_app
  with check (staff = caller_staff() or caller_realm() = 'operations');
create policy own_updates on staff_card for update to casewell_app
  using (staff = caller_staff() or caller_realm() = 'operations')
  with check (staff = caller_staff() or caller_realm() = 'operations');

call guard('working_hours', 'select, insert, update');
create policy own on working_hours to casewell_app
  using (staff = caller_staff() or caller_realm() = 'operations')
  with check (staff = caller_staff() or caller_realm() = 'operations');

call guard('commitment', 'select');
create policy own on commitment for select to casewell_app
  using (staff = caller_staff() or caller_realm() = 'operations');

-- The card turns a bill rate into a pay rate, so no firm may read it.
call guard('rate_card', 'select, insert');
create policy inside on rate_card for select to casewell_app
  using (caller_realm() in ('operations', 'staff'));
create policy finance on rate_card for insert to casewell_app
  with check (caller_realm() = 'operations');

call guard('rate_card_line', 'select, insert');
create policy inside on rate_card_line for select to casewell_app
  using (caller_realm() in ('operations', 'staff'));
create policy finance on rate_card_line for insert to casewell_app
  with check (caller_realm() = 'operations');

call guard('staff_rate', 'select, insert, update');
create policy own on staff_rate to casewell_app
  using (staff = caller_staff() or caller_realm() = 'operations')
  with check (staff = caller_staff() or caller_realm() = 'operations');

-- Bill rates are what firms may see. A staff member writes the own derived rate and never reads one.
call guard('bill_rate', 'select, insert, update, delete');
create policy buyers_read on bill_rate for select to casewell_app
  using (caller_realm() in ('firm', 'sales', 'operations'));
create policy operations_writes on bill_rate to casewell_app
  using (caller_realm() = 'operations') with check (caller_realm() = 'operations');

call guard('need', 'select, insert, update');
create policy own on need to casewell_app
  using (firm = caller_firm()) with check (firm = caller_firm());
create policy operations_sees on need for select to casewell_app
  using (caller_realm() = 'operations');

call guard('need_parties', 'select, insert, update');
create policy own on need_parties to casewell_app
  using (firm = caller_firm()) with check (firm = caller_firm());

call guard('rankable', 'insert');
create policy own on rankable for insert to casewell_app
  with check (staff = caller_staff() or caller_realm() = 'operations');

call guard('match_run', 'select');
create policy own on match_run for select to casewell_app
  using (firm = caller_firm() or caller_realm() = 'operations');

call guard('outbox', 'insert');
create policy anybody_inserts on outbox for insert to casewell_app with check (true);

call guard('audit_event', 'select');
create policy own on audit_event for select to casewell_app
  using (firm = caller_firm() or staff = caller_staff() or caller_realm() = 'operations');
-- history is never rewritten, not even by the worker
revoke update, delete on audit_event from casewell_worker;

call guard('staff_import', 'select, insert, update');
create policy operations_only on staff_import to casewell_app
  using (caller_realm() = 'operations') with check (caller_realm() = 'operations');

-- What is known before a caller is ----------------------------------------------------------------
-- These run as the owner, take only what the request proves it holds, and return one caller's facts.

-- An account is (issuer, subject); the e-mail never identifies anybody.
create function sign_in(new_id uuid, by_issuer text, by_subject text, its_name text, its_email text)
  returns table (id uuid, disabled boolean)
  language sql security definer set search_path = public as $$
  insert into account as a (id, issuer, subject, name, email)
  values (new_id, by_issuer, by_subject, its_name, its_email)
  on conflict (issuer, subject) do update set name = excluded.name, email = excluded.email
  returning a.id, a.disabled_at is not null
$$;

create function hats_of(of_account uuid)
  returns table (realm text, firm uuid, staff uuid, label text)
  language sql stable security definer set search_path = public as $$
  select 'firm', m.firm, null::uuid, f.name
    from membership m join firm f on f.id = m.firm
    where m.account = of_account and f.state <> 'closed'
  union all
  select 'staff', null, s.id, ''
    from staff s where s.account = of_account and s.status <> 'left'
  union all
  select 'sales', null, null, '' from sales_person where account = of_account
  union all
  select 'operations', null, null, '' from operator where account = of_account
$$;

-- A hat, with the roles it holds at this moment: a role taken away is gone at the next request.
create function caller_in_hat(of_account uuid, in_realm text, of_firm uuid, of_staff uuid)
  returns table (account uuid, name text, label text, zone text, roles text[], lead boolean, worn boolean)
  language sql stable security definer set search_path = public as $$
  select a.id, a.name,
         coalesce(f.name, s.profile -> 'roles' ->> 0, ''),
         coalesce(f.zone, h.zone, 'America/New_York'),
         coalesce(m.roles, o.roles, '{}'),
         coalesce(p.lead, false),
         case in_realm
           when 'firm' then m.firm is not null and f.state <> 'closed'
           when 'staff' then s.id is not null and s.status <> 'left'
           when 'sales' then p.account is not null
           when 'operations' then o.account is not null
           else true
         end
    from account a
    left join membership m on in_realm = 'firm' and m.account = a.id and m.firm = of_firm
    left join firm f on f.id = m.firm
    left join staff s on in_realm = 'staff' and s.account = a.id and s.id = of_staff
    left join working_hours h on h.staff = s.id
    left join sales_person p on in_realm = 'sales' and p.account = a.id
    left join operator o on in_realm = 'operations' and o.account = a.id
    where a.id = of_account and a.disabled_at is null
$$;

create function session_caller(by_hash bytea)
  returns table (realm text, firm uuid, staff uuid, last_seen_at timestamptz,
                 account uuid, name text, label text, zone text, roles text[], lead boolean, worn boolean)
  language sql stable security definer set search_path = public as $$
  select s.realm, s.firm, s.staff, s.last_seen_at, c.*
    from session s, caller_in_hat(s.account, s.realm, s.firm, s.staff) c
    where s.id_hash = by_hash and s.expires_at > now()
$$;

create function token_caller(by_hash bytea)
  returns table (token uuid, scopes text[], realm text, firm uuid, staff uuid,
                 account uuid, name text, label text, zone text, roles text[], lead boolean, worn boolean)
  language sql stable security definer set search_path = public as $$
  select t.id, t.scopes, t.realm, t.firm, t.staff, c.*
    from api_token t, caller_in_hat(t.account, t.realm, t.firm, t.staff) c
    where t.token_hash = by_hash and t.expires_at > now() and t.revoked_at is null
$$;

-- Adds a link to the subject's chain: its hash covers the one before, so a row cannot be changed or
-- taken out without every later hash failing. Serialised per subject by an advisory lock.
create function audit_append(of_kind text, of_subject uuid, of_firm uuid, of_staff uuid,
                             its_what text, its_before jsonb, its_after jsonb, its_origin text)
  returns void language plpgsql security definer set search_path = public as $$
declare
  last_seq bigint;
  last_hash bytea;
  moment timestamptz := clock_timestamp();
  in_realm text := coalesce(caller_realm(), 'worker');
begin
  perform pg_advisory_xact_lock(hashtextextended(of_kind || of_subject::text, 0));
  select seq, hash into last_seq, last_hash from audit_event
    where subject_kind = of_kind and subject = of_subject order by seq desc limit 1;
  last_seq := coalesce(last_seq, 0);
  last_hash := coalesce(last_hash, sha256(''));
  insert into audit_event values (
    of_kind, of_subject, last_seq + 1, moment, in_realm, caller_account(), of_firm, of_staff,
    its_origin, its_what, its_before, its_after, last_hash,
    -- an array, so that nothing can be moved from one column to the next without showing
    sha256(last_hash || convert_to(jsonb_build_array(of_kind, of_subject, last_seq + 1,
      extract(epoch from moment), in_realm, caller_account(), of_firm, of_staff, its_origin,
      its_what, its_before, its_after)::text, 'UTF8')));
end $$;

-- A staff member's own change writes the derived bill rate without being able to read one.
create function put_bill_rate(of_staff uuid, of_role text, its_cents int)
  returns void language plpgsql security definer set search_path = public as $$
begin
  if caller_realm() is distinct from 'operations' and caller_staff() is distinct from of_staff then
    raise exception 'not the caller''s own rate' using errcode = '42501';
  end if;
  if its_cents is null then
    delete from bill_rate where staff = of_staff and role = of_role;
  else
    insert into bill_rate values (of_staff, of_role, its_cents)
      on conflict (staff, role) do update set cents = excluded.cents;
  end if;
end $$;

-- The spread of bill rates for the advisor's estimate: figures over many people, nobody's own.
create function bill_rate_spread()
  returns table (role text, people bigint, low int, middle int, high int)
  language sql stable security definer set search_path = public as $$
  select b.role, count(*),
         percentile_disc(0.25) within group (order by cents),
         percentile_disc(0.5) within group (order by cents),
         percentile_disc(0.75) within group (order by cents)
    from bill_rate b join staff_card c on c.staff = b.staff and c.state = 'active'
    group by b.role
$$;

-- every firm side and staff side of a block, for the own facts only
create function blocks_of(of_staff uuid) returns table (firm uuid)
  language sql stable security definer set search_path = public as $$
  select distinct b.firm from firm_block b
    where b.staff = of_staff
      and (caller_realm() = 'operations' or caller_staff() = of_staff
           or session_user = 'casewell_worker')
$$;

-- Keyed trigram hashes of past parties' names, for the fuzzy conflict check of the people shown. The
-- hashes tell nothing without the installation's key.
create function party_grams(of_staff uuid[]) returns table (staff uuid, grams bytea)
  language sql stable security definer set search_path = public as $$
  select p.staff, p.grams from past_party p
    where p.staff = any(of_staff) and caller_realm() in ('firm', 'operations')
$$;

revoke execute on all functions in schema public from public;
grant execute on function caller_realm(), caller_account(), caller_firm(), caller_staff(),
  sign_in(uuid, text, text, text, text), hats_of(uuid), session_caller(bytea), token_caller(bytea),
  audit_append(text, uuid, uuid, uuid, text, jsonb, jsonb, text),
  put_bill_rate(uuid, text, int), bill_rate_spread(), blocks_of(uuid),
  party_grams(uuid[])
  to casewell_app, casewell_worker;

insert into rate_card (version, note) values (1, 'Opening card');
insert into rate_card_line values (1, 'paralegal', 13500, 2400), (1, 'case_manager', 13500, 1900);
