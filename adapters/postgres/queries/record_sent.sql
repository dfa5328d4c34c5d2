-- The server has it; also when somebody took us for dead meanwhile. $1 establishment, $2 message
select message_was_sent($1, $2);
