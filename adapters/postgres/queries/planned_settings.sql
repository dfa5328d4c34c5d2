-- The next one first. $1 establishment, or null for all
select establishment, name, valid_from, value, clocks, planned_by
from planned_setting
where $1::text is null or establishment = $1
order by valid_from, establishment, name;
