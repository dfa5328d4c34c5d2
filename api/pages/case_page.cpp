#include "api/pages/case_page.hpp"

#include "api/pages/case_of.hpp"
#include "api/pages/case_parts.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/renderer.hpp"
#include "engine/model/value_labels.hpp"

namespace jalon::pages {

namespace {

Definition const& definition_for(Visit const& visit, Json const& shown) {
  for (auto const& definition : visit.house.definitions)
    if (definition.id == shown.at("workflow").get<std::string>() &&
        definition.version == shown.at("definition_version").get<int>())
      return definition;
  throw UnknownPlace("no such definition");
}

std::string name_of_person(Json const& shown) {
  auto const& person = shown.at("person");
  return person.at("given_name").get<std::string>() + " " + person.at("family_name").get<std::string>();
}

std::string journey_of(Definition const& definition, Json const& shown) {
  auto const id = shown.at("states").value("journey", "");
  for (auto const& state : definition.states)
    if (state.id == id) return std::string(state.label);
  return id;
}

Json all_entries(Visit const& visit, std::string const& id) {
  Json all = Json::array();
  PageRequest request{200, std::nullopt};
  do {
    auto page = visit.house.registers.history(visit.sight(), id, request);
    if (!page) break;
    for (auto& item : page->items) all.push_back(std::move(item));
    request.cursor = page->next;
  } while (request.cursor);
  return all;
}

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

// What left the house for this case, or will.
Json exchanges_of(Visit const& visit, std::string const& id) {
  Json list = Json::array();
  for (auto const& message : visit.house.registers.messages(visit.sight(), id, {200, std::nullopt}).items)
    list.push_back({{"what", message.at("kind") == "letter" ? "Courrier" : "Courriel"},
                    {"label", std::string(french_label_of_value(message.at("template").get<std::string>()))},
                    {"status", status_of(message.at("status"))},
                    {"read", message.at("kind") == "letter" && message.at("status") != "pending"
                                 ? "/courriers/" + message.at("id").get<std::string>() + ".pdf"
                                 : ""}});
  for (auto const& report : visit.house.registers.transmissions(visit.sight(), id, {200, std::nullopt}).items)
    list.push_back({{"what", "ViaTrajectoire"},
                    {"label", report.value("wording", "")},
                    {"status", status_of(report.at("status"))}});
  return list;
}

Json page_of(Visit const& visit, Json const& shown, std::string const& id) {
  auto const& definition = definition_for(visit, shown);
  auto const& notification = shown.at("notification");
  auto const received_on = parse_date(notification.at("received_on").get<std::string>()).value();
  auto const born_on = parse_date(shown.at("person").at("birth_date").get<std::string>()).value();
  return {{"title", name_of_person(shown)},
          {"reference", shown.at("reference")},
          {"state", journey_of(definition, shown)},
          {"closed", shown.at("closed")},
          {"born_on", french(born_on)},
          {"received_on", long_french(received_on)},
          {"mdph", notification.at("mdph")},
          {"contact", contact_of(shown)},
          {"places", places_of(definition, shown)},
          {"due", due_of(shown, visit.today())},
          {"tasks", shown.at("tasks")},
          {"acts", possible_acts(shown)},
          {"not_possible", impossible_acts(shown)},
          {"documents", documents_of(shown)},
          {"timeline", timeline_of(definition, all_entries(visit, id))},
          {"exchanges", exchanges_of(visit, id)}};
}

http::Response show(Visit& visit) {
  auto const id = case_id_of(visit);
  auto page = page_of(visit, case_of(visit, id), id);
  page["confirmation"] = confirmation_of(visit);
  return render(visit, "case", std::move(page));
}

http::Response correct(Visit& visit) {
  auto const id = case_id_of(visit);
  auto const reference = visit.path.at("reference");
  auto const back_to = int(std::strtol(visit.form.text("back_to").c_str(), nullptr, 10));
  visit.call_api("POST", "/cases/" + id + "/corrections",
                 {{"back_to", back_to}, {"reason", visit.form.text("reason")}});
  return see_other(with_confirmation("/dossiers/" + reference, "correction", reference));
}

}  // namespace

std::vector<PageRoute> case_pages() {
  return {{.method = "GET", .address = "/dossiers/{reference}", .execute = show, .roles = case_roles()},
          {.method = "POST",
           .address = "/dossiers/{reference}/correction",
           .execute = correct,
           .roles = case_roles()}};
}

}  // namespace jalon::pages
