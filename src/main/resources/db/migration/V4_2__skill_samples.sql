-- A skill is confirmed by a short sample of work that an administrator reviews, or by a firm after an
-- engagement. What is confirmed is verified in the profile, up to the confirmed level.
create table skill_sample (
  id uuid primary key,
  staff uuid not null references staff on delete cascade,
  skill text not null,
  -- as claimed when it was sent
  level int not null check (level between 1 and 5),
  about text not null check (length(about) between 1 and 1000),
  document uuid not null,
  state text not null check (state in ('in review', 'confirmed', 'declined')),
  confirmed_level int check (confirmed_level between 1 and 5),
  -- the reviewer's words, which the person reads
  words text check (length(words) between 1 and 1000),
  submitted_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid references account,
  version bigint not null default 1,
  foreign key (document, staff) references stored_file (id, staff),
  check ((state = 'in review') = (decided_at is null)),
  check ((state = 'confirmed') = (confirmed_level is not null)),
  check ((state = 'in review') = (words is null)),
  unique (id, staff)
);
create unique index skill_sample_waits on skill_sample (staff, skill) where state = 'in review';
create index skill_sample_queue on skill_sample (submitted_at, id) where state = 'in review';
create index skill_sample_decided on skill_sample (decided_at desc, id desc)
  where state <> 'in review';
create index on skill_sample (staff);
call guard('skill_sample', 'select, insert, update');
create policy own_reads on skill_sample for select to casewell_app
  using (staff = caller_staff());
create policy own_sends on skill_sample for insert to casewell_app
  with check (staff = caller_staff() and state = 'in review');
create policy operations_decides on skill_sample to casewell_app
  using (caller_realm() = 'operations') with check (caller_realm() = 'operations');

create trigger document_gone after delete on skill_sample
  for each row execute function drop_document();

create table skill_confirmation (
  id uuid primary key,
  staff uuid not null references staff on delete cascade,
  skill text not null,
  level int not null check (level between 1 and 5),
  words text not null check (length(words) between 1 and 1000),
  -- by a sample of work …
  sample uuid,
  -- … or by a firm after an engagement
  firm uuid references firm,
  engagement uuid,
  by_account uuid not null references account,
  at timestamptz not null default now(),
  foreign key (sample, staff) references skill_sample (id, staff),
  check (num_nonnulls(sample, firm) = 1),
  check ((firm is null) = (engagement is null)),
  unique (sample),
  unique (engagement, skill)
);
create index on skill_confirmation (staff, skill, at desc);
create index on skill_confirmation (firm);
call guard('skill_confirmation', 'select, insert');
create policy own on skill_confirmation for select to casewell_app
  using (staff = caller_staff() or firm = caller_firm() or caller_realm() = 'operations');
create policy operations_confirms on skill_confirmation for insert to casewell_app
  with check (caller_realm() = 'operations' and sample is not null);
