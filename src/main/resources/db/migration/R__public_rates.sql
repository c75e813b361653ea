-- What an hour costs by role, for everybody to read: quartiles over the active people of the
-- directory, in whole dollars. Nobody's own rate can be read off them: a role with fewer than five
-- people has no row. Runs as its owner, since the rates themselves are closed to visitors.
create or replace function public_rates()
  returns table (role text, people int, low_cents int, middle_cents int, high_cents int)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select b.role,
         count(*)::int,
         (floor(percentile_disc(0.25) within group (order by b.cents) / 100.0) * 100)::int,
         (round(percentile_disc(0.5) within group (order by b.cents) / 100.0) * 100)::int,
         (ceil(percentile_disc(0.75) within group (order by b.cents) / 100.0) * 100)::int
    from bill_rate b join staff s on s.id = b.staff
   where s.status = 'active'
   group by b.role
  having count(*) >= 5
$$;
revoke all on function public_rates() from public;
grant execute on function public_rates() to casewell_app, casewell_worker;
