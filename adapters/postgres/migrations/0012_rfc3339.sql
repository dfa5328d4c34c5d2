-- An instant as the outside reads it: RFC 3339 in Paris, a fraction only when there is one. The same as
-- to_string(Instant) of engine/calendar.
create function rfc3339(timestamptz) returns text
language sql stable strict parallel safe as $$
  select to_char(paris, 'YYYY-MM-DD"T"HH24:MI:SS')
    || case extract(microseconds from paris)::integer % 1000000
         when 0 then ''
         else to_char(paris, '.US')
       end
    || to_char(paris - $1 at time zone 'UTC', '"+"HH24:MI')
  from (select $1 at time zone 'Europe/Paris' as paris) as local
$$;
