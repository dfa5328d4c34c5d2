update clock set started_real_at = coalesce(started_real_at, clock_timestamp());
