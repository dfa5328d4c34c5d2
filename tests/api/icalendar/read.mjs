// Reads a calendar from standard input with ical.js and prints what it understood as JSON.
import { text } from "node:stream/consumers";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(await text(process.stdin)));
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component, { strictExceptions: true });
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    start: event.startDate.toString(),
    end: event.endDate.toString(),
    all_day: event.startDate.isDate && event.endDate.isDate,
    stamp: component.getFirstPropertyValue("dtstamp").toString(),
    category: component.getFirstPropertyValue("categories"),
    transparent: component.getFirstPropertyValue("transp") === "TRANSPARENT",
  };
});
const value = (name) => calendar.getFirstPropertyValue(name);
console.log(JSON.stringify({ version: value("version"), method: value("method"), name: value("name"), events }));
