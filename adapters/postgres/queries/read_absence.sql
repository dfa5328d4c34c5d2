-- $1 establishment, $2 absence
select absence_json(x) from absence x where x.establishment = $1 and x.id = $2::uuid;
