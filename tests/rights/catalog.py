"""What the database's own catalog says of rights and policies, held against rules and the matrix in matrix.txt."""
import pathlib

MATRIX = pathlib.Path(__file__).parent / "matrix.txt"
ROLES = ("jalon_web", "jalon_engine", "jalon_auditor", "jalon_backup")
IN_FORCE = "= current_setting('jalon.establishment'::text, true))"
POLICIES = {
    "establishment_in_force": ("*", "{jalon_web}", IN_FORCE, IN_FORCE),
    "all_establishments": ("*", "{jalon_engine}", "true", "true"),
    "owned": ("*", "{jalon_owner}", "true", "true"),
    "read_whole": ("r", "{jalon_auditor,jalon_backup}", "true", None)}

# Of whole tables, then of single columns where the table is not granted.
GRANTS = """
    select c.relname as thing, g.grantee::regrole::text as role, lower(g.privilege_type) as what, null as of_column
    from pg_class c, aclexplode(c.relacl) g
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and g.grantee <> c.relowner
    union all
    select c.relname, g.grantee::regrole::text, lower(g.privilege_type), a.attname
    from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) g
    where c.relnamespace = 'public'::regnamespace and g.grantee <> c.relowner"""

# One row a fault: what it is, of what.
FAULTS = """
    select 'without forced row-level security' as fault, c.relname::text as of_what
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)
      and (c.relname = 'establishment' or exists (
        select from pg_attribute a where a.attrelid = c.oid and a.attname = 'establishment' and not a.attisdropped))
    union all
    select 'a view that sees what its owner sees', c.relname::text from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'v'
      and not coalesce(c.reloptions, '{}') @> '{security_invoker=true}'
    union all
    select 'SECURITY DEFINER without a search_path of its own', p.proname::text from pg_proc p
    where p.prosecdef and p.pronamespace = 'public'::regnamespace
      and not coalesce(p.proconfig, '{}') @> array['search_path=public, pg_temp']
    union all
    select 'belongs to another than jalon_owner', c.relname::text from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'S')
      and c.relowner <> 'jalon_owner'::regrole
    union all
    select 'a role that may too much', r.rolname::text from pg_roles r
    where r.rolname like 'jalon\\_%'
      and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolcanlogin)
    union all
    select 'a role that is another as well', m.member::regrole::text from pg_auth_members m
    where m.member::regrole::text like 'jalon\\_%'
    union all
    select 'open to everybody', p.proname::text from pg_proc p
    where p.pronamespace = 'public'::regnamespace and has_function_privilege('jalon_auditor', p.oid, 'execute')
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    union all
    select 'open to everybody', 'schema public' where exists (
      select from pg_namespace n, aclexplode(n.nspacl) g where n.nspname = 'public' and g.grantee = 0)"""

# SECURITY DEFINER functions, and who may run them.
WAYS_ACROSS = """
    select p.proname as thing, r.role, 'run' as what, null as of_column
    from pg_proc p, unnest(array['jalon_web', 'jalon_engine', 'jalon_auditor', 'jalon_backup']) as r (role)
    where p.prosecdef and p.pronamespace = 'public'::regnamespace and has_function_privilege(r.role, p.oid, 'execute')"""

POLICIES_THERE = """
    select p.polrelid::regclass::text as thing, p.polname as name, p.polcmd as what, p.polroles::regrole[]::text as roles,
           pg_get_expr(p.polqual, p.polrelid) as seen, pg_get_expr(p.polwithcheck, p.polrelid) as written
    from pg_policy p"""


def matrix_of(database):
    """« case  jalon_web: select insert update  jalon_engine: … », one line a thing, as matrix.txt has it."""
    rights = {}
    for row in database.rows(GRANTS) + database.rows(WAYS_ACROSS):
        of_thing = rights.setdefault(row["thing"], {}).setdefault(row["role"], {})
        of_thing.setdefault(row["what"], []).append(row["of_column"])
    lines = []
    for thing in sorted(rights):
        line = f"{thing:26}"
        for role in sorted(rights[thing], key=lambda role: (ROLES + (role,)).index(role)):
            words = [what + (f"({','.join(sorted(columns))})" if columns[0] else "")
                     for what, columns in sorted(rights[thing][role].items())]
            line += f"  {role.removeprefix('jalon_')}: {' '.join(words)}"
        lines.append(line)
    return lines


def faults_of(database):
    """Sentences; none where all is as it should be."""
    faults = [f"{row['of_what']}: {row['fault']}" for row in database.rows(FAULTS)]
    there = matrix_of(database)
    wanted = [line for line in MATRIX.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    faults += [f"granted and not in the matrix: {line}" for line in there if line not in wanted]
    faults += [f"in the matrix and not granted: {line}" for line in wanted if line not in there]
    return faults + policy_faults_of(database)


def policy_faults_of(database):
    faults, found = [], {}
    for row in database.rows(POLICIES_THERE):
        found.setdefault(row["thing"], set()).add(row["name"])
        wanted = POLICIES.get(row["name"])
        is_as_wanted = wanted and (row["what"], row["roles"]) == wanted[:2] and (row["written"] is None) == (
            wanted[3] is None) and row["seen"].endswith(wanted[2]) and (row["written"] or "").endswith(wanted[3] or "")
        if not is_as_wanted:
            faults.append(f"{row['thing']}: policy {row['name']} is not one of ours: {row}")
    faults += [f"{thing}: lacks a policy" for thing, names in found.items() if names != set(POLICIES)]
    return faults
