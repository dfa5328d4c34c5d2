-- $1 the deadlines, $2 for how many seconds
select put_off_deadlines($1, make_interval(secs => $2));
