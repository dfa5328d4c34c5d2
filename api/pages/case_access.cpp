#include "api/pages/case_access.hpp"

#include "api/pages/case_frame.hpp"
#include "api/pages/case_of.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/words.hpp"
#include "engine/model/field_labels.hpp"
#include "engine/model/value_labels.hpp"

namespace jalon::pages {

namespace {

constexpr RoleSet readers_of_register{Role::coordinator, Role::deputy_director, Role::doctor,
                                      Role::social_worker};
constexpr RoleSet those_who_note_consent{Role::admin_assistant, Role::coordinator, Role::doctor,
                                         Role::clinical_psychologist, Role::social_worker};

// « mardi 7 avril 2026 à 09:12 »
std::string moment_in_words(std::string const& at) {
  auto const instant = parse_instant(at);
  if (!instant) return at;
  return long_french(paris_date(*instant)) + " à " + to_string(*instant).substr(11, 5);
}

std::string read_in_words(Json const& reading) {
  if (reading.at("what") != "case")
    return std::string(french_label_of_value(reading.at("what").get<std::string>()));
  std::string text;
  for (auto const& fact : reading.at("facts"))
    text += (text.empty() ? "" : ", ") + std::string(french_label_of(fact.get<std::string>()));
  return text;
}

Json readings_of(Visit const& visit, std::string const& id) {
  auto const page = visit.call_api("GET", "/cases/" + id + "/readings?limit=100");
  Json list = Json::array();
  for (auto const& reading : page.at("items")) {
    Json line{{"when", moment_in_words(reading.at("at"))},
              {"who", reading.at("name")},
              {"facts", read_in_words(reading)}};
    // One page read is several readings of the same minute.
    if (list.empty() || list.back() != line) list.push_back(std::move(line));
  }
  return list;
}

std::string consent_in_words(Json const& consent) {
  if (consent == "given")
    return "La personne est d’accord : le membre de la MDPH lit l’urgence de son dossier.";
  if (consent == "withdrawn")
    return "La personne a retiré son accord : la MDPH ne lit pas l’urgence de son dossier.";
  return "La personne n’a encore rien dit : la MDPH ne lit pas l’urgence de son dossier.";
}

Json consents_of(Visit const& visit, std::string const& id) {
  auto const consents = visit.call_api("GET", "/cases/" + id + "/committee-consents");
  Json entries = Json::array();
  for (auto const& entry : consents.at("entries"))
    entries.push_back({{"what", entry.at("consent") == "given" ? "Accord" : "Retrait de l’accord"},
                       {"way", entry.at("way") == "written" ? "par écrit" : "de vive voix"},
                       {"day", in_words(entry.at("on"))},
                       {"by", entry.at("by")}});
  return {{"now", consent_in_words(consents.at("consent"))},
          {"entries", entries},
          {"may_note", visit.roles.meets(those_who_note_consent)}};
}

http::Response show(Visit& visit) {
  auto const id = case_id_of(visit);
  auto page = case_frame(visit, case_of(visit, id), "acces");
  page["today"] = to_string(visit.today());
  if (visit.roles.meets(team_roles())) page["consents"] = consents_of(visit, id);
  bool const reads_register = visit.roles.meets(readers_of_register);
  page["register"] = reads_register ? Json{{"readings", readings_of(visit, id)}} : Json();
  page["exports"] = visit.roles.has(Role::deputy_director);
  return render(visit, "case_access", std::move(page));
}

http::Response note_consent(Visit& visit) {
  auto const id = case_id_of(visit);
  visit.call_api("POST", "/cases/" + id + "/committee-consents",
                 {{"consent", visit.form.text("accord")},
                  {"way", visit.form.text("voie")},
                  {"on", visit.form.text("jour")}});
  return see_other(with_confirmation("/dossiers/" + visit.path.at("reference") + "/acces", "accord", ""));
}

}  // namespace

std::vector<PageRoute> case_access_pages() {
  return {{.method = "GET", .address = "/dossiers/{reference}/acces", .execute = show, .roles = case_roles()},
          {.method = "POST",
           .address = "/dossiers/{reference}/acces/accord",
           .execute = note_consent,
           .roles = those_who_note_consent}};
}

}  // namespace jalon::pages
