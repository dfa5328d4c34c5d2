-- $1 establishment, $2 login, $3 view
delete from saved_view where establishment = $1 and login = $2 and id = $3::uuid returning id;
