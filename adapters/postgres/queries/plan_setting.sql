-- $1 establishment, $2 name, $3 first day, $4 value, $5 clocks, $6 login
insert into planned_setting (establishment, name, valid_from, value, clocks, planned_by, planned_at)
values ($1, $2, $3::date, $4::jsonb, $5::jsonb, $6, jalon_now())
on conflict (establishment, name, valid_from) do update
set value = excluded.value, clocks = excluded.clocks, planned_by = excluded.planned_by,
    planned_at = excluded.planned_at;
