-- A professional who came in by themselves asks to be admitted once the profile says enough.
alter table staff add column submitted_at timestamptz;
create index on staff (submitted_at) where submitted_at is not null and status = 'draft';

-- What today's open needs ask for, without whose they are or what they are called: from these a
-- professional is told in figures what another part of the profile would open.
create function open_asks() returns table (terms text)
  language sql stable security definer set search_path = public as $$
  select (n.terms || jsonb_build_object('title', ''))::text from need n
    where n.state = 'open' and caller_realm() = 'staff'
    order by n.posted_at desc limit 2000
$$;
revoke execute on function open_asks() from public;
grant execute on function open_asks() to casewell_app, casewell_worker;
