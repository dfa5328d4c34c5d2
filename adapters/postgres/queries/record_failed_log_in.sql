-- $1 establishment, $2 and $3 the subjects of the attempt
insert into failed_log_in as f (establishment, subject, failures)
select $1, s.subject, 1 from unnest(array[log_in_subject($2), log_in_subject($3)]) as s (subject)
on conflict (establishment, subject) do update
set failures = case when f.last_at > clock_timestamp() - interval '1 day' then least(f.failures + 1, 1000) else 1 end,
    last_at = clock_timestamp()
