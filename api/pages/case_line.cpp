#include "api/pages/case_line.hpp"

#include "api/pages/french_time.hpp"
#include "api/pages/words.hpp"

namespace jalon::pages {

Json case_line(Visit const& visit, Json const& item) {
  auto const due = item.at("due").is_string() ? parse_date(item.at("due").get<std::string>()) : std::nullopt;
  return {{"id", item.at("id")},
          {"reference", item.at("reference")},
          {"name", name_of(item)},
          {"state", label_of_state(visit.house.definitions, item.at("states").value("journey", ""))},
          {"mdph", item.at("mdph")},
          {"when", due ? relative(*due, visit.today()) : ""},
          {"date", due ? long_french(*due) : ""},
          {"late", item.at("overdue")},
          {"closed", item.at("closed")}};
}

}  // namespace jalon::pages
