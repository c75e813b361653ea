-- The desk of whoever keeps the house running: they read what waits and move it to the front, and
-- change nothing else of it.
create policy operations_sees on outbox for select to casewell_app
  using (caller_realm() = 'operations');
create policy operations_retries on outbox for update to casewell_app
  using (caller_realm() = 'operations') with check (caller_realm() = 'operations');
grant select on outbox to casewell_app;
grant update (next_try_at) on outbox to casewell_app;
create index on outbox (at) where delivered_at is null;

create policy operations_hurries on scheduled_tasks for update to casewell_app
  using (caller_realm() = 'operations') with check (caller_realm() = 'operations');
grant update (execution_time) on scheduled_tasks to casewell_app;
