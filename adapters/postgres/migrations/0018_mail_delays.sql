-- E-mails that cannot leave for now. Each is tried again by itself; when that lasts, or when only a person can
-- mend it, one task says so for all of them.

create function try_message_later(of_establishment text, tried uuid, why text, pause_s integer, is_shown boolean)
returns void
language plpgsql as $$
begin
  update message m
  set status = case when m.cancelled_at is null then 'pending' else 'cancelled' end, reason = why,
      not_before = clock_timestamp() + make_interval(secs => pause_s)
  where m.establishment = of_establishment and m.id = tried and m.status = 'sending';
  if not found or not is_shown then
    return;
  end if;
  -- two processes that meet the same trouble open one task
  perform pg_advisory_xact_lock(hashtextextended('jalon mails delayed ' || of_establishment, 0));
  insert into task (establishment, id, kind, label, role, source, opened_at)
  select of_establishment, gen_random_uuid(), 'mails_delayed',
         'Des courriels ne partent pas ; ils sont réessayés d’eux-mêmes : ' || why,
         'admin_assistant', 'mail_server', jalon_now()
  where not exists (
    select from task t
    where t.establishment = of_establishment and t.case_id is null and t.source = 'mail_server'
      and t.done_at is null);
end
$$;

-- A mail left: what was asked about it is answered, and so is what was asked about the mail server.
create function message_was_sent(of_establishment text, sent uuid) returns void
language plpgsql as $$
declare
  old message;
begin
  update message m
  set status = 'sent', sent_at = jalon_now(), reason = null
  where m.establishment = of_establishment and m.id = sent and m.status in ('sending', 'in_doubt')
  returning * into old;
  if old.id is null then
    return;
  end if;
  update task t
  set done_at = jalon_now(), done_by = 'engine'
  where t.establishment = of_establishment and t.source = 'message:' || sent and t.done_at is null
    and (t.case_id = old.case_id or (t.case_id is null and old.case_id is null));
  update task t
  set done_at = jalon_now(), done_by = 'engine'
  where t.establishment = of_establishment and t.case_id is null and t.source = 'mail_server'
    and t.done_at is null;
end
$$;
