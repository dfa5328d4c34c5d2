-- $1 establishment, $2 what each e-mail is made of, as a JSON list
insert into message (establishment, id, kind, template, recipient, details, created_at)
select $1, gen_random_uuid(), 'email', 'staff_urgent', 'staff', d.details, jalon_now()
from jsonb_array_elements($2::jsonb) as d (details)
on conflict do nothing;
