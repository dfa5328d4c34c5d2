#include "api/pages/case_of.hpp"

#include "api/endpoints/cases.hpp"
#include "api/endpoints/letters.hpp"
#include "api/endpoints/present.hpp"

namespace jalon::pages {

std::string case_id_of(Visit const& visit) {
  auto const id = visit.house.registers.find_case(visit.sight(), visit.path.at("reference"));
  if (!id) throw api::ApiProblem{api::ProblemName::no_such_case, ""};
  return *id;
}

Json case_of(Visit const& visit, std::string const& id) {
  auto outcome = visit.house.runner.read(visit.request(), id);
  auto* done = std::get_if<Done>(&outcome);
  if (!done) throw api::ApiProblem{api::ProblemName::no_such_case, ""};
  api::with_schemas(visit.house.definitions, done->answer);
  return std::move(done->answer);
}

RoleSet case_roles() {
  return case_readers();
}

}  // namespace jalon::pages
