-- $1 hash. Its use is written down at most every five minutes.
select establishment, login, name, roles, mdph from caller_of_token($1);
