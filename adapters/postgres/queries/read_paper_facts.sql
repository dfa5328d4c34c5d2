-- What a paper of the house is made of, by which text: it is about no case alone. $1 establishment, $2 template,
-- $3 its content
select letter_facts($1, null, null) || jsonb_build_object(
  'template', $2::text, 'by_email', false, 'recipient', 'staff', 'staff', null,
  'own_template', own_template($1, $2), 'details', $3::jsonb);
