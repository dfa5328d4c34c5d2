#include "api/pages/error_page.hpp"

#include "api/pages/renderer.hpp"

namespace jalon::pages {

namespace {

std::string what_to_do(api::ProblemName name) {
  switch (name) {
    case api::ProblemName::not_found:
    case api::ProblemName::no_such_case:
      return "L’adresse est peut-être incomplète, ou ce dossier n’est pas de ceux que vous suivez.";
    case api::ProblemName::role_not_allowed:
      return "Cette page ou cette action revient à un autre rôle.";
    case api::ProblemName::unavailable:
      return "Rien n’a été enregistré. Réessayez dans un instant.";
    case api::ProblemName::throttled:
      return "Patientez un moment, puis réessayez.";
    default:
      return "Rien n’a été enregistré.";
  }
}

}  // namespace

http::Response error_page(Visit const& visit, api::ApiProblem const& problem) {
  Json errors = Json::array();
  for (auto const& error : problem.errors) errors.push_back({{"message", error.message}});
  for (auto const& reason : problem.blocked_by) errors.push_back({{"message", reason.message}});
  return render(visit, "error",
                {{"title", std::string(api::french_title_of(problem.name))},
                 {"detail", problem.detail.empty() ? what_to_do(problem.name) : problem.detail},
                 {"errors", errors}},
                api::status_of(problem.name));
}

}  // namespace jalon::pages
