-- Tells every node that rows were committed into a table they follow. It carries no content: a node
-- that missed it finds the rows all the same, a little later.
create function wake() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform pg_notify('casewell', tg_table_name);
  return null;
end $$;
revoke all on function wake() from public;

create trigger wakes after insert on outbox for each statement execute function wake();
create trigger wakes after insert on rankable for each statement execute function wake();
create trigger wakes after insert on scheduled_tasks for each statement execute function wake();

-- Why lines of an import were rejected, kept for its report.
create table staff_import_problem (
  import uuid not null references staff_import on delete cascade,
  line bigint not null,
  external_id text,
  field text not null,
  message text not null
);
create index on staff_import_problem (import, line);

call guard('staff_import_problem', 'select, insert');
create policy operations_only on staff_import_problem to casewell_app
  using (caller_realm() = 'operations') with check (caller_realm() = 'operations');
