-- $1 establishment, $2 department or null, $3 transmission
select facts.of_report
from report_facts($1, $3) as facts (of_report)
where facts.of_report is not null and ($2::text is null or facts.of_report ->> 'mdph' = $2);
