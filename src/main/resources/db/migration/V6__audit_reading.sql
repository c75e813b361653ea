-- The trail as operations read it: by time, by person, by kind, a page at a time.
create index on audit_event (at, subject_kind, subject, seq);
create index on audit_event (account, at);
create index on audit_event (subject_kind, at);

-- What happened to an account is its holder's to read, whatever hat is worn.
create policy own_account on audit_event for select to casewell_app
  using (subject_kind = 'account' and subject = caller_account());
