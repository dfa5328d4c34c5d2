-- $1 establishment, $2 login, $3 how many files, $4 where people reach the program
select alert_of_reading_pace($1, $2, $3, $4);
