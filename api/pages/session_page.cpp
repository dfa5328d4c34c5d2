#include "api/pages/session_page.hpp"

#include <algorithm>

#include "api/endpoints/hashing.hpp"
#include "api/pages/case_of.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/meetings.hpp"
#include "api/pages/plan_corrections.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/session_frame.hpp"
#include "api/pages/words.hpp"
#include "engine/calendar/training_weeks.hpp"

namespace jalon::pages {

namespace {

constexpr RoleSet assigners{Role::coordinator, Role::admin_assistant}, letter_writers{Role::admin_assistant};

std::string id_of(Json const& session) {
  return session.at("id").get<std::string>();
}

// ---- the group ----

Json waiting_json(Json const& line) {
  return {{"reference", line.at("reference")}, {"name", name_of(line)},
          {"mdph", line.at("mdph")},           {"place", line.at("place").dump()},
          {"reason", line.at("reason")},       {"difference", line.at("difference")},
          {"offered", line.at("offered")}};
}

http::Response show(Visit& visit) {
  return session_page(visit, session_of(visit));
}

http::Response assign(Visit& visit) {
  auto const session = session_of(visit);
  auto const case_id = id_of_reference(visit, visit.form.text("dossier"));
  auto const results = act_on_each(visit, "assign_session", {{case_id, {{"session", id_of(session)}}}});
  if (!all_done(results)) return session_page(visit, session, results);
  return see_other(with_confirmation(session.at("address"), "assign_session", visit.form.text("dossier")));
}

http::Response send_letters(Visit& visit) {
  auto const session = session_of(visit);
  auto const answer = visit.call_api("POST", "/sessions/" + id_of(session) + "/dates-letters", nullptr,
                                     visit.form.text("cle"));
  return session_page(visit, session, answer.at("items"));
}

// ---- the weeks ----

Json week_json(Date entry, int week, Date today, OpeningCalendar const& calendar) {
  auto const last = training_week_end(entry, week, calendar).due;
  auto const first = std::max(entry, monday_of(last));
  return {{"name", "S" + std::to_string(week)},
          {"from", long_french(first)},
          {"to", long_french(last)},
          {"here", monday_of(today) == monday_of(last)}};
}

http::Response show_weeks(Visit& visit) {
  auto const session = session_of(visit);
  auto const calendar = visit.house.settings.in_force(visit.caller.establishment)->calendar;
  auto const entry = parse_date(session.at("on").get<std::string>()).value();
  Json weeks = Json::array();
  for (int week = 1; week <= session.at("weeks").get<int>(); ++week)
    weeks.push_back(week_json(entry, week, visit.today(), calendar));
  auto page = session_frame(visit, session, "/semaines");
  page["weeks"] = weeks;
  return render(visit, "session_weeks", std::move(page));
}

// ---- lists to print ----

http::Response print_attendance(Visit& visit) {
  return visit.read_paper("/sessions/" + id_of(session_of(visit)) + "/attendance.pdf");
}

http::Response print_pre_reception(Visit& visit) {
  return visit.read_paper("/sessions/" + id_of(session_of(visit)) + "/pre-reception.pdf");
}

}  // namespace

http::Response session_page(Visit const& visit, Json const& session, Json const& results,
                            FieldErrors const& errors) {
  auto const read = seats_and_waiting(visit, session);
  Json seats = Json::array(), waiting = Json::array();
  std::size_t letters = 0;
  for (auto const& seat : read.at("seats")) {
    letters += seat.at("state") == "assigned";
    seats.push_back(seat_in_words(visit, seat));
  }
  for (auto const& line : read.at("waiting")) waiting.push_back(waiting_json(line));
  int const free = read.at("free");
  bool const may_assign = assigners.meets(visit.roles);
  auto now = session;
  now["taken"] = read.at("taken");  // a seat may just have been taken
  auto page = session_frame(visit, now, "");
  page.update(
      {{"confirmation", confirmation_of(visit)},
       {"results", results_in_words(visit, results, everybody_in(read))},
       {"seats", seats},
       {"waiting", waiting},
       {"may_assign", may_assign && free > 0},
       {"why_not",
        free <= 0 ? "La session est complète : une place libérée ira au premier de cette liste." : ""},
       {"letters", letters},
       {"may_write", letters > 0 && letter_writers.meets(visit.roles)},
       {"may_print", team_roles().meets(visit.roles)},
       {"correction", session_correction(visit, now, errors)},
       {"key", api::new_uuid()}});
  return render(visit, "session", std::move(page), all_done(results) && errors.empty() ? 200 : 422);
}

std::vector<PageRoute> session_page_pages() {
  std::string const one = "/sessions/{which}";
  return {
      {.method = "GET", .address = one, .execute = show, .roles = case_roles()},
      {.method = "POST", .address = one + "/places", .execute = assign, .roles = assigners},
      {.method = "POST", .address = one + "/courriers", .execute = send_letters, .roles = letter_writers},
      {.method = "GET", .address = one + "/semaines", .execute = show_weeks, .roles = case_roles()},
      {.method = "GET", .address = one + "/presence.pdf", .execute = print_attendance, .roles = team_roles()},
      {.method = "GET",
       .address = one + "/pre-accueil.pdf",
       .execute = print_pre_reception,
       .roles = team_roles()}};
}

}  // namespace jalon::pages
