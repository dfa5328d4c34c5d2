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
