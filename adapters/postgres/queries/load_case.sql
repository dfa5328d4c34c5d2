-- $1 establishment, $2 case, $3 session, $4 committee, $5 other case, $6 account, $7 caller, $8 key,
-- $9 the entry to go back to
select load_case($1, $2, $3, $4, $5, $6, $7, $8, $9);
