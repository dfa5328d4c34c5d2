-- The one account that is not disabled and has that e-mail address ($2 true) or login. $1 value
select establishment, login from account_known_as($1, $2::boolean)
where login is not null;
