-- Which roles the login that connects neither is nor may become, and whether it may mend that.
select coalesce(string_agg(wanted.role, ', ' order by wanted.role), ''),
       (select r.rolsuper or r.rolcreaterole from pg_roles r where r.rolname = current_user), current_user
from unnest(array['jalon_owner', 'jalon_web', 'jalon_engine', 'jalon_auditor', 'jalon_backup']) as wanted (role)
where to_regrole(wanted.role) is null
   or wanted.role in ('jalon_owner', 'jalon_web', 'jalon_engine')
     and not pg_has_role(current_user, wanted.role, 'member');
