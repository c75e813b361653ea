-- Calendars kept elsewhere whose busy time counts here: by address, read again and again, or by file,
-- read once. The address is a secret of the person's and is kept sealed.
create table busy_source (
  id uuid primary key,
  person uuid not null,
  account uuid not null references account on delete cascade,
  kind text not null check (kind in ('address', 'file')),
  name text not null check (length(name) between 1 and 80),
  host text not null default '' check (length(host) <= 255),
  address bytea,
  tag text not null default '' check (length(tag) <= 200),
  -- good, or failing: the last good copy then still counts
  state text not null check (state in ('good', 'failing')),
  says text not null check (length(says) <= 400),
  checked_at timestamptz not null,
  good_at timestamptz not null,
  -- when the whole file was last read, and so until when it was unrolled
  read_at timestamptz not null,
  created_at timestamptz not null default now(),
  check ((kind = 'address') = (address is not null))
);
create index on busy_source (person);
create index on busy_source (account);
create index on busy_source (checked_at) where kind = 'address';
call guard_time('busy_source', 'select, insert, update, delete');

-- Where a person's own calendar is read by another program, without a session. The address holds a
-- token made of the row and its generation; only its digest is kept.
create table calendar_feed (
  person uuid primary key,
  account uuid not null references account on delete cascade,
  realm text not null check (realm in ('staff', 'sales')),
  generation int not null default 1 check (generation > 0),
  token_hash bytea not null unique check (length(token_hash) = 32),
  created_at timestamptz not null default now()
);
create index on calendar_feed (account);
call guard_time('calendar_feed', 'select, insert, update, delete');

-- Whose the feed of this token is, while they wear that hat and may sign in.
create function feed_caller(by_hash bytea)
  returns table (person uuid, realm text, account uuid, name text, zone text)
  language sql stable security definer set search_path = public as $$
  select f.person, f.realm, f.account, c.name, c.zone
    from calendar_feed f
      join account a on a.id = f.account and a.disabled_at is null,
      caller_in_hat(f.account, f.realm, null, case f.realm when 'staff' then f.person end) c
    where f.token_hash = by_hash and c.worn
$$;
revoke execute on function feed_caller(bytea) from public;
grant execute on function feed_caller(bytea) to casewell_app;
