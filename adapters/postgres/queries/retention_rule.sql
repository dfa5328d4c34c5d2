-- $1 establishment
select jsonb_build_object('months', retention_months($1), 'before', retention_before($1));
