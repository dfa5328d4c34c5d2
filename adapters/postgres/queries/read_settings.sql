-- The settings a decision needs, of one moment, by name. $1 establishment
select e.settings_revision,
       (select coalesce(jsonb_object_agg(s.name, s.value), '{}') from setting s
        where s.establishment = e.code and s.name in ('calendar', 'reasons', 'policy'))
from establishment e
where e.code = $1;
