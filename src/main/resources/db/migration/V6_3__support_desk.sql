-- Help that somebody asked for, with the page and the hat it was asked from, and what was said.
create table support_request (
  id uuid primary key,
  account uuid references account,
  name text not null,
  email text not null default '',
  realm text not null,
  firm uuid references firm,
  staff uuid references staff,
  page text not null default '' check (length(page) <= 500),
  state text not null check (state in ('open', 'answered', 'closed')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on support_request (account, created_at desc);
create index on support_request (state, updated_at);

create table support_message (
  id uuid primary key,
  request uuid not null references support_request on delete cascade,
  account uuid references account,
  by_casewell boolean not null,
  text text not null check (length(text) between 1 and 4000),
  at timestamptz not null default now()
);
create index on support_message (request, at);

call guard('support_request', 'select, insert, update');
create policy own_reads on support_request for select to casewell_app
  using (account = caller_account() or caller_realm() = 'operations');
create policy own_asks on support_request for insert to casewell_app
  with check (account is not distinct from caller_account()
    and firm is not distinct from caller_firm() and staff is not distinct from caller_staff());
create policy own_goes_on on support_request for update to casewell_app
  using (account = caller_account() or caller_realm() = 'operations')
  with check (account = caller_account() or caller_realm() = 'operations');

-- a visitor's request is nobody's to read but operations', so its words come in by this door
call guard('support_message', 'select, insert');
create policy of_own_request on support_message for select to casewell_app
  using (exists (select from support_request r where r.id = request));
create policy own_says on support_message for insert to casewell_app
  with check (account is not distinct from caller_account()
    and by_casewell = (caller_realm() = 'operations')
    and (caller_account() is null or exists (select from support_request r where r.id = request)));

-- One of operations looks at somebody's pages: for a reason, for half an hour, reading only.
create table support_view (
  id uuid primary key,
  operator uuid not null references account,
  account uuid not null references account,
  realm text not null check (realm in ('firm', 'staff', 'sales')),
  firm uuid references firm,
  staff uuid references staff,
  reason text not null check (length(reason) between 1 and 500),
  began_at timestamptz not null default now(),
  ends_at timestamptz not null,
  ended_at timestamptz,
  check (ends_at > began_at and ends_at <= began_at + interval '30 minutes'),
  check (operator <> account),
  check ((realm = 'firm') = (firm is not null) and (realm = 'staff') = (staff is not null))
);
create index on support_view (account, began_at desc);
call guard('support_view', 'select, insert');
create policy concerned on support_view for select to casewell_app
  using (account = caller_account() or caller_realm() = 'operations');
create policy operations_begins on support_view for insert to casewell_app
  with check (caller_realm() = 'operations' and operator = caller_account());

alter table session add column view uuid references support_view on delete set null;

-- Ends what this session looks at. It is asked by whoever looks, who acts as somebody else then.
create function end_view(by_hash bytea) returns uuid
  language sql security definer set search_path = public as $$
  with freed as (
    update session set view = null where id_hash = by_hash and view is not null returning view),
  gone as (select s.view from session s where s.id_hash = by_hash and s.view is not null)
  update support_view v set ended_at = coalesce(v.ended_at, least(now(), v.ends_at))
    from gone, (select count(*) from freed) n where v.id = gone.view returning v.id
$$;

-- A sign-in that was lost or changed is moved to another by two of operations.
create table relink (
  id uuid primary key,
  account uuid not null references account,
  with_account uuid not null references account,
  issuer text not null,
  subject text not null,
  reason text not null check (length(reason) between 1 and 500),
  proposed_by uuid not null references account,
  proposed_at timestamptz not null default now(),
  decided_by uuid references account,
  decided_at timestamptz,
  outcome text check (outcome in ('confirmed', 'refused')),
  check (decided_by is null or outcome = 'refused' or decided_by <> proposed_by),
  check ((outcome is null) = (decided_at is null) and (outcome is null) = (decided_by is null)),
  check (account <> with_account)
);
create unique index on relink (account) where outcome is null;
call guard('relink', 'select, insert, update');
create policy operations_only on relink to casewell_app
  using (caller_realm() = 'operations') with check (caller_realm() = 'operations');

-- Whether the caller is one of operations looking at somebody's pages.
create function caller_watched() returns boolean language sql stable
  as $$ select coalesce(current_setting('app.watched', true), '') = 'yes' $$;

-- The names of a matter's parties are the firm's alone, whoever looks over its shoulder.
create policy not_when_watched on need_parties as restrictive for select to casewell_app
  using (not caller_watched());

drop function session_caller(bytea);
create function session_caller(by_hash bytea)
  returns table (realm text, firm uuid, staff uuid, last_seen_at timestamptz,
                 authenticated_at timestamptz, watcher uuid, watcher_name text,
                 watch_until timestamptz,
                 account uuid, name text, label text, zone text, roles text[], lead boolean, worn boolean)
  language plpgsql stable security definer set search_path = public as $$
declare
  holder uuid;
  looking uuid;
  look record;
begin
  select s.realm, s.firm, s.staff, s.last_seen_at, s.authenticated_at, s.account, s.view
    into realm, firm, staff, last_seen_at, authenticated_at, holder, looking
    from session s where s.id_hash = by_hash and s.expires_at > now();
  if not found then
    return;
  end if;
  if looking is not null then
    -- only while it lasts, and while whoever looks may
    select v.realm, v.firm, v.staff, v.account, v.ends_at, w.id as operator, w.name into look
      from support_view v
      join account w on w.id = holder and w.disabled_at is null
      join operator o on o.account = w.id and 'admin' = any(o.roles)
      where v.id = looking and v.ended_at is null and v.ends_at > now();
    if found then
      realm := look.realm;
      firm := look.firm;
      staff := look.staff;
      holder := look.account;
      watcher := look.operator;
      watcher_name := look.name;
      watch_until := look.ends_at;
    end if;
  end if;
  select c.account, c.name, c.label, c.zone, c.roles, c.lead, c.worn
    into account, name, label, zone, roles, lead, worn
    from caller_in_hat(holder, realm, firm, staff) c;
  if found then
    return next;
  end if;
end $$;

revoke execute on function end_view(bytea), caller_watched(), session_caller(bytea) from public;
grant execute on function end_view(bytea), caller_watched(), session_caller(bytea)
  to casewell_app, casewell_worker;
