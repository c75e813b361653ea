-- The openings are counted in one place now, which does not ask this.
drop function open_asks();
