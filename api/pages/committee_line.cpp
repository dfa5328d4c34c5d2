#include "api/pages/committee_line.hpp"

#include "api/pages/case_acts.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/words.hpp"

namespace jalon::pages {

namespace {

std::string consent_in_words(Json const& consent) {
  if (consent == "given") return "donné : la MDPH lit l’urgence";
  if (consent == "withdrawn") return "retiré : la MDPH ne lit pas l’urgence";
  return "pas encore demandé : la MDPH ne lit pas l’urgence";
}

// « 2 sur 3 : conclusion »; a reason is shown to those the API gives it to.
std::string urgency_in_words(Json const& urgency, Json const& reason) {
  if (!urgency.is_number()) return "";
  auto const words = urgency.dump() + " sur 3";
  return reason.is_string() ? words + " : " + reason.get<std::string>() : words;
}

std::string expiry_of(Json const& committee, Json const& line) {
  auto const& until = line.at("valid_until");
  if (!until.is_string() || until >= committee.at("on")) return "";
  return "la notification n’est plus valable : elle l’était jusqu’au " +
         french(parse_date(until.get<std::string>()).value());
}

Json missing_of(Json const& committee, Json const& line) {
  Json list = Json::array();
  auto const add = [&](bool is_missing, std::string const& text) {
    if (is_missing) list.push_back({{"text", text}});
  };
  bool const is_told = line.value("withheld", Json()).is_null();
  add(is_told && !line.at("social_urgency").is_number(), "urgence sociale à évaluer");
  add(is_told && !line.at("medical_urgency").is_number(), "urgence médicale à évaluer");
  add(line.at("consent").is_null(), "accord de la personne à demander");
  auto const expiry = expiry_of(committee, line);
  add(!expiry.empty(), expiry);
  return list;
}

}  // namespace

Json draft_lines(Visit const& visit, Json const& committee) {
  return visit
      .call_api("GET", "/committees/" + committee.at("id").get<std::string>() + "/table.json?version=draft")
      .at("lines");
}

bool awaits_decision(Json const& line) {
  auto const& state = line.at("state");
  return state == "on_committee_list" || state == "under_review";
}

Json line_in_words(Visit const& visit, Json const& committee, Json const& line) {
  bool const awaits = awaits_decision(line);
  return {{"reference", line.at("reference")},
          {"name", name_of(line)},
          {"mdph", line.at("mdph")},
          {"place", line.at("place").dump()},
          {"state", label_of_state(visit.house.definitions, line.at("state"))},
          {"awaits", awaits},
          {"reason", line.at("reason")},
          {"difference", line.at("difference")},
          {"social", urgency_in_words(line.at("social_urgency"), line.at("social_reason"))},
          {"medical", urgency_in_words(line.at("medical_urgency"), line.at("medical_reason"))},
          {"consent", consent_in_words(line.at("consent"))},
          {"missing", awaits ? missing_of(committee, line) : Json::array()}};
}

}  // namespace jalon::pages
