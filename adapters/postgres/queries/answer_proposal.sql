-- $1 establishment, $2 proposal, $3 answers, $4 login
select answer_proposal($1, $2::uuid, $3::jsonb, $4);
