#!/bin/sh
# The second step of a server's first start: passwords, and Keycloak's own database. roles.sql has run before.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres -d cohort -v owner="$COHORT_OWNER_PASSWORD" -v app="$COHORT_APP_PASSWORD" \
	-v demographics="$COHORT_DEMOGRAPHICS_PASSWORD" -f /cohort/passwords.sql
psql -v ON_ERROR_STOP=1 -U postgres -v password="$KEYCLOAK_DATABASE_PASSWORD" <<'SQL'
create role keycloak login password :'password';
create database keycloak owner keycloak;
SQL
