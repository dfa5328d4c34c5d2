-- $1 establishment, $2 login, $3 hash
with ended as (
  delete from log_in_ticket t where t.establishment = $1 and t.expires_at <= clock_timestamp()
)
insert into log_in_ticket (establishment, login, ticket_hash) values ($1, $2, $3)
