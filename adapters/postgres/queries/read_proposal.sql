-- $1 establishment, $2 proposal
select proposal_shown(p) from committee_proposal p where p.establishment = $1 and p.id = $2::uuid;
