-- A hold ends five minutes on by the clock that also looks whether it has: a node whose own clock is
-- an hour off would else hold a time for an hour, or not at all. The one line of reserve_time that
-- says when is changed where it stands; nodes of the release before still name the moment.
do $$
declare
  was text := pg_get_functiondef('reserve_time(jsonb)'::regprocedure);
  its_end constant text := '(its ->> ''expires'')::timestamptz';
begin
  if position(its_end in was) = 0 then
    raise exception 'reserve_time says otherwise when a hold ends';
  end if;
  execute replace(was, its_end,
    'coalesce(now() + make_interval(secs => (its ->> ''holdSeconds'')::int), ' || its_end || ')');
end $$;
