-- $1 hash. Counted before the code is looked at, so that many sent at once are not more than five.
select establishment, login from use_log_in_ticket($1)
