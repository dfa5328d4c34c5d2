#include "api/pages/case_of.hpp"

namespace jalon::pages {

std::string case_id_of(Visit const& visit) {
  auto const id = visit.house.registers.find_case(visit.sight(), visit.path.at("reference"));
  if (!id) throw api::ApiProblem{api::ProblemName::no_such_case, ""};
  return *id;
}

Json case_of(Visit const& visit, std::string const& id) {
  return visit.call_api("GET", "/cases/" + id);
}

RoleSet case_roles() {
  return case_readers();
}

}  // namespace jalon::pages
