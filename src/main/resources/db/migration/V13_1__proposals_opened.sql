-- Notes that whoever holds the link opened a proposal that waits for an answer. A row the first time,
-- which is told of as a version of its own.
create function open_proposal(by_hash bytea, view uuid)
  returns table (id uuid, version bigint, lead uuid)
  language plpgsql security definer set search_path = public as $$
declare
  p proposal;
begin
  select * into p from proposal x where x.token_hash = by_hash and by_hash = caller_link()
    and x.state = 'sent' and x.expires_at > now() for update;
  if not found then
    return;
  end if;
  if exists (select from proposal_view v where v.proposal = p.id) then
    insert into proposal_view (id, proposal) values (view, p.id);
    return;
  end if;
  insert into proposal_view (id, proposal) values (view, p.id);
  return query update proposal x set version = x.version + 1 where x.id = p.id
    returning x.id, x.version, x.lead;
end $$;
revoke execute on function open_proposal(bytea, uuid) from public;
grant execute on function open_proposal(bytea, uuid) to casewell_app;
