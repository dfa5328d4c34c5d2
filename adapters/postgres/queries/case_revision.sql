-- $1 establishment, $2 department or null, $3 reference
select c.revision from "case" c
where c.establishment = $1 and c.reference = $3 and ($2::text is null or c.mdph = $2);
