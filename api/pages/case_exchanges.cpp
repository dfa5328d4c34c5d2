#include "api/pages/case_exchanges.hpp"

#include <algorithm>

#include "api/pages/acts_of_case.hpp"
#include "api/pages/case_frame.hpp"
#include "api/pages/case_of.hpp"
#include "api/pages/case_parts.hpp"
#include "api/pages/case_person.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/words.hpp"
#include "engine/model/transmission_codes.hpp"
#include "engine/model/value_labels.hpp"

namespace jalon::pages {

namespace {

std::string status_of(std::string const& status) {
  if (status == "sent") return "parti";
  if (status == "prepared") return "prêt à imprimer";
  if (status == "pending" || status == "sending") return "en préparation";
  if (status == "cancelled") return "annulé";
  if (status == "in_doubt") return "peut-être parti : à vérifier";
  if (status == "to_do") return "à transmettre";
  if (status == "queued") return "en attente du rattachement";
  if (status == "confirmed") return "confirmée";
  return "refusé";
}

std::string to_whom(Json const& message) {
  auto const recipient = message.value("recipient", "");
  return recipient == "person" ? " à la personne" : recipient == "mdph" ? " à la MDPH" : "";
}

}  // namespace

Json contact_of(Json const& shown) {
  auto const& person = shown.at("person");
  Json list = Json::array();
  auto const add = [&](char const* label, char const* field) {
    if (person.contains(field) && person.at(field).is_string())
      list.push_back({{"label", label}, {"value", person.at(field)}});
  };
  add("Téléphone", "phone");
  add("Courriel", "email");
  add("Adresse", "address");
  add("Représentant légal", "legal_representative");
  add("Personne ressource", "resource_person");
  return list;
}

namespace {

Json exchange_of(Json const& message) {
  bool const is_letter = message.at("kind") == "letter";
  bool const came_back = message.at("returned_on").is_string();
  auto const posted_on = is_letter ? message.at("posted_on") : Json();
  return {{"what", (is_letter ? "Courrier" : "Courriel") + to_whom(message)},
          {"label", std::string(french_label_of_value(message.at("template").get<std::string>()))},
          {"status", came_back               ? "revenu le " + in_words(message.at("returned_on"))
                     : posted_on.is_string() ? "posté le " + in_words(posted_on)
                                             : status_of(message.at("status"))},
          {"left", posted_on.is_string() || message.at("status") == "sent"},
          {"at", message.at("created_at")},
          {"read", is_letter && message.at("status") != "pending"
                       ? "/courriers/" + message.at("id").get<std::string>() + ".pdf"
                       : ""}};
}

Json exchange_with_the_mdph(Json const& report) {
  bool const done = report.at("confirmed_on").is_string();
  return {
      {"what", "ViaTrajectoire"},
      {"label", transmission_label(report.at("code").get<std::string>())},
      {"status", done ? "faite le " + in_words(report.at("confirmed_on")) : status_of(report.at("status"))},
      {"left", done},
      {"at", report.at("wanted_at")},
      {"read", ""}};
}

}  // namespace

Json exchanges_of(Visit const& visit, std::string const& id) {
  constexpr PageRequest all{200, std::nullopt};
  Json list = Json::array();
  for (auto const& message : visit.house.registers.messages(visit.sight(), id, all).items)
    list.push_back(exchange_of(message));
  for (auto const& report : visit.house.registers.transmissions(visit.sight(), id, all).items)
    list.push_back(exchange_with_the_mdph(report));
  std::stable_sort(list.begin(), list.end(),
                   [](Json const& one, Json const& next) { return one.at("at") > next.at("at"); });
  for (auto& exchange : list) exchange["day"] = french_day(exchange.at("at"));
  return list;
}

namespace {

// What was said and noted: entries of the history that leave a text and move nothing.
Json notes_of(Json const& timeline) {
  Json notes = Json::array();
  for (auto const& entry : timeline)
    if (entry.at("event") == "add_note") notes.push_back(entry);
  return notes;
}

http::Response show(Visit& visit) {
  auto const id = case_id_of(visit);
  auto const shown = case_of(visit, id);
  auto page = case_frame(visit, shown, "echanges");
  auto exchanges = exchanges_of(visit, id);
  auto const history = visit.all_items("/cases/" + id + "/history");
  page.update({{"contact", contact_of(shown)},
               {"notes", notes_of(timeline_of(visit, definition_for(visit, shown), history))},
               {"has_exchanges", !exchanges.empty()},
               {"may_note", is_possible(shown, "add_note")},
               {"may_correct_person", visit.roles.meets(correctors())},
               {"exchanges", std::move(exchanges)}});
  return render(visit, "case_exchanges", std::move(page));
}

}  // namespace

std::vector<PageRoute> case_exchanges_pages() {
  return {
      {.method = "GET", .address = "/dossiers/{reference}/echanges", .execute = show, .roles = case_roles()}};
}

}  // namespace jalon::pages
