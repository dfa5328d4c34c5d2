-- $1 establishment
select count(*) from "case" where establishment = $1;
