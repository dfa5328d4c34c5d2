-- The members whom dates were proposed to are told the one that was chosen.

create or replace function choose_proposal(of_establishment text, of_proposal uuid, day date, login text) returns text
language plpgsql as $$
declare
  proposal committee_proposal;
  made uuid;
begin
  select * into proposal from committee_proposal p
  where p.establishment = of_establishment and p.id = of_proposal
  for no key update;
  if proposal.id is null then
    return 'no_such';
  end if;
  if proposal.chosen_on = day then
    return 'yes';
  end if;
  if proposal.chosen_on is not null or day <> all (proposal.dates) then
    return 'not_this_way';
  end if;
  insert into committee (establishment, held_on) values (of_establishment, day) returning id into made;
  update committee_proposal p
  set chosen_on = day, chosen_by = login, committee_id = made
  where p.establishment = of_establishment and p.id = of_proposal;
  insert into message (establishment, id, kind, template, recipient, details, created_at)
  select of_establishment, gen_random_uuid(), 'email', 'committee_fixed', 'staff',
         jsonb_build_object('login', told.login, 'proposal', of_proposal, 'on', day), jalon_now()
  from (
    select distinct m.details ->> 'login' as login
    from message m
    where m.establishment = of_establishment and m.recipient = 'staff' and m.template = 'committee_dates'
      and m.details ->> 'proposal' = of_proposal::text) as told
  join account a on a.establishment = of_establishment and a.login = told.login
  where a.disabled_at is null and a.email is not null;
  return 'yes';
end
$$;
