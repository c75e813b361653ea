-- Each mail from the event that caused it to the moment a server took it. A link's token never
-- stands here: it is computed while sending.
create table mail (
  id uuid primary key,
  cause text not null unique,
  kind text not null,
  recipient text not null check (length(recipient) between 3 and 254),
  facts jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  tries int not null default 0,
  last_error text,
  next_try_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index on mail (next_try_at, id) where state = 'waiting';
create index on mail (created_at desc, id desc);

call guard('mail', 'select, update');
create policy operations_only on mail to casewell_app
  using (caller_realm() = 'operations') with check (caller_realm() = 'operations');
