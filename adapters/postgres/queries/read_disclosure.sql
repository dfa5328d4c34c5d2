-- What is disclosed to one reader beyond their roles. $1 establishment, $2 case, $3 login
select json_build_object(
  'team_agreed', consent_of($1, $2::uuid, 'team') is not distinct from 'given',
  'of_the_team', is_of_the_team($1, $2::uuid, $3),
  'until', (
    select rfc3339(max(x.until)) from exceptional_access x
    where x.establishment = $1 and x.case_id = $2::uuid and x.login = $3 and x.until > jalon_now()));
