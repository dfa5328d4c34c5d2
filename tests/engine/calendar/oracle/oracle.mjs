// Prints, for every day from 2005 to 2040 and both regions, what the calendar must answer.
// It shares no code and no method with the library: it walks day by day.
import { stripOfDays } from './days.mjs';

const forwardPeriods = ['P15D', 'P1M', 'P2M', 'P3M', 'P12M'];
const backwardPeriods = ['-P1M', '-P21D'];

const walk = (strip, start, step, accepts) => {
  let at = start;
  while (!accepts(strip[at])) at += step;
  return at;
};

/** De quantième à quantième: cross as many ends of month as there are months, then look for the number. */
function monthsAway(strip, start, count) {
  const step = Math.sign(count);
  let at = start;
  for (let crossed = 0; crossed < Math.abs(count); at += step)
    if (strip[at].month !== strip[at + step].month) crossed += 1;
  const month = strip[at].month;
  const wanted = strip[start].number;
  while (strip[at - 1].month === month) at -= 1;
  while (strip[at].number < wanted && strip[at + 1].month === month) at += 1;
  return at;
}

function counted(strip, start, period) {
  const [, sign, count, unit] = /^(-?)P(\d+)([DM])$/.exec(period);
  const signed = sign === '-' ? -Number(count) : Number(count);
  return unit === 'D' ? start + signed : monthsAway(strip, start, signed);
}

function forward(strip, start, period) {
  const raw = counted(strip, start, period);
  const working = walk(strip, raw, 1, (day) => day.working);
  const open = walk(strip, raw, 1, (day) => day.open);
  return `${period}=${[raw, working, open].map((at) => strip[at].iso).join('/')}`;
}

function backward(strip, start, period) {
  const raw = counted(strip, start, period);
  const open = walk(strip, raw, -1, (day) => day.open);
  return `${period}=${strip[raw].iso}/${strip[open].iso}`;
}

const mondayBefore = (strip, start) => walk(strip, start, -1, (day) => day.isMonday);
const openDaysOfWeek = (strip, monday) =>
  [0, 1, 2, 3, 4, 5, 6].map((offset) => monday + offset).filter((at) => strip[at].open);

/** Ends of S2 and S12, and the number of the week a hundred days on. */
function trainingWeeks(strip, start) {
  const ends = [];
  const hundredDaysOn = start + 100;
  let number = 0;
  for (let monday = mondayBefore(strip, start); ends.length < 12 || monday <= hundredDaysOn; monday += 7) {
    const open = openDaysOfWeek(strip, monday);
    if (open.length > 0) ends.push(open.at(-1));
    if (monday <= hundredDaysOn) number = ends.length;
  }
  return `S2=${strip[ends[1]].iso} S12=${strip[ends[11]].iso} W100=${Math.max(1, number)}`;
}

function weeksLost(strip, from, days) {
  let lost = 0;
  for (let passed = 7; passed <= days; passed += 7)
    if (openDaysOfWeek(strip, mondayBefore(strip, from + passed - 7)).length > 0) lost += 1;
  return `L42=${lost}`;
}

function quarterEnds(strip, start) {
  const startsQuarter = (day) => day.number === 1 && ['01', '04', '07', '10'].includes(day.month.slice(5));
  const end = walk(strip, start + 1, 1, startsQuarter) - 1;
  const next = walk(strip, end + 2, 1, startsQuarter) - 1;
  return `Q=${strip[end - start < 14 ? next : end].iso} N=${strip[next].iso}`;
}

const parisClock = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris', hourCycle: 'h23', hour: '2-digit', day: '2-digit',
});

/** Midnight in Paris as seconds of UTC: the hour, of the three possible, at which Paris shows 00. */
function parisMidnight(day) {
  const midnight = Date.parse(day.iso);
  const wanted = [String(day.number).padStart(2, '0'), '00'].join();
  for (const hours of [2, 1, 0]) {
    const time = midnight - hours * 3_600_000;
    const parts = parisClock.formatToParts(time).filter(({ type }) => type !== 'literal');
    if (parts.map(({ value }) => value.replace(/\D/g, '')).join() === wanted) return `M=${time / 1000}`;
  }
  throw new Error(`no midnight found for ${day.iso}`);
}

function answers(strip, at, region) {
  const day = strip[at];
  return [
    day.iso, region, day.holiday ? 'holiday' : day.weekend ? 'weekend' : day.open ? 'open' : 'closed',
    ...forwardPeriods.map((period) => forward(strip, at, period)),
    ...backwardPeriods.map((period) => backward(strip, at, period)),
    trainingWeeks(strip, at), weeksLost(strip, at, 42), quarterEnds(strip, at), parisMidnight(day),
  ].join(' ');
}

for (const region of ['metropole', 'alsace-moselle']) {
  const strip = stripOfDays(region);
  const isAsked = ({ iso }) => iso >= '2005-01-01' && iso <= '2040-12-31';
  const lines = strip.flatMap((day, at) => (isAsked(day) ? [answers(strip, at, region)] : []));
  process.stdout.write(`${lines.join('\n')}\n`);
}
