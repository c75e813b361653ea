-- Uploaded files: what is known of each; the bytes lie in the file store under a random key.
create table stored_file (
  id uuid primary key,
  key text not null unique check (key ~ '^[0-9a-f]{64}$'),
  firm uuid references firm,
  staff uuid references staff on delete cascade,
  -- as whoever uploaded it called it; shown and offered as a name, never used as a path
  name text not null check (length(name) between 1 and 200),
  type text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
  bytes bigint not null check (bytes > 0),
  pages int not null check (pages > 0),
  digest bytea not null check (length(digest) = 32),
  by_account uuid,
  at timestamptz not null default now(),
  check (num_nonnulls(firm, staff) = 1),
  unique (id, staff)
);
create index on stored_file (staff);
create index on stored_file (firm);

call guard('stored_file', 'select, insert, delete');
create policy own on stored_file to casewell_app
  using (firm = caller_firm() or staff = caller_staff() or caller_realm() = 'operations')
  with check (firm = caller_firm() or staff = caller_staff() or caller_realm() = 'operations');

-- The way of a credential: claimed → in review → verified / rejected, later expired.
alter table credential
  add column document uuid,
  add column submitted_at timestamptz,
  add column reason text check (length(reason) between 1 and 1000),
  add column decided_at timestamptz,
  add column decided_by uuid references account,
  add column second_look_by uuid references account,
  add column second_look_note text check (length(second_look_note) between 1 and 1000),
  -- raised by each move that has an event
  add column version bigint not null default 0,
  add foreign key (document, staff) references stored_file (id, staff),
  add check (state <> 'in review' or submitted_at is not null) not valid,
  add check ((second_look_by is null) = (second_look_note is null)),
  add check (second_look_by is null or state = 'in review');

create index credential_waiting on credential (submitted_at, id)
  where state = 'in review' and second_look_by is null;
create index credential_waiting_by_code on credential (code, submitted_at, id)
  where state = 'in review' and second_look_by is null;
create index credential_second_look on credential (submitted_at, id)
  where state = 'in review' and second_look_by is not null;
create index credential_decided on credential (state, decided_at desc, id desc)
  where decided_at is not null;
create index credential_ends on credential (valid_until, id) where state = 'verified';
create index credential_document on credential (document) where document is not null;

-- The moves that are drawn, and no others; nobody verifies themselves, whatever the code does.
create function credential_moves() returns trigger language plpgsql as $$
declare
  is_staff boolean := coalesce(caller_realm() = 'staff', false);
  same boolean;
begin
  if tg_op = 'INSERT' then
    if is_staff and new.state <> 'claimed' then
      raise exception 'a credential begins as a claim' using errcode = '42501';
    end if;
    return new;
  end if;
  same := (old.code, old.number, old.valid_from, old.valid_until)
    is not distinct from (new.code, new.number, new.valid_from, new.valid_until);
  if is_staff and (new.state not in ('claimed', 'in review', old.state)
      or (not same and new.state <> 'claimed')) then
    raise exception 'only Casewell verifies a credential' using errcode = '42501';
  end if;
  if new.state <> old.state and new.state <> 'claimed'
      and (old.state, new.state) not in (('claimed', 'in review'), ('in review', 'verified'),
        ('in review', 'rejected'), ('verified', 'expired'), ('rejected', 'in review'),
        ('expired', 'in review')) then
    raise exception 'a credential does not go from % to %', old.state, new.state
      using errcode = '23514';
  end if;
  return new;
end $$;
create trigger moves before insert or update on credential
  for each row execute function credential_moves();

-- A document goes with its credential; the bytes follow when the store is swept.
create function drop_document() returns trigger language plpgsql as $$
begin
  delete from stored_file where id = old.document;
  return null;
end $$;
create trigger document_gone after delete on credential
  for each row when (old.document is not null) execute function drop_document();
create trigger document_replaced after update of document on credential
  for each row when (old.document is not null and old.document is distinct from new.document)
  execute function drop_document();

