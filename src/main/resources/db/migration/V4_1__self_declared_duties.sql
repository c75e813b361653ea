-- What the law asks of people who work under a title in a state and nobody issues: they say it of
-- themselves, period by period, and it is shown as just that.
create table duty_declaration (
  id uuid primary key,
  staff uuid not null references staff on delete cascade,
  code text not null,
  period_from date not null,
  period_until date not null check (period_until > period_from),
  -- by which of the ways the law names
  way text not null,
  general_minutes int not null check (general_minutes between 0 and 60000),
  ethics_minutes int not null check (ethics_minutes between 0 and 60000),
  attorney text not null default '' check (length(attorney) <= 200),
  bar_number text not null default '' check (length(bar_number) <= 100),
  -- the day the attorney was given the certificates
  certified_on date,
  complete boolean not null,
  declared_at timestamptz not null default now(),
  unique (staff, code, period_from)
);
create index on duty_declaration (code, period_from);
call guard('duty_declaration', 'select, insert, update');
create policy own on duty_declaration to casewell_app
  using (staff = caller_staff()) with check (staff = caller_staff());
create policy operations_sees on duty_declaration for select to casewell_app
  using (caller_realm() = 'operations');

-- Each reminder once for a person and a period; numbered so that its events have an order.
create table duty_notice (
  staff uuid not null references staff on delete cascade,
  code text not null,
  period_until date not null,
  days int not null check (days in (7, 30, 90)),
  number bigint not null,
  at timestamptz not null default now(),
  primary key (staff, code, period_until, days),
  unique (staff, number)
);
call guard('duty_notice', 'select');
create policy own on duty_notice for select to casewell_app
  using (staff = caller_staff() or caller_realm() = 'operations');

create index credential_by_code on credential (code, staff);
