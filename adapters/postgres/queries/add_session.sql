-- $1 establishment, $2 entry, $3 capacity, $4 weeks, $5 pre-reception or null
insert into session (establishment, entry_on, capacity, weeks, pre_reception_on) values ($1, $2, $3, $4, $5)
returning json_build_object('id', id, 'entry_on', entry_on, 'capacity', capacity, 'weeks', weeks,
                            'pre_reception_on', pre_reception_on, 'taken', taken);
