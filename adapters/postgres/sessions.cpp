#include "adapters/postgres/sessions.hpp"

#include "adapters/postgres/lines_in_sight.hpp"
#include "adapters/postgres/one_value.hpp"
#include "adapters/postgres/queries.hpp"
#include "engine/committee/priority.hpp"
#include "engine/model/scalar_fields.hpp"

namespace jalon::postgres {

std::optional<Json> PostgresSessions::read(Sight const& sight, std::string const& session,
                                           std::string const& paper, std::string const& login) {
  if (!is_uuid(session)) return std::nullopt;
  auto found =
      maybe_value(access_, sql::read_session, {sight.establishment, session, sight.mdph, paper, login});
  if (!found) return found;
  (*found)["seats"] = lines_in_sight(found->at("seats"), sight.mdph);
  auto& waiting = (*found)["waiting"];
  waiting = lines_in_sight(in_order_of_priority(std::move(waiting)), sight.mdph);
  return found;
}

std::vector<std::string> PostgresSessions::waiting_in_order(Sight const& sight) {
  return orders_.find(sight.establishment + " " + sight.mdph.value_or(""), [&] {
    auto lines = in_order_of_priority(one_value(access_, sql::waiting_lines, {sight.establishment}));
    std::vector<std::string> cases;
    for (auto const& line : lines_in_sight(std::move(lines), sight.mdph)) cases.push_back(line.at("case"));
    return cases;
  });
}

Json PostgresSessions::first_waiting(Sight const& sight, std::size_t most, std::string const& login) {
  auto cases = waiting_in_order(sight);
  auto const count = cases.size();
  cases.resize(std::min(most, count));
  auto lines = one_value(access_, sql::read_waiting, {sight.establishment, Json(cases).dump(), login});
  return {{"count", count}, {"lines", in_order_of_priority(std::move(lines))}};
}

std::optional<Json> PostgresSessions::next_for_a_seat(Sight const& sight) {
  auto const waiting = in_order_of_priority(one_value(access_, sql::waiting_lines, {sight.establishment}));
  if (waiting.empty() || lines_in_sight(Json::array({waiting.front()}), sight.mdph).empty())
    return std::nullopt;
  Json next;
  for (char const* field : {"case", "reference", "family_name", "given_name"})
    next[field] = waiting.front().at(field);
  return next;
}

}  // namespace jalon::postgres
