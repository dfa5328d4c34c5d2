#include "adapters/postgres/report_json.hpp"

namespace jalon::postgres {

namespace {

std::optional<std::string> text_of(Json const& facts, char const* field) {
  auto const& value = facts.at(field);
  if (!value.is_string() || value.get_ref<std::string const&>().empty()) return std::nullopt;
  return value.get<std::string>();
}

}  // namespace

Report read_report(Json const& facts) {
  Report report;
  report.establishment = facts.at("establishment");
  report.id = facts.at("id");
  report.reference = facts.at("reference");
  report.status = facts.at("status");
  report.code = facts.at("code");
  report.reason = text_of(facts, "reason");
  report.occurred_on = *parse_date(facts.at("occurred_on").get_ref<std::string const&>());
  report.written_at = *parse_instant(facts.at("written_at").get_ref<std::string const&>());
  report.decision_id = text_of(facts, "decision_id");
  report.national_decision_id = text_of(facts, "national_decision_id");
  report.structure = read_via_trajectoire_settings(facts.at("setting"));
  if (report.structure.name.empty()) report.structure.name = facts.at("name");
  report.attempts = facts.at("attempts");
  return report;
}

}  // namespace jalon::postgres
