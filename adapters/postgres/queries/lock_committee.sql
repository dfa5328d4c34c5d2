-- The lines of a committee's list as they are; two who send it at once do so one after the other.
-- $1 establishment, $2 committee
select committee_lines(m.establishment, m.id), m.held_on < jalon_today()
from committee m
where m.establishment = $1 and m.id = $2::uuid
for no key update;
