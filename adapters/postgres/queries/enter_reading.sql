-- Answers of how many files the reader has read in the last ten minutes, this one included.
-- $1 establishment, $2 case, $3 login, $4 facts (JSON list)
with entered as (
  insert into reading (establishment, at, login, case_id, template, facts)
  values ($1, jalon_now(), $3, $2::uuid, 'case', array(select jsonb_array_elements_text($4::jsonb))))
select count(*) from (
  select latest.case_id from (
    select r.case_id from reading r
    where r.establishment = $1 and r.login = $3 and r.at > jalon_now() - interval '10 minutes'
    order by r.at desc
    limit 2000) as latest
  union select $2::uuid) as lately;
