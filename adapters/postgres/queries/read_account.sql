-- $1 establishment, $2 its identifier or its login, which never looks like one
select account_json(a) from account a
where a.establishment = $1 and (a.login = $2 or a.id::text = lower($2))
