-- The newest first. $1 establishment, $2 case, $3 the last one of the page before or null, $4 how many
select
  jsonb_build_object('at', rfc3339(r.at), 'login', r.login, 'name', coalesce(a.name, r.login), 'what', r.template,
                     'facts', to_jsonb(r.facts)),
  r.id
from reading r
left join account a on a.establishment = r.establishment and a.login = r.login
where r.establishment = $1 and r.case_id = $2::uuid and r.id < coalesce($3::bigint, 9223372036854775807)
order by r.id desc
limit $4::bigint;
