#include "adapters/postgres/letter_register.hpp"

#include <algorithm>

#include "adapters/postgres/finishing.hpp"
#include "adapters/postgres/one_value.hpp"
#include "adapters/postgres/outgoing_message.hpp"
#include "adapters/postgres/queries.hpp"
#include "engine/model/scalar_fields.hpp"

namespace jalon::postgres {
namespace {

std::optional<LetterRegister::Making> making_of(Json const& row) {
  if (row.is_null()) return std::nullopt;
  return LetterRegister::Making{letter_data(row), own_template_of(row)};
}

}  // namespace

Json PostgresLetterRegister::read(Sight const& sight, std::vector<std::string> const& messages,
                                  std::string const& login) {
  bool const sound =
      std::all_of(messages.begin(), messages.end(), [](auto const& id) { return is_uuid(id); });
  if (!sound || messages.empty()) return Json::array();
  return one_value(access_, sql::read_letters,
                   {sight.establishment, sight.mdph, Json(messages).dump(), login});
}

std::optional<LetterRegister::Making> PostgresLetterRegister::document(std::string const& establishment,
                                                                       std::string const& case_id,
                                                                       std::string const& template_name,
                                                                       std::string const& login) {
  if (!is_uuid(case_id)) return std::nullopt;
  return making_of(
      one_value(access_, sql::read_document_facts, {establishment, case_id, template_name, login}));
}

LetterRegister::Making PostgresLetterRegister::paper(std::string const& establishment,
                                                     std::string const& template_name, Json const& content) {
  return *making_of(
      one_value(access_, sql::read_paper_facts, {establishment, template_name, content.dump()}));
}

Finished PostgresLetterRegister::post(std::string const& establishment, std::string const& message, Date on,
                                      std::string const& login) {
  if (!is_uuid(message)) return Finished::no_such;
  return finish(access_, sql::post_letter, {establishment, message, to_string(on), login});
}

Finished PostgresLetterRegister::take_back(std::string const& establishment, std::string const& message,
                                           Date on, std::string const& reason, std::string const& login) {
  if (!is_uuid(message)) return Finished::no_such;
  return finish(access_, sql::return_letter, {establishment, message, to_string(on), reason, login});
}

std::optional<Json> PostgresLetterRegister::message(std::string const& establishment, std::string const& id) {
  if (!is_uuid(id)) return std::nullopt;
  auto found = one_value(access_, sql::read_message, {establishment, id});
  return found.is_null() ? std::nullopt : std::optional(std::move(found));
}

Json PostgresLetterRegister::own_templates(std::string const& establishment,
                                           std::optional<std::string> const& name) {
  return one_value(access_, sql::list_letter_templates, {establishment, name});
}

int PostgresLetterRegister::set_template(std::string const& establishment, std::string const& name,
                                         std::optional<std::string> const& text, std::string const& login) {
  return access_.repeatable([&](pqxx::connection& connection) {
    return run_once(connection, sql::set_letter_template, {establishment, name, text, login})[0][0].as<int>();
  });
}

}  // namespace jalon::postgres
