-- $1 establishment, $2 date
insert into committee (establishment, held_on) values ($1, $2)
returning json_build_object('id', id, 'held_on', held_on);
