-- What decisions were made under, revision by revision. $1 establishment
select revision, name, value
from setting_history
where establishment = $1 and name in ('calendar', 'reasons', 'policy')
order by revision;
