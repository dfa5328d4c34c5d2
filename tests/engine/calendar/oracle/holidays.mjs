// The public holidays, as two packages that know nothing of each other tell them.
import joursFeries from '@socialgouv/jours-feries';
import DateHolidays from 'date-holidays';

const twoDigits = (number) => String(number).padStart(2, '0');
const isoOfLocalDate = (date) =>
  `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;

const department = { metropole: undefined, 'alsace-moselle': '57' };

function fromJoursFeries(year, region) {
  const byName = joursFeries(year, { alsace: region === 'alsace-moselle' });
  return new Set(Object.values(byName).map(isoOfLocalDate));
}

function fromDateHolidays(year, region) {
  const source = department[region]
    ? new DateHolidays('FR', department[region], { types: ['public'] })
    : new DateHolidays('FR', { types: ['public'] });
  return new Set(source.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)));
}

/** The set of ISO dates; throws when the two packages disagree. */
export function holidaysOf(years, region) {
  const all = new Set();
  for (const year of years) {
    const one = [...fromJoursFeries(year, region)].sort().join(' ');
    const other = [...fromDateHolidays(year, region)].sort().join(' ');
    if (one !== other)
      throw new Error(`the packages disagree on ${year}, ${region}:\n${one}\n${other}`);
    for (const iso of one.split(' ')) all.add(iso);
  }
  return all;
}
