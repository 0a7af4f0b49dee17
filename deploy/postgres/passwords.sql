-- Sets the passwords of the three roles. Run with psql, as a superuser, after roles.sql:
--   psql -v owner=... -v app=... -v demographics=... -f passwords.sql
-- The values reach the server as literals, so keep statement logging off while it runs.
alter role cohort_owner password :'owner';
alter role cohort_app password :'app';
alter role cohort_demographics password :'demographics';
