-- $1 establishment
select waiting_lines($1);
