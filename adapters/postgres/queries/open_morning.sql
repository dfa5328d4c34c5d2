-- Writes a morning's digests with the note that it is done; answers how many mornings that were (0: done already).
-- $1 establishment, $2 day, $3 what each digest is made of, as a JSON list
with opened as (
  insert into morning (establishment, day, opened_at)
  values ($1, $2::date, jalon_now())
  on conflict do nothing
  returning day
), written as (
  insert into message (establishment, id, kind, template, recipient, details, created_at)
  select $1, gen_random_uuid(), 'email', 'staff_digest', 'staff', d.details, jalon_now()
  from opened, jsonb_array_elements($3::jsonb) as d (details)
)
select count(*) from opened;
