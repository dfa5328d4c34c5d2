// Which cases a list shows, as its address says it: /dossiers?etat=…&retard=oui. By the names of GET /cases,
// so that a saved view, a file and a list are one thing.
#pragma once
#include <functional>
#include <map>
#include <string>

#include "api/pages/visit.hpp"

namespace jalon::pages {

class CaseFilters {
 public:
  CaseFilters() = default;
  explicit CaseFilters(Visit const& visit);  // of the address; what none may be is left out
  explicit CaseFilters(Form const& form);    // the same, sent by a form
  explicit CaseFilters(Json const& saved);   // of a saved view

  std::string text(std::string const& name) const;  // empty when it does not filter
  CaseFilters with(std::string const& name, std::string const& value) const;
  CaseFilters without(std::string const& name) const;

  CaseFilter filter() const;
  Json json() const;
  bool empty() const { return values_.empty(); }
  std::string address(std::string const& page = "/dossiers", std::string const& cursor = "") const;
  std::string api_query() const;  // « ?state=…&overdue=true »
  Json hidden_fields(std::string const& but_not = "") const;

 private:
  void take(std::string const& name, std::string const& value);  // as the API names it
  void read_address(std::function<std::string(char const*)> const& value_of);
  std::map<std::string, std::string> values_;
};

}  // namespace jalon::pages
