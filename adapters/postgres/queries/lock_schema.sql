-- One migrator at a time on this database, until its transaction ends; the key spells "jalon".
select pg_advisory_xact_lock(x'6a616c6f6e'::bigint);
