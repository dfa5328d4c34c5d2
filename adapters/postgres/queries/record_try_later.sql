-- $1 establishment, $2 message, $3 reason, $4 seconds of real time
update message
set status = case when cancelled_at is null then 'pending' else 'cancelled' end, reason = $3,
    not_before = clock_timestamp() + make_interval(secs => $4)
where establishment = $1 and id = $2 and status = 'sending';
