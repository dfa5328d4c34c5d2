-- A row of HOUSE in every table that is kept by establishment, with no account of foreign keys and triggers: what is
-- tried here are policies alone.
set session_replication_role = replica;
insert into establishment (code, name) values ('HOUSE', 'HOUSE') on conflict do nothing;
insert into account (establishment, login, name, roles, password_hash) values ('HOUSE', 'anne', 'Anne', '{doctor}', 'x');
insert into account_entry (establishment, login, what, by_whom) values ('HOUSE', 'anne', 'added', 'console');
insert into absence (establishment, id, login, from_on, until_on, reason, created_by, created_at)
values ('HOUSE', gen_random_uuid(), 'anne', '2026-01-01', '2026-01-02', 'leave', 'anne', now());
insert into "case" (establishment, id, reference, workflow, definition_version, revision, places, entered, states,
  person, notification, data, weeks_lost, closed, opened_at, changed_at)
values ('HOUSE', gen_random_uuid(), '2026-0001', 'preorientation', 1, 1, '{}', '{}', '{}',
  '{"family_name": "Sable", "given_name": "Ines"}', '{"mdph": "12"}', '{}', 0, false, now(), now());
insert into command_log (establishment, command_id, at) values ('HOUSE', gen_random_uuid(), now());
insert into committee (establishment, held_on) values ('HOUSE', '2026-03-01');
insert into committee_grade (establishment, committee_id, case_id, kind, urgency, reason, graded_by, graded_at)
values ('HOUSE', gen_random_uuid(), gen_random_uuid(), 'social', 1, 'x', 'anne', now());
insert into committee_list (establishment, committee_id, version, lines, sent_by, sent_at)
values ('HOUSE', gen_random_uuid(), 1, '[]', 'anne', now());
insert into committee_minutes (establishment, committee_id, version, present, recorded_by, recorded_at)
values ('HOUSE', gen_random_uuid(), 1, '[]', 'anne', now());
insert into committee_proposal (establishment, dates, proposed_by, proposed_at)
values ('HOUSE', '{2026-03-01}', 'anne', now());
insert into committee_proposal_answer (establishment, proposal_id, login, on_date, answer, answered_at)
values ('HOUSE', gen_random_uuid(), 'anne', '2026-03-01', 'yes', now());
insert into consent (establishment, case_id, consent, way, said_on, recorded_by, recorded_at, purpose)
values ('HOUSE', gen_random_uuid(), 'given', 'oral', '2026-01-01', 'anne', now(), 'mdph');
insert into deadline (establishment, case_id, id, number, region, state, raw, due, derivation, owner, frozen)
values ('HOUSE', gen_random_uuid(), 'seat', 0, 'journey', 'x', '2026-01-01', '2026-01-01', 'x', 'doctor', false);
insert into erased_decision (establishment, committee_id, case_id, reference, mdph)
values ('HOUSE', gen_random_uuid(), gen_random_uuid(), '2020-0001', '12');
insert into erasure (establishment, reference, workflow, state, opened_on, closed_on, entries, erased_at, erased_by)
values ('HOUSE', '2020-0001', 'preorientation', 'x', '2020-01-01', '2020-06-01', 3, now(), 'anne');
insert into exceptional_access (establishment, case_id, login, reason, opened_at, until)
values ('HOUSE', gen_random_uuid(), 'anne', 'une raison donnée', now(), now() + interval '1 hour');
insert into failed_log_in (establishment, subject, failures) values ('HOUSE', 'login:x', 1);
insert into feed (establishment, login, name, secret_hash) values ('HOUSE', 'anne', 'Agenda', 'feed-HOUSE');
insert into history (establishment, case_id, seq, at, occurred_on, event, actor, from_states, to_states, data, effects,
  facts, after, command_id)
select establishment, id, 1, now(), '2026-01-01', 'open', 'anne', '{}', '{}', '{}', '{}', '{}', '{}', gen_random_uuid()
from "case" where establishment = 'HOUSE';
insert into letter_template (establishment, name, version, text, set_by, set_at)
values ('HOUSE', 'decision', 1, 'x', 'anne', now());
insert into log_in_ticket (establishment, ticket_hash, login) values ('HOUSE', 'ticket-HOUSE', 'anne');
insert into login_session (establishment, session_hash, login, idle, expires_at)
values ('HOUSE', 'session-HOUSE', 'anne', '1 hour', now() + interval '1 day');
insert into message (establishment, id, kind, template, recipient, created_at)
values ('HOUSE', gen_random_uuid(), 'email', 'staff_digest', 'staff', now());
insert into morning (establishment, day, opened_at) values ('HOUSE', '2026-01-01', now());
insert into planned_setting (establishment, name, valid_from, value, clocks, planned_by, planned_at)
values ('HOUSE', 'policy', '2027-01-01', '{}', '{}', 'anne', now());
insert into reading (establishment, at, login, template) values ('HOUSE', now(), 'anne', 'session');
insert into recovery_code (establishment, login, code_hash) values ('HOUSE', 'anne', 'code');
insert into reference_counter (establishment, year, last) values ('HOUSE', 2026, 1);
insert into saved_view (establishment, login, name, filters) values ('HOUSE', 'anne', 'Vue', '{}');
insert into second_factor (establishment, login, secret, last_step)
values ('HOUSE', 'anne', 'sealed:' || repeat('0', 32) || ':' || repeat('A', 64), 0);
insert into session (establishment, entry_on, capacity) values ('HOUSE', '2026-04-01', 10);
insert into setting (establishment, name, value, revision, set_by, set_at)
values ('HOUSE', 'policy', '{}', 1, 'anne', now());
insert into setting_history (establishment, revision, name, value, set_by, set_at)
values ('HOUSE', 1, 'policy', '{}', 'anne', now());
insert into task (establishment, id, kind, label, role, opened_at)
values ('HOUSE', gen_random_uuid(), 'call', 'x', 'doctor', now());
insert into team_entry (establishment, case_id, login, change, recorded_by, recorded_at)
values ('HOUSE', gen_random_uuid(), 'anne', 'added', 'anne', now());
insert into token (establishment, token_hash, login, expires_at, name)
values ('HOUSE', 'token-HOUSE', 'anne', now() + interval '1 day', 'x');
insert into transmission (establishment, id, case_id, seq, code, status, wanted_at)
values ('HOUSE', gen_random_uuid(), gen_random_uuid(), 1, '41', 'queued', now());
insert into audit_pending (establishment, source, key) values ('HOUSE', 'reading', '1');
insert into audit_block (establishment, number, sealed_at, leaves, leaves_hash, previous_hash, hash)
select 'HOUSE', 1, now(), 1, h, h, h from (select sha256('x') as h) as one;
insert into audit_leaf (establishment, block, place, source, key) values ('HOUSE', 1, 1, 'reading', '1');