-- Each notice once for a credential and the day it ends.
create table credential_notice (
  credential uuid not null references credential on delete cascade,
  staff uuid not null references staff on delete cascade,
  ends date not null,
  days int not null check (days in (7, 30, 90)),
  at timestamptz not null default now(),
  primary key (credential, ends, days)
);
call guard('credential_notice', 'select');
create policy own on credential_notice for select to casewell_app
  using (staff = caller_staff() or caller_realm() = 'operations');

-- Names as vetting looks them up. Under row-level security only comparisons of plain columns may use
-- an index, so the folded name is a column and a beginning is a range.
alter table staff add column folded_name text collate "C"
  generated always as (lower(name)) stored;
create index staff_by_name on staff (folded_name, id);

-- A page of the vetting queue: ids and moments, the longest wait or the newest decision first. It
-- runs as the owner, whose policy the planner sees through: under the callers' own policy it takes
-- one row in two hundred to be visible, joins and sorts them all, and needs seconds for a page.
create function vetting_sql(shelf text, by_code boolean, by_name boolean)
  returns text language sql immutable set search_path = public, pg_temp as $$
  select format(
    'select c.id, c.%1$I from credential c where %2$s and (c.%1$I, c.id) %3$s ($1, $2)%4$s%5$s'
      || ' order by c.%1$I %6$s, c.id %6$s limit $3',
    case when shelf in ('waiting', 'second-look') then 'submitted_at' else 'decided_at' end,
    case shelf
      when 'waiting' then 'c.state = ''in review'' and c.second_look_by is null'
      when 'second-look' then 'c.state = ''in review'' and c.second_look_by is not null'
      when 'verified' then 'c.state = ''verified'' and c.decided_at is not null'
      when 'rejected' then 'c.state = ''rejected'' and c.decided_at is not null'
      when 'expired' then 'c.state = ''expired'' and c.decided_at is not null'
      else 'false'
    end,
    case when shelf in ('waiting', 'second-look') then '>' else '<' end,
    case when by_code then ' and c.code = $4' else '' end,
    case when by_name then ' and c.staff in (select s.id from staff s where s.folded_name >= $5'
      || ' and s.folded_name < $6 order by s.folded_name, s.id limit 200)' else '' end,
    case when shelf in ('waiting', 'second-look') then 'asc' else 'desc' end)
$$;

create function vetting_page(shelf text, of_code text, name_from text, name_beyond text,
                             place timestamptz, place_id uuid, most int)
  returns table (id uuid, at timestamptz)
  language plpgsql stable rows 26 security definer set search_path = public, pg_temp as $$
begin
  if caller_realm() is distinct from 'operations' then
    return;
  end if;
  return query execute vetting_sql(shelf, of_code <> '', name_from <> '')
    using place, place_id, most, of_code, name_from, name_beyond;
end $$;

-- How many wait, counted up to so many, and since when the longest.
create function vetting_counts(most int)
  returns table (waiting int, second_look int, oldest timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select
    (select count(*)::int from (select 1 from credential where state = 'in review'
      and second_look_by is null order by submitted_at limit most) w),
    (select count(*)::int from (select 1 from credential where state = 'in review'
      and second_look_by is not null order by submitted_at limit most) l),
    (select submitted_at from credential where state = 'in review' and second_look_by is null
      order by submitted_at, credential.id limit 1)
  where caller_realm() = 'operations'
$$;

revoke execute on function credential_moves(), drop_document(),
  vetting_sql(text, boolean, boolean),
  vetting_page(text, text, text, text, timestamptz, uuid, int), vetting_counts(int) from public;
grant execute on function vetting_sql(text, boolean, boolean),
  vetting_page(text, text, text, text, timestamptz, uuid, int), vetting_counts(int)
  to casewell_app, casewell_worker;
grant execute on function credential_moves(), drop_document() to casewell_app, casewell_worker;
