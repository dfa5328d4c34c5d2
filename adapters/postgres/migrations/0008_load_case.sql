-- Reading: a case as the decision takes it, as one JSON document.

-- Correlated subqueries on purpose: asked for one case or for a batch, each part is one look into an index.
create view case_snapshot as
select c.establishment, c.id, c.mdph, c.revision, json_build_object(
  'id', c.id,
  'reference', c.reference,
  'workflow', c.workflow,
  'definition_version', c.definition_version,
  'revision', c.revision,
  'places', c.places,
  'entered', c.entered,
  'person', c.person,
  'notification', c.notification,
  'data', c.data,
  'weeks_lost', c.weeks_lost,
  'deadlines', (
    select json_agg(json_build_object(
      'id', d.id, 'region', d.region, 'state', d.state, 'number', d.number, 'raw', d.raw, 'due', d.due,
      'derivation', d.derivation, 'owner', d.owner, 'passed', d.passed_at is not null, 'frozen', d.frozen,
      'restarted_on', d.restarted_on, 'days_moved', d.days_moved)
      order by d.due, d.id, d.number)
    from deadline d
    where d.establishment = c.establishment and d.case_id = c.id),
  'tasks', (
    select json_agg(json_build_object(
      'id', t.id, 'kind', t.kind, 'label', t.label, 'source', t.source, 'role', t.role, 'due', t.due,
      'repeats_monthly', t.repeats_monthly)
      order by t.opened_at, t.id)
    from task t
    where t.establishment = c.establishment and t.case_id = c.id and t.done_at is null),
  'queued', (
    select json_agg(json_build_object('id', q.id, 'code', q.code) order by q.number)
    from transmission q
    where q.establishment = c.establishment and q.case_id = c.id and q.status = 'queued')) as snapshot
from "case" c;

-- The case as it was after an entry: what history keeps of it, and who it is about. Neither its tasks nor
-- what was queued belong to what a correction goes back to.
create function snapshot_after(of_establishment text, of_case uuid, of_seq integer) returns json
language plpgsql stable as $$
begin
  return (
    select json_build_object(
      'id', c.id, 'reference', c.reference, 'workflow', c.workflow,
      'definition_version', c.definition_version, 'revision', h.seq, 'person', c.person,
      'places', t.after -> 'places', 'entered', t.after -> 'entered', 'data', t.after -> 'data',
      'notification', t.after -> 'notification', 'weeks_lost', t.after -> 'weeks_lost',
      'deadlines', t.after -> 'deadlines')
    from history h
    join "case" c on c.establishment = h.establishment and c.id = h.case_id
    cross join lateral (select history_after(h.establishment, h.case_id, h.seq) as after) as t
    where h.establishment = of_establishment and h.case_id = of_case and h.seq = of_seq);
end
$$;

create function epoch_us(timestamptz) returns bigint
language sql stable strict parallel safe as $$
  select (extract(epoch from $1) * 1000000)::bigint
$$;

-- Everything one decision may look at, of one moment (stable: all its queries see the same).
create function load_case(of_establishment text, of_case uuid, session_asked uuid, committee_asked uuid,
                          other_case_asked uuid, account_asked text, caller_asking text, key_asked text,
                          back_to integer)
returns json
language plpgsql stable as $$
declare
  found_snapshot json;
  found_then json;
  facts json;
  first_answer json;
begin
  if of_case is not null then
    select s.snapshot into found_snapshot from case_snapshot s
    where s.establishment = of_establishment and s.id = of_case;
  end if;
  if back_to is not null then
    found_then := snapshot_after(of_establishment, of_case, back_to);
  end if;
  if num_nonnulls(session_asked, committee_asked, other_case_asked, account_asked) > 0 then
    facts := json_build_object(
      'session', (
        select json_build_object('id', s.id, 'entry_on', s.entry_on, 'weeks', s.weeks,
                                 'pre_reception_on', s.pre_reception_on, 'capacity', s.capacity,
                                 'taken', s.taken)
        from session s where s.establishment = of_establishment and s.id = session_asked),
      'committee', (
        select json_build_object('id', m.id, 'held_on', m.held_on)
        from committee m where m.establishment = of_establishment and m.id = committee_asked),
      'other_case_exists', exists (
        select from "case" c where c.establishment = of_establishment and c.id = other_case_asked),
      'account_exists', exists (
        select from account a
        where a.establishment = of_establishment and a.login = account_asked and a.disabled_at is null));
  end if;
  if key_asked is not null then
    select json_build_object('body_hash', l.body_hash, 'answer', l.answer) into first_answer
    from command_log l
    where l.establishment = of_establishment and l.caller = caller_asking and l.key = key_asked;
  end if;
  return json_build_object(
    'now', epoch_us(jalon_now()),
    'settings_revision', (select e.settings_revision from establishment e where e.code = of_establishment),
    'snapshot', found_snapshot,
    'then', found_then,
    'facts', facts,
    'first_answer', first_answer);
end
$$;
