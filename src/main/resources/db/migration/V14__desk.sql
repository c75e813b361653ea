-- What somebody handed in is never read over their shoulder: the query itself gives no row.
create policy not_when_watched on stored_file as restrictive for select to casewell_app
  using (not caller_watched());

-- What a firm may read of a duty somebody declared: that they did, for when, and whether it is all.
-- Not by which way, nor which attorney was given the certificates. The person sees the same.
create function declared_duties(of_staff uuid)
  returns table (code text, period_from date, period_until date, complete boolean)
  language sql stable security definer set search_path = public as $$
  select d.code, d.period_from, d.period_until, d.complete
    from duty_declaration d join staff s on s.id = d.staff
    where d.staff = of_staff
      and (caller_realm() = 'firm' and s.status = 'active' or d.staff = caller_staff())
    order by d.period_from desc, d.code
$$;
revoke execute on function declared_duties(uuid) from public;
grant execute on function declared_duties(uuid) to casewell_app, casewell_worker;
