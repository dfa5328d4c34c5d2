#include "adapters/postgres/retention.hpp"

#include "adapters/postgres/one_value.hpp"
#include "adapters/postgres/queries.hpp"

namespace jalon::postgres {
namespace {

std::optional<std::string> text_in(Json const& answer, char const* field) {
  auto const& value = answer.at(field);
  return value.is_null() ? std::nullopt : std::optional(value.get<std::string>());
}

}  // namespace

Json PostgresRetention::rule(std::string const& establishment) {
  return one_value(access_, sql::retention_rule, {establishment});
}

Page PostgresRetention::due(std::string const& establishment, bool kept, PageRequest const& page) {
  return read_page(access_, {sql::list_due_for_erasure, {Key::date, Key::uuid}},
                   {establishment, kept ? "true" : "false"}, page);
}

PostgresRetention::Erased PostgresRetention::erase(std::string const& establishment,
                                                   std::string const& case_id, std::string const& login) {
  auto const answer = one_value(access_, sql::erase_case, {establishment, case_id, login});
  return {text_in(answer, "reference"), text_in(answer, "refused")};
}

Page PostgresRetention::erasures(std::string const& establishment, PageRequest const& page) {
  return read_page(access_, {sql::list_erasures, {Key::number}}, {establishment}, page);
}

}  // namespace jalon::postgres
