-- $1 establishment, $2 template, $3 text or null, $4 login
select set_letter_template($1, $2, $3, $4);
