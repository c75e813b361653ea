-- Sessions as their holder sees them: each has a name of its own, which is no secret, and knows when
-- its person last proved to be there.
alter table session add column id uuid not null default gen_random_uuid();
alter table session add column authenticated_at timestamptz;
create unique index on session (id);

-- What a person wants to be told by mail, kind by kind; no row means yes.
create table notification_choice (
  account uuid not null references account on delete cascade,
  kind text not null check (length(kind) between 1 and 40),
  mail boolean not null,
  at timestamptz not null default now(),
  primary key (account, kind)
);
call guard('notification_choice', 'select, insert, update');
create policy own on notification_choice to casewell_app
  using (account = caller_account()) with check (account = caller_account());

-- An account on its way out: hidden at once, erased when the days of grace are over.
create table account_leaving (
  account uuid primary key references account,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  staff_status text,
  erased_at timestamptz,
  check (due_at > asked_at)
);
create index on account_leaving (due_at) where erased_at is null;
call guard('account_leaving', 'select, insert, delete');
create policy own on account_leaving to casewell_app
  using (account = caller_account()) with check (account = caller_account());
create policy operations_sees on account_leaving for select to casewell_app
  using (caller_realm() = 'operations');

-- What must be kept although its person asked for it to go.
create table legal_hold (
  id uuid primary key,
  account uuid not null references account,
  reason text not null check (length(reason) between 1 and 500),
  by_account uuid not null references account,
  at timestamptz not null default now(),
  lifted_at timestamptz,
  lifted_by uuid references account
);
create index on legal_hold (account);
call guard('legal_hold', 'select, insert, update');
create policy operations_only on legal_hold to casewell_app
  using (caller_realm() = 'operations') with check (caller_realm() = 'operations');

-- Whether deletion has to wait; the reason is not its person's to read.
create function held(of_account uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from legal_hold h
    where h.account = of_account and h.lifted_at is null
      and (h.account = caller_account() or caller_realm() = 'operations'
        or session_user = 'casewell_worker'))
$$;

-- The firms that would be left without an owner: those must be handed over first.
create function sole_owner_of(of_account uuid) returns table (firm uuid, name text)
  language sql stable security definer set search_path = public as $$
  select f.id, f.name from membership m join firm f on f.id = m.firm
    where m.account = of_account and 'owner' = any(m.roles) and f.state <> 'closed'
      and (of_account = caller_account() or caller_realm() = 'operations')
      and not exists (select from membership o join account a on a.id = o.account
        where o.firm = m.firm and o.account <> m.account and 'owner' = any(o.roles)
          and a.disabled_at is null)
$$;

-- Everything that is kept of a person in these tables, as JSON; its columns of bytes, which are
-- digests and sealed text, left out. Only the person may ask.
create function rows_of(of_table text, by_column text, of_id uuid, without text[])
  returns jsonb language plpgsql stable security definer set search_path = public as $$
declare
  found jsonb;
  mine boolean;
begin
  mine := of_id = caller_account()
    or exists (select from staff s where s.id = of_id and s.account = caller_account());
  if not coalesce(mine, false) then
    raise exception 'not the caller''s own rows' using errcode = '42501';
  end if;
  execute format(
    'select coalesce(jsonb_agg(to_jsonb(t) - $2), ''[]'') from (select * from %I where %I = $1) t',
    of_table, by_column) into found using of_id, without;
  return found;
end $$;

create function staff_of_account(of_account uuid) returns uuid
  language sql stable security definer set search_path = public as $$
  select s.id from staff s where s.account = of_account and of_account = caller_account()
$$;

drop function session_caller(bytea);
create function session_caller(by_hash bytea)
  returns table (realm text, firm uuid, staff uuid, last_seen_at timestamptz,
                 authenticated_at timestamptz,
                 account uuid, name text, label text, zone text, roles text[], lead boolean, worn boolean)
  language sql stable security definer set search_path = public as $$
  select s.realm, s.firm, s.staff, s.last_seen_at, s.authenticated_at, c.*
    from session s, caller_in_hat(s.account, s.realm, s.firm, s.staff) c
    where s.id_hash = by_hash and s.expires_at > now()
$$;

revoke execute on function held(uuid), sole_owner_of(uuid), rows_of(text, text, uuid, text[]), staff_of_account(uuid),
  session_caller(bytea) from public;
grant execute on function held(uuid), sole_owner_of(uuid), rows_of(text, text, uuid, text[]), staff_of_account(uuid),
  session_caller(bytea) to casewell_app, casewell_worker;
