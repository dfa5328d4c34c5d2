-- What the clock of record shows, and when the next deadline passes on it.
select epoch_us(jalon_now()), (
  select epoch_us(d.fires_at)
  from deadline d
  where d.passed_at is null and not d.frozen
    and (d.put_off_until is null or d.put_off_until <= clock_timestamp())
  order by d.fires_at
  limit 1);
