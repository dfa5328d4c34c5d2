-- One block for each establishment that has something to seal; how many leaves all have. $1 how many at most in each
select coalesce(sum(seal_audit(e.code, $1::integer)), 0)
from establishment e
where exists (select from audit_pending p where p.establishment = e.code);
