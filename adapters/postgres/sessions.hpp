#pragma once

#include "adapters/postgres/access.hpp"
#include "adapters/postgres/costly_answers.hpp"
#include "engine/ports/sessions.hpp"

namespace jalon::postgres {

/// Sessions in PostgreSQL. Throws Unavailable when the database cannot be reached in time. May be used from
/// several threads.
class PostgresSessions : public Sessions {
 public:
  explicit PostgresSessions(Pool& pool, std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  std::optional<Json> read(Sight const& sight, std::string const& session, std::string const& paper,
                           std::string const& login) override;
  Json first_waiting(Sight const& sight, std::size_t most, std::string const& login) override;
  std::optional<Json> next_for_a_seat(Sight const& sight) override;

 private:
  // The cases that wait, in their order, as far as they are in sight.
  std::vector<std::string> waiting_in_order(Sight const& sight);

  Access access_;
  CostlyAnswers<std::vector<std::string>> orders_;
};

}  // namespace jalon::postgres
