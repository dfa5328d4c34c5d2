// What an establishment sets for itself: seen, compared before it is changed, changed with a decision on the
// dates that run.
#include "api/endpoints/policy.hpp"

#include "api/endpoints/body.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "api/endpoints/policy_schemas.hpp"
#include "api/endpoints/policy_view.hpp"
#include "api/log/log_line.hpp"
#include "engine/ports/policy_register.hpp"

namespace jalon::api {

namespace {

constexpr RoleSet those_who_set{Role::coordinator, Role::deputy_director, Role::administrator};

std::string setting_of(Exchange const& exchange) {
  auto const& name = exchange.path.at("name");
  if (!PolicyChange::takes(name)) throw ApiProblem{ProblemName::not_found, "Ce réglage n'existe pas ici."};
  return name;
}

PolicyChange change_of(House& house) {
  return {house.policies, house.registers, house.settings, house.runner, house.definitions};
}

bool reads_cases(Exchange const& exchange) {
  return exchange.roles.meets(team_roles());
}

Json in_force(Exchange const& exchange, std::string const& setting) {
  auto& house = exchange.house;
  auto const& establishment = exchange.caller.establishment;
  Json answer{{"name", setting},
              {"own", house.policies.setting_in_force(establishment, setting)},
              {"planned", Json::array()}};
  for (auto const& planned : house.policies.planned_settings(establishment))
    if (planned.name == setting) answer["planned"].push_back(planned_json(planned));
  if (setting != "policy") return answer;
  answer["effective"] = effective_policy(house.settings.in_force(establishment)->policy, house.definitions);
  return answer;
}

http::Response read_setting(Exchange& exchange) {
  return json_response(in_force(exchange, setting_of(exchange)));
}

http::Response read_setting_history(Exchange& exchange) {
  auto const setting = setting_of(exchange);
  return page_response(exchange.house.policies.setting_history(exchange.caller.establishment, setting,
                                                               page_request(exchange)));
}

// Left out by mistake it must not mean « as shipped ».
Json value_of(Body& body, Exchange const& exchange) {
  auto value = body.object("value");
  if (exchange.body.is_object() && !exchange.body.contains("value"))
    body.wrong("value", "required", "la valeur du réglage est attendue");
  return value;
}

http::Response preview_setting(Exchange& exchange) {
  auto const setting = setting_of(exchange);
  Body body(exchange.body, {"value"});
  auto const value = value_of(body, exchange);
  body.refuse();
  try {
    return json_response(
        preview_json(change_of(exchange.house).preview(exchange.caller.establishment, setting, value),
                     reads_cases(exchange)));
  } catch (PolicyRefused const& refused) {
    throw invalid_data(refused.errors);
  }
}

http::Response set_setting(Exchange& exchange) {
  auto const setting = setting_of(exchange);
  Body body(exchange.body, {"value", "clocks", "valid_from"});
  auto const value = value_of(body, exchange), clocks_given = body.object("clocks");
  auto const valid_from = body.optional_date("valid_from");
  auto errors = body.errors();
  auto const clocks = read_clocks(clocks_given, errors);
  if (!errors.empty()) throw invalid_data(std::move(errors));
  auto const& [establishment, login] = std::tie(exchange.caller.establishment, exchange.caller.login);
  try {
    std::vector<CaseRecounted> recounted;
    if (valid_from)
      change_of(exchange.house).plan({establishment, setting, *valid_from, value, clocks_given, login});
    else
      recounted = change_of(exchange.house).set(establishment, setting, value, clocks, login);
    Json answer = in_force(exchange, setting);
    answer["recounted"] = recounted_json(recounted, reads_cases(exchange));
    return json_response(answer);
  } catch (PolicyRefused const& refused) {
    throw invalid_data(refused.errors);
  }
}

http::Response withdraw_setting(Exchange& exchange) {
  auto const setting = setting_of(exchange);
  auto const day = parse_date(exchange.path.at("valid_from"));
  if (!day || !exchange.house.policies.withdraw_setting(exchange.caller.establishment, setting, *day))
    throw ApiProblem{ProblemName::not_found, "Aucun changement n'est prévu ce jour-là."};
  return json_response(in_force(exchange, setting));
}

Route setting_route(std::string method, std::string address, std::string operation, std::string summary,
                    std::function<http::Response(Exchange&)> execute, Json answer) {
  Json const name{{"type", "string"}, {"enum", {"policy", "calendar"}}};
  return {.method = std::move(method),
          .address = std::move(address),
          .operation = std::move(operation),
          .summary = std::move(summary),
          .execute = std::move(execute),
          .roles = those_who_set,
          .answer_schema = std::move(answer),
          .path_schemas = {{"name", name}},
          .problems = {ProblemName::role_not_allowed, ProblemName::not_found, ProblemName::invalid_data}};
}

}  // namespace

std::vector<Route> policy_routes() {
  auto read = setting_route("GET", "/settings/{name}", "readSetting",
                            "Ce que l'établissement a réglé, et ce qui vaut", read_setting,
                            schemas::setting_in_force());
  read.problems = {ProblemName::role_not_allowed, ProblemName::not_found};
  auto history = setting_route("GET", "/settings/{name}/history", "readSettingHistory",
                               "Chaque valeur de ce réglage, la plus récente d'abord", read_setting_history,
                               schemas::page_of("SettingValue"));
  history.parameters = page_parameters();
  auto preview = setting_route("POST", "/settings/{name}/preview", "previewSetting",
                               "Ce que ce changement ferait aux dossiers en cours, avant et après",
                               preview_setting, schemas::setting_preview());
  preview.body_schema = schemas::setting_to_preview();
  auto set =
      setting_route("PUT", "/settings/{name}", "setSetting",
                    "Changer ce réglage, aussitôt ou à partir d'un jour (valid_from) ; pour chaque échéance "
                    "touchée, le délai est gardé ou recommencé",
                    set_setting, schemas::setting_set());
  set.body_schema = schemas::setting_to_set();
  auto withdraw = setting_route("DELETE", "/settings/{name}/planned/{valid_from}", "withdrawSetting",
                                "Retirer un changement prévu, avant son jour", withdraw_setting,
                                schemas::setting_in_force());
  withdraw.path_schemas["valid_from"] = {{"type", "string"}, {"format", "date"}};
  withdraw.problems = {ProblemName::role_not_allowed, ProblemName::not_found};
  return {read, history, preview, set, withdraw};
}

PlannedPolicy planned_policy_of(House& house) {
  return {change_of(house), house.policies, house.registers};
}

void take_effect(PlannedPolicy planned) {
  planned.take_effect([](PlannedSetting const& setting, std::string const& why) {
    log_line(LogLevel::error, "planned change cannot take effect",
             {{"setting", setting.name}, {"from", to_string(setting.valid_from)}, {"why", why}});
  });
}

}  // namespace jalon::api
