-- As before, but whoever never agreed to anything is asked, too: until now they were asked when they
-- signed in, and could walk past that page.
create or replace function caller_of_session(by_hash bytea, current_documents text[],
                                  out realm text, out firm uuid, out staff uuid,
                                  out last_seen_at bigint, out authenticated_at bigint,
                                  out watcher uuid, out watcher_name text, out watch_until bigint,
                                  out account uuid, out name text, out label text, out zone text,
                                  out roles text[], out lead boolean, out worn boolean,
                                  out outdated boolean)
  language plpgsql stable security definer set search_path = public as $$
declare
  looking uuid;
  look record;
begin
  select s.realm, s.firm, s.staff, extract(epoch from s.last_seen_at) * 1000,
         extract(epoch from s.authenticated_at) * 1000, s.view, a.id, a.name, (
           select coalesce(not array_agg(d.document || ' ' || d.version) @> current_documents, true)
             from acceptance d where d.account = a.id)
    into realm, firm, staff, last_seen_at, authenticated_at, looking, account, name, outdated
    from session s join account a on a.id = s.account
    where s.id_hash = by_hash and s.expires_at > now() and (a.disabled_at is null or s.view is not null);
  if not found then
    return;
  end if;
  if looking is null and realm = 'firm' then
    -- most pages are a firm's: what caller_in_hat does, without a call of its own
    lead := false;
    select f.name, f.zone, m.roles, f.state <> 'closed' into label, zone, roles, worn
      from membership m join firm f on f.id = m.firm
      where m.firm = caller_of_session.firm and m.account = caller_of_session.account;
    label := coalesce(label, '');
    zone := coalesce(zone, 'America/New_York');
    roles := coalesce(roles, '{}');
    worn := coalesce(worn, false);
    return;
  end if;
  if looking is not null then
    -- only while it lasts, and while whoever looks may
    select v.realm, v.firm, v.staff, v.account, v.ends_at, w.id as operator, w.name into look
      from support_view v
      join account w on w.id = caller_of_session.account and w.disabled_at is null
      join operator o on o.account = w.id and 'admin' = any(o.roles)
      where v.id = looking and v.ended_at is null and v.ends_at > now();
    if found then
      realm := look.realm;
      firm := look.firm;
      staff := look.staff;
      account := look.account;
      watcher := look.operator;
      watcher_name := look.name;
      watch_until := extract(epoch from look.ends_at) * 1000;
    end if;
  end if;
  select c.account, c.name, c.label, c.zone, c.roles, c.lead, c.worn
    into account, name, label, zone, roles, lead, worn
    from caller_in_hat(account, realm, firm, staff) c;
end $$;
