-- $1 how many at most, $2 which part of the cases, $3 of how many parts
select now_us, establishment, settings_revision, case_id, deadline, number, fires_at_us, snapshot
from claim_due($1, $2, $3);
