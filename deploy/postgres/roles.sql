-- Who may do what in the database. Run as a superuser, connected to the application's own database
-- (whatever its name); may be run again at any time. The local platform, the tests and deploy/compose.yaml
-- all use this one file.
--
--   cohort_owner         owns the database and every table; only Flyway signs in with it
--   cohort_app           the running application: reads and writes rows, changes no table
--   cohort_demographics  the only role that reads or writes the schema "demographics"
--
-- Passwords are not set here: see passwords.sql.

do $$
declare
	wanted text;
begin
	foreach wanted in array array['cohort_owner', 'cohort_app', 'cohort_demographics'] loop
		if not exists (select from pg_roles where rolname = wanted) then
			begin
				execute format('create role %I login nosuperuser nocreatedb nocreaterole', wanted);
			exception when duplicate_object or unique_violation then
				null; -- another session was a moment faster: roles belong to the whole server
			end;
		end if;
	end loop;
	execute format('alter database %I owner to cohort_owner', current_database());
	execute format('revoke all on database %I from public', current_database());
	execute format('grant connect on database %I to cohort_app, cohort_demographics', current_database());
	execute format('alter role cohort_owner in database %I set search_path = cohort', current_database());
	execute format('alter role cohort_app in database %I set search_path = cohort', current_database());
	execute format('alter role cohort_demographics in database %I set search_path = demographics', current_database());
end
$$;

revoke all on schema public from public;

create schema if not exists cohort authorization cohort_owner;
revoke all on schema cohort from public;
grant usage on schema cohort to cohort_app;
alter default privileges for role cohort_owner in schema cohort
	grant select, insert, update, delete on tables to cohort_app;
alter default privileges for role cohort_owner in schema cohort
	grant usage, select on sequences to cohort_app;

create schema if not exists demographics authorization cohort_owner;
revoke all on schema demographics from public;
grant usage on schema demographics to cohort_demographics;
alter default privileges for role cohort_owner in schema demographics
	grant select, insert, update, delete on tables to cohort_demographics;
alter default privileges for role cohort_owner in schema demographics
	grant usage, select on sequences to cohort_demographics;
