-- Whom the schema belongs to, where that is somebody else: the roles have taken it over.
select c.relowner::regrole
from pg_class c
where c.oid = to_regclass('schema_migration') and c.relowner <> (select oid from pg_roles where rolname = current_user);
