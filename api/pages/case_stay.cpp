#include "api/pages/case_stay.hpp"

#include "api/pages/case_frame.hpp"
#include "api/pages/case_of.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/words.hpp"

namespace jalon::pages {

namespace {

constexpr int wanted_internship_hours = 105;  // a target, not a condition (source document, L1425)

// The fields of `data` that are there, in this order, in words.
Json chosen(Json const& data, std::initializer_list<char const*> fields) {
  Json list = Json::array();
  for (char const* field : fields)
    if (data.contains(field))
      for (auto& each : details_of({{field, data.at(field)}})) list.push_back(std::move(each));
  return list;
}

// One after the other, each with its own details.
Json in_a_row(Json const& data, char const* field) {
  Json list = Json::array();
  for (auto const& item : data.value(field, Json::array()))
    list.push_back({{"title", ""}, {"details", details_of(item)}});
  return list;
}

Json part(std::string title, Json facts, Json several = Json::array(), std::string state = "") {
  bool const empty = facts.empty() && several.empty();
  return {{"title", std::move(title)},
          {"state", std::move(state)},
          {"facts", std::move(facts)},
          {"several", std::move(several)},
          {"empty", empty}};
}

Json meetings_of(Json const& data) {
  Json list = Json::array();
  auto const add = [&](std::string const& title, Json const& meeting) {
    list.push_back({{"title", title}, {"details", details_of(meeting)}});
  };
  if (data.contains("initial_synthesis")) add("Synthèse initiale (S2)", data.at("initial_synthesis"));
  for (auto const& meeting : data.value("team_meetings", Json::array())) add("Réunion d’équipe", meeting);
  if (data.contains("final_synthesis")) add("Synthèse finale (S12)", data.at("final_synthesis"));
  return list;
}

}  // namespace

Json internships_of(Json const& data) {
  Json lines = Json::array();
  for (auto const& each : data.value("internships", Json::array()))
    lines.push_back({{"company", each.at("company")},
                     {"from", in_words(each.at("from"))},
                     {"to", in_words(each.at("to"))},
                     {"hours", each.at("hours")}});
  int const hours = data.value("internship_hours", 0);
  return {{"lines", lines},
          {"hours", hours},
          {"wanted", wanted_internship_hours},
          {"share", std::min(100, 100 * hours / wanted_internship_hours)}};
}

namespace {

std::string state_of(Definition const& definition, Json const& shown, char const* region) {
  auto const place = shown.at("states").value(region, "");
  return place.empty() ? place : state_label(definition, region, place);
}

Json object_of(Json const& data, char const* field) {
  return data.contains(field) ? data.at(field) : Json::object();
}

}  // namespace

Json stay_parts(Definition const& definition, StaffNames const& names, Json const& shown) {
  auto const data = names.in(shown.at("data"));
  auto const state = [&](char const* region) { return state_of(definition, shown, region); };
  return {part("La place", details_of(object_of(data, "seat"))),
          part("Pré-accueil", details_of(object_of(data, "pre_reception"))),
          part("Entrée et départ", chosen(data, {"entered_on", "departed_on", "exit_cause"})),
          part("Contrat de séjour", chosen(data, {"contract_signed_on"}),
               in_a_row(data, "contract_amendments"), state("stay.contract")),
          part("Référent", chosen(data, {"referent"}), Json::array(), state("stay.referent")),
          part("Projet personnalisé", chosen(data, {"project_objectives"}), in_a_row(data, "project_reviews"),
               state("stay.project")),
          part("Synthèses et réunions", Json::array(), meetings_of(data), state("stay.assessment"))};
}

Json report_parts(Definition const& definition, Json const& shown) {
  auto const& data = shown.at("data");
  return {part("Bilan final", details_of(object_of(data, "report")), Json::array(),
               state_of(definition, shown, "report")),
          part("Envoi et décision de la CDAPH",
               chosen(data, {"report_sent_on", "cdaph_outcome", "cdaph_decided_on"})),
          part("Suivi de douze mois", Json::array(), in_a_row(data, "follow_ups"))};
}

namespace {

http::Response show_stay(Visit& visit) {
  auto const shown = case_of(visit, case_id_of(visit));
  auto page = case_frame(visit, shown, "sejour");
  page["parts"] = stay_parts(definition_for(visit, shown), StaffNames(visit), shown);
  page["internships"] = internships_of(shown.at("data"));
  return render(visit, "case_stay", std::move(page));
}

http::Response show_report(Visit& visit) {
  auto const shown = case_of(visit, case_id_of(visit));
  auto page = case_frame(visit, shown, "rapport");
  page["parts"] = report_parts(definition_for(visit, shown), shown);
  return render(visit, "case_stay", std::move(page));
}

}  // namespace

std::vector<PageRoute> case_stay_pages() {
  auto const tab = [](char const* address, auto execute) {
    return PageRoute{.method = "GET", .address = address, .execute = execute, .roles = case_roles()};
  };
  return {tab("/dossiers/{reference}/sejour", show_stay), tab("/dossiers/{reference}/rapport", show_report)};
}

}  // namespace jalon::pages
