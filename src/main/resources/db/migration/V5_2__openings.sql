-- Open needs are shown to the professionals who fit them, without the firm's confidential part. What
-- reads them follows the table by transaction, as the log of facts is followed.
alter table need add column xid xid8 not null default pg_current_xact_id();
create index need_by_transaction on need (xid);

create function mark_transaction() returns trigger language plpgsql as $$
begin
  new.xid := pg_current_xact_id();
  return new;
end $$;
create trigger changed before update on need for each row execute function mark_transaction();

-- Whether professionals may read the firm's name on its open needs.
alter table firm add column shows_name boolean not null default false;

create function touch_open_needs() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  update need set updated_at = updated_at where firm = new.id and state = 'open';
  return null;
end $$;
create trigger seen_otherwise after update of name, jurisdiction, size, shows_name on firm
  for each row execute function touch_open_needs();
revoke execute on function mark_transaction(), touch_open_needs() from public;
