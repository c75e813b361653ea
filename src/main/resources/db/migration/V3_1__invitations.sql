-- Invitations into a firm, into sales or into operations. Of the link's token only the SHA-256 is
-- kept; resending and revoking raise the generation.

alter table firm add column version bigint not null default 0;

create table invitation (
  id uuid primary key,
  kind text not null check (kind in ('firm', 'sales', 'operations')),
  firm uuid references firm,
  email text not null check (length(email) between 3 and 254),
  roles text[] not null,
  state text not null default 'sent' check (state in ('sent', 'accepted', 'revoked')),
  generation int not null default 1,
  version bigint not null default 1,
  token_hash bytea not null unique check (length(token_hash) = 32),
  invited_by uuid not null references account,
  sent_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_by uuid references account,
  accepted_at timestamptz,
  check ((kind = 'firm') = (firm is not null)),
  check ((state = 'accepted') = (accepted_by is not null)),
  check (case kind
    when 'firm' then cardinality(roles) > 0
      and roles <@ array['owner', 'hiring_manager', 'supervising_attorney', 'billing']
    when 'sales' then roles <@ array['lead']
    else cardinality(roles) > 0 and roles <@ array['admin', 'finance'] end)
);
create index on invitation (firm, sent_at);
create unique index one_open_invitation on invitation
  (coalesce(firm, '00000000-0000-0000-0000-000000000000'), kind, lower(email)) where state = 'sent';

call guard('invitation', 'select, insert, update');
create policy own_firm on invitation to casewell_app
  using (kind = 'firm' and firm = caller_firm())
  with check (kind = 'firm' and firm = caller_firm());
create policy own_house on invitation to casewell_app
  using (kind <> 'firm' and caller_realm() = 'operations')
  with check (kind <> 'firm' and caller_realm() = 'operations');

-- One row for each mail that invites, so that nobody can be flooded with them, whoever asks for it.
create table invitation_mail (
  id uuid primary key,
  by_account uuid not null references account,
  firm uuid,
  email_hash bytea not null check (length(email_hash) = 32),
  at timestamptz not null default now()
);
create index on invitation_mail (email_hash, at);
create index on invitation_mail (by_account, at);
create index on invitation_mail (firm, at);
call guard('invitation_mail', 'insert');
create policy own on invitation_mail for insert to casewell_app
  with check (by_account = caller_account() and firm is not distinct from caller_firm());

-- Seconds until another invitation may be mailed; 0: now. Counts over every tenant, tells no more.
create function invitation_pause(to_hash bytea)
  returns int language sql stable security definer set search_path = public as $$
  select greatest(0, ceil(extract(epoch from max(until) - now())))::int from (
    -- three a day to one address
    select at + interval '1 day' as until from (
      select at from invitation_mail where email_hash = to_hash and at > now() - interval '1 day'
      order by at desc offset 2 limit 1) third
    union all
    -- thirty an hour from one firm
    select at + interval '1 hour' from (
      select at from invitation_mail where firm = caller_firm() and at > now() - interval '1 hour'
      order by at desc offset 29 limit 1) thirtieth
    union all
    -- and from one person
    select at + interval '1 hour' from (
      select at from invitation_mail where by_account = caller_account()
        and at > now() - interval '1 hour'
      order by at desc offset 29 limit 1) of_one
    union all select now()) pauses
$$;

-- Whoever holds the link reads where it leads. Knows nothing of other links.
create function invitation_by(by_hash bytea)
  returns table (id uuid, kind text, firm uuid, place text, email text, roles text[], inviter text,
                 state text)
  language sql stable security definer set search_path = public as $$
  select i.id, i.kind, i.firm, coalesce(f.name, 'Casewell'), i.email, i.roles, a.name,
         case when i.state = 'sent' and i.expires_at <= now() then 'expired' else i.state end
    from invitation i
    join account a on a.id = i.invited_by
    left join firm f on f.id = i.firm
    where i.token_hash = by_hash and (f.state is null or f.state <> 'closed')
$$;

-- Uses the link, once: the account joins with the invited roles. It never changes another account
-- and never a membership that is there already.
create function accept_invitation(by_hash bytea, by_account uuid)
  returns table (outcome text, id uuid, version bigint, firm_version bigint)
  language plpgsql security definer set search_path = public as $$
declare
  i invitation;
  made int;
  of_firm bigint;
begin
  select * into i from invitation where token_hash = by_hash for update;
  if not found then
    return query select 'unknown', null::uuid, null::bigint, null::bigint; return;
  end if;
  if i.state <> 'sent' then
    return query select i.state, i.id, i.version, null::bigint; return;
  end if;
  if i.expires_at <= now() then
    return query select 'expired', i.id, i.version, null::bigint; return;
  end if;
  if i.kind = 'firm' then
    insert into membership (firm, account, roles) values (i.firm, by_account, i.roles)
      on conflict do nothing;
    get diagnostics made = row_count;
  elsif i.kind = 'sales' then
    insert into sales_person values (by_account, 'lead' = any(i.roles)) on conflict do nothing;
    get diagnostics made = row_count;
  else
    insert into operator values (by_account, i.roles) on conflict do nothing;
    get diagnostics made = row_count;
  end if;
  if made = 0 then
    return query select 'already', i.id, i.version, null::bigint; return;
  end if;
  if i.kind = 'firm' then
    update firm f set version = f.version + 1 where f.id = i.firm returning f.version into of_firm;
  end if;
  update invitation n set state = 'accepted', accepted_by = by_account, accepted_at = now(),
    version = n.version + 1 where n.id = i.id;
  return query select 'accepted', i.id, i.version + 1, of_firm;
end $$;

-- Who was taken out of a firm, for the moments in which that can be undone.
create table removed_member (
  firm uuid not null references firm,
  account uuid not null references account,
  roles text[] not null,
  removed_by uuid not null references account,
  at timestamptz not null default now(),
  primary key (firm, account)
);
call guard('removed_member', 'select, insert, update, delete');
create policy own on removed_member to casewell_app
  using (firm = caller_firm()) with check (firm = caller_firm());

-- The name of somebody just removed, for the sentence that offers to undo it.
create function removed_name(of_account uuid) returns text
  language sql stable security definer set search_path = public as $$
  select a.name from account a join removed_member r on r.account = a.id
    where a.id = of_account and r.firm = caller_firm() and r.at > now() - interval '1 minute'
$$;

-- What somebody signs in as, for the page on which they decide to join.
create function account_email(of_account uuid) returns text
  language sql stable security definer set search_path = public as $$
  select email from account where id = of_account
$$;

-- The person a setting names becomes the first administrator, while there is none.
create function become_first_admin(of_account uuid) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('first admin', 0));
  if exists (select from operator where 'admin' = any(roles)) then
    return false;
  end if;
  insert into operator values (of_account, array['admin'])
    on conflict (account) do update set roles = array_append(operator.roles, 'admin');
  return true;
end $$;

revoke execute on function invitation_pause(bytea), invitation_by(bytea),
  accept_invitation(bytea, uuid), removed_name(uuid), account_email(uuid),
  become_first_admin(uuid) from public;
grant execute on function invitation_pause(bytea), invitation_by(bytea),
  accept_invitation(bytea, uuid), removed_name(uuid), account_email(uuid),
  become_first_admin(uuid)
  to casewell_app, casewell_worker;
