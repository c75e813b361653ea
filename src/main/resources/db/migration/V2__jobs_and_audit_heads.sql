-- Jobs: the table of db-scheduler, and what went wrong last. A use case writes its job's row in its
-- own transaction; only the worker reads, runs and removes them.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  error text,
  primary key (task_name, task_instance)
);
create index on scheduled_tasks (execution_time);
create index on scheduled_tasks (last_heartbeat);

call guard('scheduled_tasks', 'insert');
create policy anybody_inserts on scheduled_tasks for insert to casewell_app with check (true);
create policy operations_sees on scheduled_tasks for select to casewell_app
  using (caller_realm() = 'operations');
grant select on scheduled_tasks to casewell_app;

create index on sign_in_attempt (expires_at);

-- The newest link of each subject's chain, itself linked into one chain of the installation: whoever
-- takes away the end of a subject's trail, or all of it, leaves a head that points to nothing.
create table audit_head (
  number bigint primary key check (number > 0),
  at timestamptz not null,
  subject_kind text not null,
  subject uuid not null,
  seq bigint not null,
  head bytea not null,
  previous bytea not null,
  hash bytea not null,
  unique (subject_kind, subject, seq)
);
create index on audit_event (at);

call guard('audit_head', 'select');
create policy operations_sees on audit_head for select to casewell_app
  using (caller_realm() = 'operations');
revoke update, delete on audit_head from casewell_worker;

-- Links every head that is newer than the one linked last for its subject, and says how many. Looks
-- an hour further back than its last round: a row is seen only when its transaction ends, and none
-- may take as long as that.
create function chain_audit_heads() returns int
  language plpgsql set search_path = public, pg_temp as $$
declare
  head record;
  last_number bigint;
  last_at timestamptz;
  last_hash bytea;
  moment timestamptz := clock_timestamp();
  linked int := 0;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit_head', 0));
  select number, at, hash into last_number, last_at, last_hash
    from audit_head order by number desc limit 1;
  last_number := coalesce(last_number, 0);
  last_hash := coalesce(last_hash, sha256(''));
  for head in
    select distinct on (e.subject_kind, e.subject) e.subject_kind, e.subject, e.seq, e.hash
      from audit_event e
      where e.at >= coalesce(last_at, '-infinity') - interval '1 hour'
        and not exists (select 1 from audit_head h where h.subject_kind = e.subject_kind
          and h.subject = e.subject and h.seq >= e.seq)
      order by e.subject_kind, e.subject, e.seq desc
  loop
    last_number := last_number + 1;
    insert into audit_head values (last_number, moment, head.subject_kind, head.subject, head.seq,
      head.hash, last_hash,
      sha256(last_hash || convert_to(jsonb_build_array(last_number, extract(epoch from moment),
        head.subject_kind, head.subject, head.seq, encode(head.hash, 'hex'))::text, 'UTF8')))
      returning hash into last_hash;
    linked := linked + 1;
  end loop;
  return linked;
end $$;
revoke all on function chain_audit_heads() from public;
grant execute on function chain_audit_heads() to casewell_worker;
