-- One digest per person and morning: what is overdue and theirs to do.
create unique index message_digest_once on message (establishment, (details ->> 'login'), (details ->> 'day'))
where recipient = 'staff' and template = 'staff_digest';
