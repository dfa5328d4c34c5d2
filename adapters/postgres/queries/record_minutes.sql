-- $1 establishment, $2 committee, $3 who was there, $4 remarks or null, $5 login
select record_minutes($1, $2::uuid, $3::jsonb, $4, $5);
