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

}  // namespace jalon::postgres
