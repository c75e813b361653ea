-- A staff member names the firm that shall not see them; they cannot look firms up. Written with the
-- same letters and numbers is the same name.
create function firms_named(its_name text) returns table (firm uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select f.id from firm f
    where caller_realm() = 'staff' and f.state <> 'closed'
      and regexp_replace(lower(f.name), '[^[:alnum:]]+', '', 'g')
        = regexp_replace(lower(its_name), '[^[:alnum:]]+', '', 'g')
$$;

-- The names of the firms that the caller blocked; of those that blocked the caller it says nothing.
create function firms_blocked() returns table (firm uuid, name text, at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select b.firm, f.name, b.at from firm_block b join firm f on f.id = b.firm
    where b.staff = caller_staff() and b.side = 'staff'
$$;

revoke all on function firms_named(text), firms_blocked() from public;
grant execute on function firms_named(text), firms_blocked() to casewell_app;
create index on firm_block (firm);
