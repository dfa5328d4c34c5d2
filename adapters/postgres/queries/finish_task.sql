-- $1 establishment, $2 task, $3 login
select finish_task($1, $2, $3);
