-- What a firm tells of itself when it comes in. Set-up is done when its owner says so; what is
-- still missing follows from the rows themselves.
create table firm_setup (
  firm uuid primary key references firm,
  next_path text not null default '',
  finished_at timestamptz
);
call guard('firm_setup', 'select, insert, update');
create policy own on firm_setup to casewell_app
  using (firm = caller_firm()) with check (firm = caller_firm());

-- The attorneys who supervise and answer for the work.
create table attorney (
  id uuid primary key,
  firm uuid not null references firm,
  name text not null,
  jurisdiction text not null,
  bar_number text not null,
  added_at timestamptz not null default now(),
  unique (firm, jurisdiction, bar_number)
);
call guard('attorney', 'select, insert, delete');
create policy own on attorney to casewell_app
  using (firm = caller_firm()) with check (firm = caller_firm());
create policy operations_sees on attorney for select to casewell_app
  using (caller_realm() = 'operations');

-- Own clients and adverse parties, for conflict checks. The names are the firm's alone; they are
-- compared by the keyed hash of their normal form.
create table firm_party (
  firm uuid not null references firm,
  side text not null check (side in ('client', 'adverse')),
  name_hash bytea not null check (length(name_hash) = 32),
  grams bytea not null,
  name text not null,
  added_at timestamptz not null default now(),
  primary key (firm, side, name_hash)
);
create index on firm_party (firm, added_at desc);
call guard('firm_party', 'select, insert, delete');
create policy own on firm_party to casewell_app
  using (firm = caller_firm()) with check (firm = caller_firm());

-- To whom invoices go.
create table billing_contact (
  firm uuid primary key references firm,
  name text not null,
  email text not null,
  phone text not null default '',
  address text not null default '',
  updated_at timestamptz not null default now()
);
call guard('billing_contact', 'select, insert, update');
create policy own on billing_contact to casewell_app
  using (firm = caller_firm()) with check (firm = caller_firm());
create policy operations_sees on billing_contact for select to casewell_app
  using (caller_realm() = 'operations');
