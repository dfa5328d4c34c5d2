-- $1 establishment, $2 the command's identifier
select give_up_command($1, $2);
