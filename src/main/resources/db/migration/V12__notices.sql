-- A mail its reader said no to is kept as withheld, so that nobody wonders where it is.
alter table mail drop constraint mail_state_check;
alter table mail add constraint mail_state_check
  check (state in ('waiting', 'sent', 'failed', 'withheld'));

-- What a person is told on their own pages. The number counts each person's own, without gaps, in the
-- order of commits: whoever lost the connection goes on after the last one seen.
create table notice (
  id uuid primary key,
  account uuid not null references account on delete cascade,
  number bigint not null check (number > 0),
  cause text not null,
  kind text not null check (length(kind) between 1 and 40),
  title text not null check (length(title) between 1 and 300),
  text text not null check (length(text) <= 1000),
  path text not null check (path ~ '^/([^/\\]|$)' and length(path) <= 500),
  at timestamptz not null default now(),
  read_at timestamptz,
  unique (account, number),
  unique (account, cause)
);
create index on notice (account) where read_at is null;
create index on notice (at);

call guard('notice', 'select, update');
create policy own on notice to casewell_app
  using (account = caller_account()) with check (account = caller_account());
create trigger wakes after insert on notice for each statement execute function wake();

-- Besides mail: whether it is shown on the own pages.
alter table notification_choice add column shown boolean not null default true;
