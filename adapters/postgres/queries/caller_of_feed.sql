-- $1 hash of the secret
select establishment, login, name, roles, mdph from caller_of_feed($1);
