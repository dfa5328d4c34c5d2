#pragma once

#include "adapters/postgres/access.hpp"
#include "engine/ports/letter_register.hpp"

namespace jalon::postgres {

/// The letters in PostgreSQL: one statement a call. Identifiers that are no UUID lead nowhere. Throws
/// Unavailable when the database cannot be reached in time. May be used from several threads.
class PostgresLetterRegister : public LetterRegister {
 public:
  explicit PostgresLetterRegister(Pool& pool,
                                  std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  Json read(Sight const& sight, std::vector<std::string> const& messages, std::string const& login) override;
  std::optional<Making> document(std::string const& establishment, std::string const& case_id,
                                 std::string const& template_name, std::string const& login) override;
  Making paper(std::string const& establishment, std::string const& template_name,
               Json const& content) override;
  Finished post(std::string const& establishment, std::string const& message, Date on,
                std::string const& login) override;
  Finished take_back(std::string const& establishment, std::string const& message, Date on,
                     std::string const& reason, std::string const& login) override;
  std::optional<Json> message(std::string const& establishment, std::string const& id) override;
  Json own_templates(std::string const& establishment, std::optional<std::string> const& name) override;
  int set_template(std::string const& establishment, std::string const& name,
                   std::optional<std::string> const& text, std::string const& login) override;

 private:
  Access access_;
};

}  // namespace jalon::postgres
