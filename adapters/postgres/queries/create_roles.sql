-- The roles of a cluster, which all its databases share: made where they are missing, by several at once if need be.
-- None may log in, none is a superuser, none passes over policies (migrations/0042_roles.sql).
do $$
declare
  wanted text;
begin
  foreach wanted in array array['jalon_owner', 'jalon_web', 'jalon_engine', 'jalon_auditor', 'jalon_backup'] loop
    if to_regrole(wanted) is null then
      begin
        execute format('create role %I nologin', wanted);
      exception when duplicate_object or unique_violation then  -- somebody else was first
        null;
      end;
    end if;
  end loop;
end
$$;
