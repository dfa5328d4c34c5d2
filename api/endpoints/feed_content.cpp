#include "api/endpoints/feed_content.hpp"

#include "api/endpoints/route.hpp"

namespace jalon::api {

namespace {

constexpr int days_kept = 90;     // of committees and sessions that are over
constexpr int most_dates = 1000;  // of each kind: a calendar program is not a list of everything

Date date_of(Json const& json, char const* field) {
  return parse_date(json.at(field).get<std::string>()).value();
}

std::string text_of(Json const& json, char const* field) {
  return json.at(field).get<std::string>();
}

std::vector<std::string> shared_deadlines(std::vector<Definition> const& definitions) {
  std::vector<std::string> ids;
  for (auto const& definition : definitions)
    for (auto const& deadline : definition.deadlines)
      if (deadline.fixed || deadline.training_weeks) ids.emplace_back(deadline.id);
  return ids;
}

// What people call it; of one that this program does not know, its name.
std::string label_of(Json const& deadline, std::vector<Definition> const& definitions) {
  auto const id = text_of(deadline, "deadline");
  for (auto const& definition : definitions)
    if (definition.id == text_of(deadline, "workflow"))
      for (auto const& known : definition.deadlines)
        if (known.id == id) return std::string(known.label);
  return id;
}

icalendar::Day day_of_committee(Json const& committee) {
  return {"committee-" + text_of(committee, "id") + "@jalon", date_of(committee, "on"),
          "Commission de pré-admission", "", "Commission"};
}

std::string seats_of(Json const& session) {
  return std::to_string(session.at("weeks").get<int>()) +
         " semaines, places prises : " + std::to_string(session.at("taken").get<int>()) + " sur " +
         std::to_string(session.at("capacity").get<int>());
}

void add_session(std::vector<icalendar::Day>& days, Json const& session) {
  auto const id = text_of(session, "id");
  days.push_back({"session-" + id + "@jalon", date_of(session, "entry_on"), "Entrée de la session",
                  seats_of(session), "Session"});
  if (!session.at("pre_reception_on").is_null())
    days.push_back({"pre-reception-" + id + "@jalon", date_of(session, "pre_reception_on"),
                    "Pré-accueil de la session", seats_of(session), "Session"});
}

icalendar::Day day_of_deadline(Json const& deadline, std::vector<Definition> const& definitions) {
  bool const overdue = deadline.at("overdue");
  return {"deadline-" + text_of(deadline, "case") + "-" + text_of(deadline, "deadline") + "-" +
              std::to_string(deadline.at("number").get<int>()) + "@jalon",
          date_of(deadline, "due"),
          (overdue ? "En retard : " : "") + text_of(deadline, "reference") + " · " +
              label_of(deadline, definitions),
          text_of(deadline, "derivation"), "Échéance"};
}

}  // namespace

FeedWanted wanted_by(Registers::Caller const& caller, RoleSet roles,
                     std::vector<Definition> const& definitions, Date today) {
  FeedWanted wanted;
  wanted.sight = sight_of(caller, roles);
  wanted.owners = caller.roles;
  if (roles.meets(case_readers())) wanted.deadlines = shared_deadlines(definitions);
  wanted.from = plus_days(today, -days_kept);
  wanted.most = most_dates;
  return wanted;
}

icalendar::Calendar feed_calendar(Json const& dates, std::vector<Definition> const& definitions) {
  icalendar::Calendar calendar{"Jalon", {}};
  for (auto const& committee : dates.at("committees")) calendar.days.push_back(day_of_committee(committee));
  for (auto const& session : dates.at("sessions")) add_session(calendar.days, session);
  for (auto const& deadline : dates.at("deadlines"))
    calendar.days.push_back(day_of_deadline(deadline, definitions));
  return calendar;
}

}  // namespace jalon::api
