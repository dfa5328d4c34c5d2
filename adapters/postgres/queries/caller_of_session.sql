-- $1 hash. Written down at most twice a minute, so that a busy page costs no write each time.
select establishment, login, name, roles, mdph from caller_of_session($1);
