-- $1 establishment, $2 committee
select remove_committee($1, $2::uuid);
