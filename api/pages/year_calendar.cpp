#include "api/pages/year_calendar.hpp"

#include <map>

#include "api/pages/french_time.hpp"
#include "api/pages/renderer.hpp"

namespace jalon::pages {

namespace {

// What happens on a day: a letter that stands in its cell, and the words below the month.
struct Happening {
  std::string mark, what, address;
};
using Happenings = std::multimap<std::string, Happening>;  // by day

Happenings happenings_of(Visit const& visit, RoleSet roles) {
  Happenings all;
  if (!roles.meets(team_roles())) return all;
  for (auto const& committee : visit.all_items("/committees"))
    all.emplace(committee.at("held_on"), Happening{"C", "Commission de pré-admission", ""});
  for (auto const& session : visit.all_items("/sessions")) {
    all.emplace(session.at("entry_on"), Happening{"E", "Entrée en pré-orientation", ""});
    if (session.at("pre_reception_on").is_string())
      all.emplace(session.at("pre_reception_on"), Happening{"P", "Pré-accueil", ""});
  }
  return all;
}

Json day_json(Date date, OpeningCalendar const& calendar, Happenings const& happenings) {
  std::string marks;
  auto const [first, last] = happenings.equal_range(to_string(date));
  for (auto each = first; each != last; ++each) marks += each->second.mark;
  bool const shut = !is_weekend(date) && !calendar.is_opening_day(date);
  return {{"number", unsigned(date.day())},
          {"weekend", is_weekend(date)},
          {"shut", shut},
          {"marks", shut && marks.empty() ? "F" : marks},
          {"title", calendar.why_closed(date).value_or("")}};
}

std::string in_words(Date first, Date last) {
  return first == last ? french_day_and_month(first)
                       : "du " + french_day_and_month(first) + " au " + french_day_and_month(last);
}

// The days on which it is shut, those of one reason together, and what happens.
Json notes_of(Date first, Date last, OpeningCalendar const& calendar, Happenings const& happenings) {
  Json notes = Json::array();
  std::string reason;
  for (Date day = first, since = first; day <= last; day = plus_days(day, 1)) {
    auto const [begin, end] = happenings.equal_range(to_string(day));
    for (auto each = begin; each != end; ++each)
      notes.push_back(
          {{"mark", each->second.mark}, {"when", french_day_and_month(day)}, {"what", each->second.what}});
    auto const why = is_weekend(day) ? std::string() : calendar.why_closed(day).value_or("");
    if (why.empty()) continue;
    if (why == reason && !notes.empty() && notes.back().at("what") == why) {
      notes.back()["when"] = in_words(since, day);
      continue;
    }
    reason = why, since = day;
    notes.push_back({{"mark", "F"}, {"when", french_day_and_month(day)}, {"what", why}});
  }
  return notes;
}

Json month_json(Date first, OpeningCalendar const& calendar, Happenings const& happenings) {
  Date const last =
      std::chrono::year_month_day_last(first.year(), std::chrono::month_day_last(first.month()));
  Json weeks = Json::array();
  for (Date monday = monday_of(first); monday <= last; monday = plus_days(monday, 7)) {
    Json days = Json::array();
    for (int i = 0; i < 7; ++i) {
      Date const day = plus_days(monday, i);
      days.push_back(day.month() == first.month() ? day_json(day, calendar, happenings)
                                                  : Json{{"number", ""}, {"outside", true}});
    }
    weeks.push_back({{"days", std::move(days)}});
  }
  auto const name = month_name(first.month());
  return {
      {"name", name}, {"weeks", std::move(weeks)}, {"notes", notes_of(first, last, calendar, happenings)}};
}

int asked_year(Visit const& visit) {
  auto const asked = parse_date(visit.query("annee") + "-01-01");
  return asked ? int(asked->year()) : int(visit.today().year());
}

http::Response show(Visit& visit) {
  int const year = asked_year(visit);
  auto const settings = visit.house.settings.in_force(visit.caller.establishment);
  auto const happenings = happenings_of(visit, visit.roles);
  Json months = Json::array();
  for (unsigned month = 1; month <= 12; ++month)
    months.push_back(month_json(std::chrono::year(year) / int(month) / 1, settings->calendar, happenings));
  return render(visit, "year_calendar",
                {{"title", "Calendrier " + std::to_string(year)},
                 {"year", year},
                 {"before", year - 1},
                 {"after", year + 1},
                 {"months", months}});
}

}  // namespace

std::vector<PageRoute> year_calendar_pages() {
  return {{.method = "GET",
           .address = "/calendrier",
           .execute = show,
           .roles = team_roles() | RoleSet{Role::administrator}}};
}

}  // namespace jalon::pages
