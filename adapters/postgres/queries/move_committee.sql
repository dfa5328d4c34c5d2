-- $1 establishment, $2 committee, $3 its day from now on
select move_committee($1, $2::uuid, $3::date);
