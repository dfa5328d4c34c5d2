-- $1 establishment, $2 login
select account_json(a) from account a where a.establishment = $1 and a.login = $2
