#include "api/pages/session_days.hpp"

#include <algorithm>

#include "api/endpoints/hashing.hpp"
#include "api/pages/case_fields.hpp"
#include "api/pages/case_of.hpp"
#include "api/pages/meetings.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/session_frame.hpp"
#include "api/pages/words.hpp"

namespace jalon::pages {

namespace {

// One day of a session: whose state awaits it, and what is said of each.
struct Day {
  char const *tab, *page, *awaiting;
  RoleSet roles;
  Json (*schema)(Visit const&);
};

Json pre_reception_schema(Visit const& visit) {
  return schema_of_event(visit.house.definitions, "hold_pre_reception");
}

// Came or not; that somebody did not is the coordinator's to say (the pathway's table).
Json entry_schema(Visit const& visit) {
  Json outcomes{"record_entry"};
  if (visit.roles.has(Role::coordinator)) outcomes.push_back("record_no_show");
  return {{"properties",
           {{"event", {{"type", "string"}, {"enum", outcomes}, {"title", "À l’entrée"}}},
            {"entered_on", {{"type", "string"}, {"format", "date"}, {"title", "Jour de l’entrée"}}},
            {"note", {{"type", "string"}, {"title", "Note, si absence"}}}}},
          {"required", {"event"}}};
}

Options entry_options(Visit const& visit) {
  std::vector<Option> outcomes{{"record_entry", "Est entré(e)"}};
  if (visit.roles.has(Role::coordinator)) outcomes.push_back({"record_no_show", "Ne s’est pas présenté(e)"});
  return {{"event", outcomes}};
}

Day const pre_reception{
    "/pre-accueil", "session_pre_reception", "admitted", {Role::coordinator}, pre_reception_schema};
Day const entry{
    "/entree", "session_entry", "convoked", {Role::coordinator, Role::admin_assistant}, entry_schema};

std::string latest(Json const& day, Date today) {
  return std::min(day.is_string() ? day.get<std::string>() : to_string(today), to_string(today));
}

// ---- the page ----

Form typed_or_likely(Visit const& visit, Json const& session, Json const& seat) {
  auto const part = visit.form.part(seat.at("reference").get<std::string>());
  if (!part.fields().empty()) return part;
  return form_of({{"entered_on", latest(session.at("entry_on"), visit.today())}});
}

Json seat_json(Visit const& visit, Day const& day, Json const& session, Json const& seat,
               Json const& results) {
  auto shown = seat_in_words(visit, seat);
  bool const awaits = seat.at("state") == day.awaiting;
  shown["awaits"] = awaits && day.roles.meets(visit.roles);
  shown["fields"] = Json::array();
  if (shown.at("awaits") == true)
    shown["fields"] =
        fields_of_case(day.schema(visit),
                       {typed_or_likely(visit, session, seat), errors_of(results, seat.at("case")),
                        entry_options(visit), visit.today()},
                       seat.at("reference"));
  return shown;
}

http::Response day_page(Visit const& visit, Day const& day, Json const& session,
                        Json const& results = Json::array(), std::string const& trouble = "") {
  auto const read = seats_and_waiting(visit, session);
  Json seats = Json::array();
  bool awaits = false;
  for (auto const& seat : read.at("seats")) {
    seats.push_back(seat_json(visit, day, session, seat, results));
    awaits = awaits || seats.back().at("awaits") == true;
  }
  auto page = session_frame(visit, session, day.tab);
  auto const typed = visit.form.text("occurred_on");
  page.update({{"results", results_in_words(visit, results, everybody_in(read))},
               {"trouble", trouble},
               {"seats", seats},
               {"nobody", seats.empty()},
               {"may_record", awaits},
               {"occurred_on", typed.empty() ? latest(session.at("pre_reception_on"), visit.today()) : typed},
               {"today", to_string(visit.today())},
               {"may_print", team_roles().meets(visit.roles)},
               {"key", api::new_uuid()}});
  bool const is_well = trouble.empty() && all_done(results);
  return render(visit, day.page, std::move(page), is_well ? 200 : 422);
}

// ---- recording ----

// The files about which something is chosen.
std::vector<std::string> chosen(Form const& form, char const* field) {
  std::vector<std::string> references;
  for (auto const& reference : references_in(form))
    if (!form.part(reference).text(field).empty()) references.push_back(reference);
  return references;
}

constexpr char const* nothing_chosen = "Rien n’est enregistré : rien n’est choisi.";

http::Response record_pre_reception(Visit& visit) {
  auto const session = session_of(visit);
  auto const schema = pre_reception_schema(visit);
  Json results = Json::array();
  for (auto const& reference : chosen(visit.form, "attended")) {
    auto result = data_of(schema, visit.form.part(reference));
    result["case"] = id_of_reference(visit, reference);
    results.push_back(std::move(result));
  }
  if (results.empty()) return day_page(visit, pre_reception, session, Json::array(), nothing_chosen);
  Json body{{"results", results}};
  if (auto const day = visit.form.text("occurred_on"); !day.empty()) body["occurred_on"] = day;
  try {
    auto const answer =
        visit.call_api("POST", "/sessions/" + session.at("id").get<std::string>() + "/pre-reception", body,
                       visit.form.text("cle"));
    return day_page(visit, pre_reception, session, answer.at("items"));
  } catch (api::ApiProblem const& problem) {
    if (problem.errors.empty()) throw;
    return day_page(visit, pre_reception, session, Json::array(),
                    "Rien n’est enregistré : " + problem.errors.front().message);
  }
}

CaseAct act_of(Visit const& visit, std::string const& reference, Form const& part, char const* field) {
  CaseAct act{id_of_reference(visit, reference)};
  if (auto const text = part.text(field); !text.empty()) act.data[field] = text;
  return act;
}

http::Response record_entry(Visit& visit) {
  auto const session = session_of(visit);
  std::vector<CaseAct> entries, absences;
  for (auto const& reference : chosen(visit.form, "event")) {
    auto const part = visit.form.part(reference);
    if (part.text("event") == "record_no_show") absences.push_back(act_of(visit, reference, part, "note"));
    if (part.text("event") == "record_entry") entries.push_back(act_of(visit, reference, part, "entered_on"));
  }
  auto results = act_on_each(visit, "record_entry", entries);
  for (auto& result : act_on_each(visit, "record_no_show", absences)) results.push_back(std::move(result));
  return day_page(visit, entry, session, results, results.empty() ? nothing_chosen : "");
}

}  // namespace

std::vector<PageRoute> session_day_pages() {
  std::string const one = "/sessions/{which}";
  auto const show_pre_reception = [](Visit& visit) {
    return day_page(visit, pre_reception, session_of(visit));
  };
  auto const show_entry = [](Visit& visit) { return day_page(visit, entry, session_of(visit)); };
  return {{.method = "GET",
           .address = one + "/pre-accueil",
           .execute = show_pre_reception,
           .roles = case_roles()},
          {.method = "POST",
           .address = one + "/pre-accueil",
           .execute = record_pre_reception,
           .roles = pre_reception.roles},
          {.method = "GET", .address = one + "/entree", .execute = show_entry, .roles = case_roles()},
          {.method = "POST", .address = one + "/entree", .execute = record_entry, .roles = entry.roles}};
}

}  // namespace jalon::pages
