-- The three roles, made once by whoever administers the database, before the first start.
-- None is a superuser, none bypasses row-level security. Passwords are set apart.
create role casewell_owner login nosuperuser nobypassrls noinherit;
create role casewell_app login nosuperuser nobypassrls noinherit;
create role casewell_worker login nosuperuser nobypassrls noinherit;
-- in the database itself:
grant create, usage on schema public to casewell_owner;
-- what lets a constraint compare people and times together, in a schema of its own:
create schema if not exists extensions;
create extension if not exists btree_gist schema extensions;
