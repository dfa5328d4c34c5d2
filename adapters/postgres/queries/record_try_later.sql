-- $1 establishment, $2 message, $3 reason, $4 seconds of real time, $5 whether a person is told
select try_message_later($1, $2, $3, $4, $5);
