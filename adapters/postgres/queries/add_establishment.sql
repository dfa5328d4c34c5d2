-- $1 code, $2 name
insert into establishment (code, name) values ($1, $2);
