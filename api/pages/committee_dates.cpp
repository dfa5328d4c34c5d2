#include "api/pages/committee_dates.hpp"

#include "api/endpoints/all_items.hpp"
#include "api/pages/committee_frame.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/meetings.hpp"
#include "api/pages/renderer.hpp"
#include "engine/model/scalar_fields.hpp"
#include "engine/ports/committee_meetings.hpp"

namespace jalon::pages {

namespace {

constexpr int fields_for_dates = 4;
std::string const list_address = "/commissions/propositions";

Date day_of(Json const& text) {
  return parse_date(text.get<std::string>()).value();
}

// ---- proposing ----

std::string error_at(FieldErrors const& errors, std::string const& pointer) {
  for (auto const& error : errors)
    if (error.pointer == pointer) return error.message;
  return "";
}

// The days as they are sent: only those that were filled in, in their order.
Json days_to_type(Visit const& visit, FieldErrors const& errors) {
  auto const typed = visit.form.texts("dates");
  Json list = Json::array();
  int sent = 0;
  for (int i = 0; i < fields_for_dates; ++i) {
    auto const value = std::size_t(i) < typed.size() ? typed[std::size_t(i)] : "";
    auto const error = value.empty() ? "" : error_at(errors, "/dates/" + std::to_string(sent++));
    list.push_back(
        {{"id", "jour-" + std::to_string(i + 1)}, {"number", i + 1}, {"value", value}, {"error", error}});
  }
  return list;
}

http::Response form_page(Visit const& visit, FieldErrors const& errors = {}) {
  auto const of_all = error_at(errors, "/dates");
  return render(visit, "committee_propose",
                {{"title", "Proposer des dates de commission"},
                 {"days", days_to_type(visit, errors)},
                 {"error", of_all},
                 {"has_errors", !errors.empty()},
                 {"note", visit.form.text("note")}},
                errors.empty() ? 200 : 422);
}

http::Response show_form(Visit& visit) {
  return form_page(visit);
}

http::Response propose(Visit& visit) {
  Json dates = Json::array();
  for (auto const& date : visit.form.texts("dates"))
    if (!date.empty()) dates.push_back(date);
  Json body{{"dates", dates}};
  if (auto const note = visit.form.text("note"); !note.empty()) body["note"] = note;
  try {
    auto const proposal = visit.call_api("POST", "/committee-proposals", body);
    return see_other(
        with_confirmation(list_address + "/" + proposal.at("id").get<std::string>(), "proposition", ""));
  } catch (api::ApiProblem const& problem) {
    if (problem.errors.empty()) throw;
    return form_page(visit, problem.errors);
  }
}

// ---- one proposal ----

std::string const& id_of(Visit const& visit) {
  auto const& id = visit.path.at("id");
  if (!is_uuid(id)) throw api::ApiProblem{api::ProblemName::not_found, ""};
  return id;
}

std::string in_words(std::string const& answer) {
  if (answer == "yes") return "oui";
  return answer == "no" ? "non" : "s’il le faut";
}

Json choices_of(Json const& day, std::string const& login) {
  std::string mine;
  for (auto const& answer : day.at("answers"))
    if (answer.at("login") == login) mine = answer.at("answer").get<std::string>();
  Json list = Json::array();
  for (char const* value : {"yes", "if_needed", "no"})
    list.push_back({{"value", value}, {"label", in_words(value)}, {"chosen", mine == value}});
  return list;
}

Json day_json(Visit const& visit, Json const& day) {
  Json answers = Json::array();
  for (auto const& answer : day.at("answers"))
    answers.push_back({{"name", answer.value("name", answer.value("login", ""))},
                       {"answer", in_words(answer.at("answer"))}});
  return {{"on", day.at("on")},
          {"day", long_french(day_of(day.at("on")))},
          {"yes", day.at("yes").dump()},
          {"if_needed", day.at("if_needed").dump()},
          {"no", day.at("no").dump()},
          {"answers", answers},
          {"choices", choices_of(day, visit.caller.login)}};
}

http::Response show_proposal(Visit& visit) {
  auto const& id = id_of(visit);
  auto const proposal = visit.call_api("GET", "/committee-proposals/" + id);
  Json days = Json::array();
  for (auto const& day : proposal.at("dates")) days.push_back(day_json(visit, day));
  auto const& chosen_on = proposal.at("chosen_on");
  return render(visit, "committee_proposal",
                {{"title", "Dates proposées pour une commission"},
                 {"confirmation", confirmation_of(visit)},
                 {"address", list_address + "/" + id},
                 {"days", days},
                 {"note", proposal.at("note")},
                 {"chosen", chosen_on.is_string() ? long_french(day_of(chosen_on)) : ""},
                 {"is_open", !chosen_on.is_string()},
                 {"may_choose", proposers().meets(visit.roles)}});
}

http::Response answer(Visit& visit) {
  auto const& id = id_of(visit);
  Json answers = Json::array();
  for (auto const& [name, value] : visit.form.fields())
    if (name.starts_with("le.") && !value.empty())
      answers.push_back({{"on", name.substr(3)}, {"answer", value}});
  visit.call_api("POST", "/committee-proposals/" + id + "/answers", {{"answers", answers}});
  return see_other(with_confirmation(list_address + "/" + id, "reponse", ""));
}

http::Response choose(Visit& visit) {
  auto const& id = id_of(visit);
  auto const chosen =
      visit.call_api("POST", "/committee-proposals/" + id + "/choice", {{"date", visit.form.text("date")}});
  visit.path["which"] = chosen.at("committee").get<std::string>();
  return see_other(with_confirmation(committee_of(visit).at("address"), "commission", ""));
}

}  // namespace

Json open_proposals(Visit const& visit) {
  Json list = Json::array();
  auto const all = api::all_items([&](PageRequest const& request) {
    return visit.house.meetings.proposals(visit.caller.establishment, request);
  });
  for (auto const& proposal : all) {
    if (proposal.at("chosen_on").is_string()) continue;
    std::string days;
    for (auto const& date : proposal.at("dates"))
      days += (days.empty() ? "" : ", ") + long_french(day_of(date.at("on")));
    list.push_back({{"address", list_address + "/" + proposal.at("id").get<std::string>()}, {"days", days}});
  }
  return list;
}

RoleSet proposers() {
  return {Role::admin_assistant, Role::coordinator};
}

std::vector<PageRoute> committee_date_pages() {
  auto const readers = committee_page_roles();
  std::string const one = list_address + "/{id}";
  return {{.method = "GET", .address = list_address, .execute = show_form, .roles = proposers()},
          {.method = "POST", .address = list_address, .execute = propose, .roles = proposers()},
          {.method = "GET", .address = one, .execute = show_proposal, .roles = readers},
          {.method = "POST", .address = one + "/reponses", .execute = answer, .roles = readers},
          {.method = "POST", .address = one + "/choix", .execute = choose, .roles = proposers()}};
}

}  // namespace jalon::pages
