-- Changes of the policy or the calendar that take effect on a day to come. Once in effect, or withdrawn, they are
-- gone from here: what was in effect stands in setting_history.
create table planned_setting (
  establishment text not null references establishment (code),
  name text not null check (name in ('policy', 'calendar')),
  valid_from date not null,
  value jsonb not null,
  clocks jsonb not null check (jsonb_typeof(clocks) = 'object'),
  planned_by text not null,
  planned_at timestamptz not null,
  primary key (establishment, name, valid_from)
);
