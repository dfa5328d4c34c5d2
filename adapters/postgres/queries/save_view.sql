-- $1 establishment, $2 login, $3 name, $4 filters
select save_view($1, $2, $3, $4::jsonb);
