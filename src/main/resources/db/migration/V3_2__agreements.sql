-- Which version of which document an account agreed to, and when.
create table acceptance (
  account uuid not null references account,
  document text not null check (document in ('terms', 'privacy')),
  version text not null,
  at timestamptz not null default now(),
  primary key (account, document, version)
);
call guard('acceptance', 'select');
create policy own on acceptance for select to casewell_app
  using (account = caller_account() or caller_realm() = 'operations');

-- Somebody who has no hat yet is nobody to the database, hence these two.
create function accept_document(of_account uuid, of_document text, of_version text)
  returns void language sql security definer set search_path = public as $$
  insert into acceptance (account, document, version) values (of_account, of_document, of_version)
    on conflict do nothing
$$;
create function accepted_by(of_account uuid)
  returns table (document text, version text, at timestamptz)
  language sql stable security definer set search_path = public as $$
  select document, version, at from acceptance where account = of_account
$$;
revoke execute on function accept_document(uuid, text, text), accepted_by(uuid) from public;
grant execute on function accept_document(uuid, text, text), accepted_by(uuid)
  to casewell_app, casewell_worker;
