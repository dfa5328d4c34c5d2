#include "adapters/postgres/transmission_item.hpp"

#include "engine/model/transmission_codes.hpp"
#include "engine/model/transmission_wording.hpp"

namespace jalon::postgres {

namespace {

std::optional<std::string> text_of(Json const& object, char const* field) {
  auto const found = object.find(field);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

std::string wording_of(Json const& transmission) {
  auto const planned = text_of(transmission.at("details"), "planned_entry_on");
  return transmission_wording({transmission.at("code"), text_of(transmission, "reason"),
                               *parse_date(transmission.at("occurred_on").get_ref<std::string const&>()),
                               planned ? parse_date(*planned) : std::nullopt, transmission.at("reference"),
                               text_of(transmission, "national_decision_id")});
}

}  // namespace

void add_words(Json& transmission) {
  transmission["label"] = transmission_label(transmission.at("code").get_ref<std::string const&>());
  if (auto const reason = text_of(transmission, "reason"))
    transmission["reason_label"] = reason_label(*reason);
  transmission["wording"] = wording_of(transmission);
}

void show_transmission(Json& task) {
  auto const found = task.find("transmission");
  if (found == task.end()) return;
  Json const transmission = std::move(*found);
  task.erase(found);
  if (!transmission.is_object()) return;
  task["transmission"] = transmission.at("id");
  task["wording"] = wording_of(transmission);
  task["delivery"] = transmission.at("delivery");
  task["problem"] = transmission.at("problem");
}

}  // namespace jalon::postgres
