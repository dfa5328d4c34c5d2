-- $1 establishment, $2 committee
select committee_ties($1, $2::uuid);
