#include "api/endpoints/api_problem.hpp"

#include <array>

#include "api/http/problem.hpp"

namespace jalon::api {

namespace {
struct Kind {
  ProblemName name;
  int status;
  std::string_view identifier, title;
};

constexpr std::array kinds{
    Kind{ProblemName::malformed, 400, "malformed", "La demande n'est pas lisible."},
    Kind{ProblemName::unauthenticated, 401, "unauthenticated", "Il faut s'identifier."},
    Kind{ProblemName::not_found, 404, "not_found", "Il n'y a rien à cette adresse."},
    Kind{ProblemName::no_such_case, 404, "no_such_case", "Ce dossier n'existe pas."},
    Kind{ProblemName::role_not_allowed, 403, "role_not_allowed", "Votre rôle ne le permet pas."},
    Kind{ProblemName::method_not_allowed, 405, "method_not_allowed",
         "Cette adresse ne connaît pas cette méthode."},
    Kind{ProblemName::unsupported_media_type, 415, "unsupported_media_type", "Du JSON est attendu."},
    Kind{ProblemName::stale, 412, "stale", "Le dossier a changé entre-temps."},
    Kind{ProblemName::not_allowed_here, 409, "not_allowed_here", "Ce n'est pas possible à cette étape."},
    Kind{ProblemName::invalid_data, 422, "invalid_data", "Des données ne conviennent pas."},
    Kind{ProblemName::refused, 422, "refused", "Quelque chose manque encore."},
    Kind{ProblemName::key_reused, 422, "key_reused", "Cette clé a déjà servi à une autre demande."},
    Kind{ProblemName::throttled, 429, "throttled", "Trop de demandes : patientez un peu."},
    Kind{ProblemName::unavailable, 503, "unavailable", "Le service est momentanément indisponible."}};

Kind const& kind_of(ProblemName name) {
  for (auto const& kind : kinds)
    if (kind.name == name) return kind;
  return kinds.back();
}
}  // namespace

int status_of(ProblemName name) {
  return kind_of(name).status;
}
std::string_view identifier_of(ProblemName name) {
  return kind_of(name).identifier;
}
std::string_view french_title_of(ProblemName name) {
  return kind_of(name).title;
}

http::Response to_response(ApiProblem const& problem) {
  Json extra = Json::object();
  if (!problem.detail.empty()) extra["detail"] = problem.detail;
  for (auto const& error : problem.errors)
    extra["errors"].push_back({{"pointer", error.pointer}, {"code", error.code}, {"message", error.message}});
  for (auto const& blocked : problem.blocked_by)
    extra["blocked_by"].push_back({{"guard", blocked.guard}, {"message", blocked.message}});
  auto response = http::problem(status_of(problem.name), identifier_of(problem.name),
                                french_title_of(problem.name), extra);
  if (problem.name == ProblemName::unavailable || problem.name == ProblemName::throttled)
    response.headers.emplace_back("Retry-After", "1");
  if (problem.name == ProblemName::unauthenticated)
    response.headers.emplace_back("WWW-Authenticate", "Bearer");
  return response;
}

ApiProblem from_refusal(Refusal const& refusal) {
  ApiProblem problem{ProblemName::refused, refusal.message, refusal.errors, refusal.blocked_by};
  switch (refusal.kind) {
    case Refusal::Kind::role_not_allowed:
      problem.name = ProblemName::role_not_allowed;
      break;
    case Refusal::Kind::stale:
      problem.name = ProblemName::stale;
      break;
    case Refusal::Kind::not_allowed_here:
      problem.name = ProblemName::not_allowed_here;
      break;
    case Refusal::Kind::invalid_data:
      problem.name = ProblemName::invalid_data;
      break;
    case Refusal::Kind::refused:
      problem.name = ProblemName::refused;
      break;
  }
  return problem;
}

ApiProblem invalid_data(FieldErrors errors) {
  return {ProblemName::invalid_data, "", std::move(errors), {}};
}

}  // namespace jalon::api
