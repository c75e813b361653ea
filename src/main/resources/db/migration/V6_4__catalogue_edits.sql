-- The catalogue comes with the application; what operations change about it stands here, step by
-- step. Each step raises the version that matching writes down with every run. Steps are never
-- changed or taken out: what was retired or merged can still be read by its old code.
create table catalogue_edit (
  number bigint primary key check (number > 0),
  kind text not null check (kind in ('add', 'change', 'retire', 'restore', 'merge')),
  shelf text not null check (shelf in ('skills', 'software', 'practice-areas', 'languages')),
  code text not null check (length(code) between 1 and 80),
  into_code text check (length(into_code) between 1 and 80),
  entry jsonb,
  by_account uuid not null references account,
  at timestamptz not null default now(),
  check ((kind in ('add', 'change')) = (entry is not null)),
  check ((kind = 'merge') = (into_code is not null) and into_code <> code)
);
call guard('catalogue_edit', 'select, insert');
create policy anybody_reads on catalogue_edit for select to casewell_app using (true);
create policy operations_writes on catalogue_edit for insert to casewell_app
  with check (caller_realm() = 'operations' and by_account = caller_account());
revoke update, delete on catalogue_edit from casewell_worker;
