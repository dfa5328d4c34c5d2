#include "api/pages/case_exchanges.hpp"

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

Json exchanges_of(Visit const& visit, std::string const& id) {
  Json list = Json::array();
  for (auto const& message : visit.house.registers.messages(visit.sight(), id, {200, std::nullopt}).items)
    list.push_back({{"what", (message.at("kind") == "letter" ? "Courrier" : "Courriel") + to_whom(message)},
                    {"label", std::string(french_label_of_value(message.at("template").get<std::string>()))},
                    {"status", status_of(message.at("status"))},
                    {"read", message.at("kind") == "letter" && message.at("status") != "pending"
                                 ? "/courriers/" + message.at("id").get<std::string>() + ".pdf"
                                 : ""}});
  for (auto const& report : visit.house.registers.transmissions(visit.sight(), id, {200, std::nullopt}).items)
    list.push_back({{"what", "ViaTrajectoire"},
                    {"label", transmission_label(report.at("code").get<std::string>())},
                    {"status", status_of(report.at("status"))}});
  return list;
}

}  // namespace jalon::pages
