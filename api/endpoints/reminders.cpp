// What will leave to the staff.
#include "api/endpoints/reminders.hpp"

#include <charconv>

#include "api/endpoints/openapi_schemas.hpp"
#include "api/endpoints/planned_mails.hpp"
#include "engine/ports/policy_register.hpp"
#include "engine/ports/reminder_register.hpp"

namespace jalon::api {

namespace {

constexpr int usual_days = 14, most_days = 60;

int days_asked(Exchange const& exchange) {
  auto const text = exchange.query("days");
  if (!text) return usual_days;
  int days = 0;
  auto const [end, error] = std::from_chars(text->data(), text->data() + text->size(), days);
  bool const is_number = error == std::errc() && end == text->data() + text->size();
  if (!is_number || days < 1 || days > most_days)
    throw invalid_data({{"/days", "range", "un nombre de jours de 1 à 60 est attendu"}});
  return days;
}

http::Response planned(Exchange& exchange) {
  auto& house = exchange.house;
  return json_response(planned_mails({house.reminders, house.settings, house.policies, house.pathways},
                                     exchange.caller.establishment, days_asked(exchange),
                                     exchange.roles.meets(team_roles())));
}

}  // namespace

std::vector<Route> reminder_routes() {
  Json const days{{"type", "integer"}, {"minimum", 1}, {"maximum", most_days}, {"default", usual_days}};
  return {{.method = "GET",
           .address = "/messages/planned",
           .operation = "listPlannedMessages",
           .summary = "Ce qui partira à l'équipe dans les jours qui viennent, à qui et pourquoi",
           .execute = planned,
           .roles = {Role::coordinator, Role::admin_assistant, Role::deputy_director, Role::administrator},
           .answer_schema = schemas::planned_messages(),
           .parameters = {{"days", "Combien de jours regarder en avant", days}},
           .problems = {ProblemName::role_not_allowed, ProblemName::invalid_data}}};
}

}  // namespace jalon::api
