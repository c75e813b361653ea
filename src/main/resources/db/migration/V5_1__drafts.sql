-- A need as it is being written: fields as typed, right or wrong, for the firm alone. It becomes a
-- need when it is posted, and is gone then.
create table need_draft (
  id uuid primary key,
  firm uuid not null references firm,
  version bigint not null,
  -- the page that saved last: what it sends after that is never stale
  tab text not null,
  title text not null,
  step int not null check (step between 1 and 5),
  fields jsonb not null,
  begun_by uuid not null references account,
  changed_by uuid not null references account,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on need_draft (firm, updated_at desc);
call guard('need_draft', 'select, insert, update, delete');
create policy own on need_draft to casewell_app
  using (firm = caller_firm()) with check (firm = caller_firm());

-- Who of the firm looks after a need.
create table need_assignment (
  need uuid primary key,
  firm uuid not null,
  version bigint not null,
  -- null: nobody any more
  account uuid references account,
  by_account uuid not null references account,
  at timestamptz not null default now(),
  foreign key (need, firm) references need (id, firm) on delete cascade,
  foreign key (firm, account) references membership (firm, account)
    on delete set null (account)
);
create index on need_assignment (account);
call guard('need_assignment', 'select, insert, update, delete');
create policy own on need_assignment to casewell_app
  using (firm = caller_firm()) with check (firm = caller_firm());

-- What people of a firm write about somebody for a need. Nobody outside the firm reads it.
create table need_note (
  id uuid primary key,
  need uuid not null,
  firm uuid not null,
  staff uuid not null references staff on delete cascade,
  account uuid not null references account,
  text text not null check (length(text) between 1 and 2000),
  at timestamptz not null default now(),
  foreign key (need, firm) references need (id, firm) on delete cascade
);
create index on need_note (need, staff, at);
call guard('need_note', 'select, insert, delete');
create policy own on need_note to casewell_app
  using (firm = caller_firm()) with check (firm = caller_firm());
