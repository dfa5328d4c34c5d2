// Documents made when somebody asks for them: certificates, contract, synthesis. No event of the table sends
// them; the optional letters leave by themselves where the policy wants them.
#include "api/endpoints/documents.hpp"

#include <algorithm>
#include <array>

#include "api/endpoints/openapi_schemas.hpp"
#include "api/endpoints/papers.hpp"
#include "engine/ports/letter_register.hpp"
#include "engine/ports/press.hpp"

namespace jalon::api {

namespace {

struct Document {
  std::string_view template_name;
  std::string_view needs;  // what the case must know, in its data
  std::string_view without;
  bool wanted_only = false;  // made where the policy wants it
};

constexpr std::array documents{
    Document{"acknowledgement", "/returned_on", "Le dossier d’admission n’est pas revenu.", true},
    Document{"retained_waiting", "/decision", "La commission n’a pas rendu de décision.", true},
    Document{"follow_up_invitation", "/departed_on", "La personne n’est pas partie.", true},
    Document{"entry_certificate", "/entered_on", "La personne n’est pas entrée."},
    Document{"exit_certificate", "/departed_on", "La personne n’est pas partie."},
    Document{"stay_contract", "/entered_on", "La personne n’est pas entrée."},
    Document{"initial_synthesis", "/initial_synthesis", "La synthèse initiale n’a pas eu lieu."},
    Document{"final_report", "/report", "Le bilan final n’est pas rédigé."}};

Document const& asked_document(Exchange const& exchange) {
  std::string_view name = exchange.path.at("template");
  if (name.ends_with(".pdf")) name.remove_suffix(4);
  for (auto const& document : documents)
    if (document.template_name == name) return document;
  throw ApiProblem{ProblemName::not_found, "Ce document n’existe pas."};
}

bool is_wanted(Exchange const& exchange, Document const& document) {
  return !document.wanted_only || exchange.house.settings.in_force(exchange.caller.establishment)
                                      ->policy.sends(document.template_name);
}

void refuse_untimely(Exchange const& exchange, Document const& document, Json const& data) {
  if (!is_wanted(exchange, document))
    throw ApiProblem{ProblemName::not_allowed_here, "L’établissement n’utilise pas ce courrier."};
  Json::json_pointer const needed{std::string(document.needs)};
  if (!data.at("case").contains(needed) || data.at("case").at(needed).is_null())
    throw ApiProblem{ProblemName::not_allowed_here, std::string(document.without)};
}

std::string page_of(House const& house, std::string_view name, LetterRegister::Making const& making) {
  return house.press.render(name, making.data, making.own).html;
}

http::Response read_document(Exchange& exchange) {
  auto const& document = asked_document(exchange);
  auto const making =
      exchange.house.letters.document(exchange.caller.establishment, exchange.path.at("id"),
                                      std::string(document.template_name), exchange.caller.login);
  if (!making) throw ApiProblem{ProblemName::no_such_case, ""};
  refuse_untimely(exchange, document, making->data);
  auto const reference = making->data.at("reference").get<std::string>();
  return page_or_pdf(exchange, page_of(exchange.house, document.template_name, *making),
                     reference + "-" + std::string(document.template_name));
}

Json document_names() {
  Json names = Json::array();
  for (auto const& document : documents) {
    names.push_back(document.template_name);
    names.push_back(std::string(document.template_name) + ".pdf");
  }
  return {{"type", "string"}, {"enum", names}};
}

}  // namespace

std::vector<Route> document_routes() {
  std::vector<std::string> const types{"text/html", "application/pdf"};
  return {{.method = "GET",
           .address = "/cases/{id}/documents/{template}",
           .operation = "readDocument",
           .summary = "Un document du dossier, fait à la demande : la page, ou son PDF (Accept, ou « .pdf »)",
           .execute = read_document,
           .roles = team_roles(),
           .answer_types = types,
           .path_schemas = {{"template", document_names()}},
           .problems = {ProblemName::role_not_allowed, ProblemName::no_such_case,
                        ProblemName::not_allowed_here, ProblemName::unavailable}}};
}

}  // namespace jalon::api
