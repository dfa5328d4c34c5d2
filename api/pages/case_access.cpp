#include "api/pages/case_access.hpp"

#include "api/endpoints/need_to_know.hpp"
#include "api/pages/case_access_words.hpp"
#include "api/pages/case_frame.hpp"
#include "api/pages/case_of.hpp"
#include "api/pages/case_team.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/staff_names.hpp"
#include "engine/access/disclosure.hpp"
#include "engine/ports/disclosures.hpp"

namespace jalon::pages {

namespace {

constexpr RoleSet those_who_note_consent{Role::admin_assistant, Role::coordinator, Role::doctor,
                                         Role::clinical_psychologist, Role::social_worker};

struct Question {
  char const *purpose, *id, *asked, *given, *withheld;
};
constexpr Question questions[] = {
    {"mdph", "mdph", "Le membre de la MDPH peut-il lire l’urgence du dossier ?",
     "le membre de la MDPH lit l’urgence de son dossier.",
     "le membre de la MDPH ne lit pas l’urgence de son dossier."},
    {"team", "equipe", "L’équipe qui l’accompagne peut-elle lire les conclusions et les urgences ?",
     "son référent et les collègues de son équipe lisent les conclusions.",
     "les conclusions restent à ceux qui en décident."}};

std::string answer_in_words(Question const& question, Json const& consent) {
  if (consent == "given") return std::string("La personne est d’accord : ") + question.given;
  return (consent == "withdrawn" ? "La personne a refusé ou retiré son accord : "
                                 : "La personne n’a encore rien dit : ") +
         std::string(question.withheld);
}

Json question_of(StaffNames const& names, Question const& question, Json const& consents) {
  Json entries = Json::array();
  for (auto const& entry : consents.at("entries"))
    if (entry.at("purpose") == question.purpose) entries.push_back(consent_in_words(names, entry));
  return {{"purpose", question.purpose},
          {"anchor", question.id},
          {"asked", question.asked},
          {"now", answer_in_words(question, consents.at(question.purpose))},
          {"entries", entries}};
}

Json consents_of(Visit const& visit, std::string const& id) {
  auto const consents = visit.call_api("GET", "/cases/" + id + "/consents");
  Json list = Json::array();
  StaffNames const names(visit);
  for (auto const& question : questions) list.push_back(question_of(names, question, consents));
  return {{"questions", list}, {"may_note", visit.roles.meets(those_who_note_consent)}};
}

// At most the last hundred, as the page says.
Json last_of(Visit const& visit, std::string const& id, char const* what) {
  return visit.call_api("GET", "/cases/" + id + "/" + what + "?limit=100").at("items");
}

// Who reads it all has nothing to ask for; who has asked sees that it is open.
Json exception_of(Visit const& visit, std::string const& id) {
  if (!could_read_more(visit.roles)) return nullptr;
  auto const disclosed = visit.house.disclosures.to(visit.caller.login, visit.caller.establishment, id);
  return {{"open", disclosed.exceptional}};
}

http::Response show(Visit& visit) {
  auto const id = case_id_of(visit);
  auto page = case_frame(visit, case_of(visit, id), "acces");
  page["today"] = to_string(visit.today());
  if (visit.roles.meets(team_roles())) {
    page["consents"] = consents_of(visit, id);
    page["team"] = team_shown(visit, id);
  }
  bool const reads_register = visit.roles.meets(api::readers_of_register());
  auto const accesses =
      reads_register ? accesses_in_words(last_of(visit, id, "exceptional-accesses")) : Json::array();
  page["register"] = reads_register ? Json{{"readings", readings_in_words(last_of(visit, id, "readings"))},
                                           {"accesses", accesses},
                                           {"has_accesses", !accesses.empty()}}
                                    : Json();
  page["exception"] = exception_of(visit, id);
  page["exports"] = visit.roles.has(Role::deputy_director);
  return render(visit, "case_access", std::move(page));
}

http::Response note_consent(Visit& visit) {
  auto const id = case_id_of(visit);
  visit.call_api("POST", "/cases/" + id + "/consents",
                 {{"purpose", visit.form.text("objet")},
                  {"consent", visit.form.text("accord")},
                  {"way", visit.form.text("voie")},
                  {"on", visit.form.text("jour")}});
  return see_other(with_confirmation("/dossiers/" + visit.path.at("reference") + "/acces", "accord", ""));
}

http::Response open_exception(Visit& visit) {
  auto const id = case_id_of(visit);
  visit.call_api("POST", "/cases/" + id + "/exceptional-accesses", {{"reason", visit.form.text("motif")}});
  return see_other(with_confirmation("/dossiers/" + visit.path.at("reference"), "acces_exceptionnel", ""));
}

}  // namespace

std::vector<PageRoute> case_access_pages() {
  return {{.method = "GET", .address = "/dossiers/{reference}/acces", .execute = show, .roles = case_roles()},
          {.method = "POST",
           .address = "/dossiers/{reference}/acces/accord",
           .execute = note_consent,
           .roles = those_who_note_consent},
          {.method = "POST",
           .address = "/dossiers/{reference}/acces/exception",
           .execute = open_exception,
           .roles = team_roles()}};
}

}  // namespace jalon::pages
