-- A prospect's personal data goes when they ask for it. What happened stays without the person; an
-- accepted proposal stays whole, since the firm's agreement rests on it.
alter table lead add column erased_at timestamptz;

create function erase_lead(of_lead uuid) returns bigint
  language plpgsql security definer set search_path = public as $$
declare
  l lead;
  -- this one and those joined into it
  all_of uuid[];
  raised bigint;
begin
  if not coalesce(leads_sales() or caller_realm() = 'operations', false) then
    return null;
  end if;
  select * into l from lead x where x.id = of_lead for update;
  if not found or l.merged_into is not null or l.erased_at is not null then
    return null;
  end if;
  all_of := array(select x.id from lead x where x.id = of_lead or x.merged_into = of_lead);
  if exists (select from demo d where d.lead = any (all_of) and d.state in ('pending', 'confirmed')) then
    raise exception 'demo' using errcode = 'CW409';
  end if;
  if exists (select from proposal p where p.lead = any (all_of) and p.state = 'sent'
      and p.expires_at > now()) then
    raise exception 'proposal' using errcode = 'CW409';
  end if;
  update appointment a set title = '' where a.subject_kind = 'demo'
    and a.subject in (select d.id from demo d where d.lead = any (all_of));
  -- the old links end
  update demo d set guests = '{}', answers = '{}', reason = '', visitor = null,
      token_hash = sha256(convert_to(gen_random_uuid()::text, 'UTF8'))
    where d.lead = any (all_of);
  delete from lead_note n where n.lead = any (all_of);
  delete from text_message t where t.lead = any (all_of);
  update proposal p set message = '', decided_reason = '',
      shown = p.shown || '{"name": "Somebody who was erased", "email": "", "firm": ""}'
    where p.lead = any (all_of) and p.state <> 'accepted';
  update lead x set name = 'Somebody who was erased', email = x.id || '@erased.invalid',
      email_key = x.id || '@erased.invalid',
      firm_name = case when x.state = 'won' then x.firm_name else '' end,
      firm_key = case when x.state = 'won' then x.firm_key else '' end,
      phone = '', answers = '{}', advice = null, next_step = '', next_on = null, lost_reason = '',
      texts_since = null, texts_stopped_at = null, texts_hash = null, not_same = '{}',
      erased_at = now(), updated_at = now(),
      version = x.version + case when x.id = of_lead then 1 else 0 end
    where x.id = any (all_of);
  select x.version into raised from lead x where x.id = of_lead;
  return raised;
end $$;
revoke execute on function erase_lead(uuid) from public;
grant execute on function erase_lead(uuid) to casewell_app;
