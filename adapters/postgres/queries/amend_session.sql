-- $1 establishment, $2 session, $3 what changes of it
select amend_session($1, $2::uuid, $3::jsonb);
