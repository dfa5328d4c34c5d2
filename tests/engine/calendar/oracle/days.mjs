// A long strip of days, made by adding 24 hours of UTC to the day before. Every question below is
// answered by walking along it.
import { readFileSync } from 'node:fs';
import { holidaysOf } from './holidays.mjs';

const firstYear = 2002;
const lastYear = 2044;

function closedByEstablishment() {
  const closed = new Set();
  const text = readFileSync(new URL('closures.txt', import.meta.url), 'utf8');
  for (const line of text.split('\n').filter((one) => /^\d/.test(one))) {
    const [, first, last] = /^(\S{10})[;,](\S{10})/.exec(line);
    for (let time = Date.parse(first); time <= Date.parse(last); time += 86_400_000)
      closed.add(new Date(time).toISOString().slice(0, 10));
  }
  return closed;
}

export function stripOfDays(region) {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  const holidays = holidaysOf(years, region);
  const closures = closedByEstablishment();
  const strip = [];
  const end = Date.UTC(lastYear, 11, 31);
  for (let time = Date.UTC(firstYear, 0, 1); time <= end; time += 86_400_000) {
    const date = new Date(time);
    const iso = date.toISOString().slice(0, 10);
    const weekend = [0, 6].includes(date.getUTCDay());
    const holiday = holidays.has(iso);
    const working = !weekend && !holiday;
    strip.push({
      iso, weekend, holiday, working, open: working && !closures.has(iso),
      isMonday: date.getUTCDay() === 1, month: iso.slice(0, 7), number: Number(iso.slice(8)),
    });
  }
  return strip;
}
