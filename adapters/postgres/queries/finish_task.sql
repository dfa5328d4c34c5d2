-- $1 establishment, $2 task or letter, $3 login
select case when exists (select from task t where t.establishment = $1 and t.id = $2::uuid)
       then finish_task($1, $2::uuid, $3) else finish_letter_task($1, $2::uuid, $3) end;
