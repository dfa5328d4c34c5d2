-- $1 establishment, $2 committee, $3 lines in their order, $4 login, $5 where the list is read
select send_committee_list($1, $2::uuid, $3::jsonb, $4, $5);
