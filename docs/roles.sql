-- Once, as the administrator of the PostgreSQL server, connected to the still empty database of Haechi:
--   OWNER_PASSWORD=… APP_PASSWORD=… psql -v ON_ERROR_STOP=1 -d haechi -f docs/roles.sql
-- docker-compose.yml does this when it creates the database.
\set ON_ERROR_STOP on
\getenv owner_password OWNER_PASSWORD
\getenv app_password APP_PASSWORD

-- The rights of the application. Nobody signs in as these.
create role haechi_work nologin;
create role haechi_read nologin;

-- Owns the schema and migrates it (MIGRATION_DATABASE_URL); nothing else ever signs in as this one.
-- The first migration creates roles that are not there yet, hence createrole.
create role haechi_owner login createrole password :'owner_password';
grant haechi_work, haechi_read to haechi_owner with admin option;
alter database :"DBNAME" owner to haechi_owner;

-- What the apps sign in as (DATABASE_URL). Of itself it may do nothing: every statement runs as one of the two above.
create role haechi_app login noinherit password :'app_password';
grant haechi_work, haechi_read to haechi_app;
revoke connect on database :"DBNAME" from public;
grant connect on database :"DBNAME" to haechi_app;
