-- $1 hash
delete from log_in_ticket t where t.ticket_hash = $1
