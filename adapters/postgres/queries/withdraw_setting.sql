-- $1 establishment, $2 name, $3 first day
delete from planned_setting where establishment = $1 and name = $2 and valid_from = $3::date;
