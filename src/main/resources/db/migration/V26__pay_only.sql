-- What a person is given of their own data leaves out the rate firms pay for them.
create or replace function rows_of(of_table text, by_column text, of_id uuid, without text[])
  returns jsonb language plpgsql stable security definer set search_path = public as $$
declare
  found jsonb;
  mine boolean;
begin
  mine := of_id = caller_account()
    or exists (select from staff s where s.id = of_id and s.account = caller_account());
  if not coalesce(mine, false) then
    raise exception 'not the caller''s own rows' using errcode = '42501';
  end if;
  execute format(
    'select coalesce(jsonb_agg(to_jsonb(t) - $2), ''[]'') from (select * from %I where %I = $1%s) t',
    of_table, by_column,
    -- an imported rate is what firms pay, which a professional never sees
    case of_table when 'staff_rate' then ' and kind = ''pay''' else '' end) into found using of_id, without;
  return found;
end $$;
