-- A letter is ready to print, unless it was cancelled while it was made. $1 establishment, $2 message, $3
-- html, $4 the version of its template
update message
set status = case when cancelled_at is null then 'prepared' else 'cancelled' end, html = $3,
    template_version = $4, reason = null
where establishment = $1 and id = $2 and status = 'sending';
