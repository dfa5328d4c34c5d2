-- $1 instant
update clock set mode = 'manual', manual_now = $1;
