// One act on each of several cases, from one page: each stands for itself, and each has its own result.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "api/pages/visit.hpp"

namespace jalon::pages {

struct CaseAct {
  std::string case_id;
  Json data = Json::object();
  std::string occurred_on = {};  // empty: today
};

// As the API's batches answer: [{"case","done":true,"reference","states"} or
// {"case","done":false,"problem"}].
Json act_on_each(Visit const& visit, std::string const& event, std::vector<CaseAct> const& acts);
// The result of one call about one case, where it is no event.
Json result_of_call(std::string const& case_id, http::Response const& response);

struct NamedCase {
  std::string reference, name;
};
using NamedCases = std::map<std::string, NamedCase>;  // by identifier

// Of lines with "case" (or "id" and "person"), "reference" and names.
NamedCases names_of(Json const& lines);

// The identifier of a file a form names; throws ApiProblem no_such_case when it is not in sight.
std::string id_of_reference(Visit const& visit, std::string const& reference);

// {"count" (in words),"has_refused","done":[{"reference","name","state"}],"refused":[{"reference","name",
// "reasons":[{"text"}],"typed"}]}, or null when nothing was asked.
Json results_in_words(Visit const& visit, Json const& results, NamedCases const& names);

bool all_done(Json const& results);
// What was wrong with the data of that case, as fields show it; the pointers begin with /data.
FieldErrors errors_of(Json const& results, std::string const& case_id);

}  // namespace jalon::pages
