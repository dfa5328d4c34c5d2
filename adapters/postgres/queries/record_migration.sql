-- $1 number, $2 name, $3 text
insert into schema_migration (number, name, checksum)
values ($1, $2, encode(sha256(convert_to($3, 'UTF8')), 'hex'));
