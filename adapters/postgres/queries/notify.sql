-- $1 channel. A hint that there is work; it says nothing of which.
select pg_notify($1, '');
