#include "adapters/postgres/listing.hpp"
#include "adapters/postgres/one_value.hpp"
#include "adapters/postgres/queries.hpp"
#include "adapters/postgres/registers.hpp"
#include "adapters/postgres/transmission_item.hpp"
#include "engine/model/scalar_fields.hpp"

namespace jalon::postgres {
namespace {

// A JSON string is a jsonpath string as well.
std::optional<std::string> jsonpath_of(CaseFilter const& filter) {
  if (!filter.state && !filter.region) return std::nullopt;
  auto const place = filter.region ? "$." + Json(*filter.region).dump() : std::string("$.*");
  return filter.state ? place + " ? (@ == " + Json(*filter.state).dump() + ")" : place;
}

// Nothing to search for is no filter.
std::optional<std::string> words_of(std::optional<std::string> const& query) {
  if (!query || query->find_first_not_of(" \t\r\n") == std::string::npos) return std::nullopt;
  return query;
}

std::optional<std::string> text_of(std::optional<bool> const& flag) {
  return flag ? std::optional<std::string>(*flag ? "t" : "f") : std::nullopt;
}

char const* name_of(CaseOrder order) {
  return order == CaseOrder::due ? "due" : order == CaseOrder::name ? "name" : "newest";
}

}  // namespace

Page PostgresRegisters::cases(Sight const& sight, CaseFilter const& filter, PageRequest const& page) {
  return read_page(
      access_, {sql::list_cases, {Key::boolean, Key::text, Key::text}},
      {sight.establishment, sight.mdph, jsonpath_of(filter), filter.role, text_of(filter.overdue),
       words_of(filter.query), filter.mdph, filter.session, filter.missing_document, text_of(filter.born_on),
       text_of(filter.closed), name_of(filter.order)},
      page);
}

Json PostgresRegisters::case_counts(Sight const& sight, CaseFilter const& filter) {
  Parameters const asked{sight.establishment,     sight.mdph,  filter.role,
                         text_of(filter.overdue), filter.mdph, filter.session,
                         filter.missing_document};
  Json question = Json::array();
  for (auto const& each : asked) question.push_back(each ? Json(*each) : Json());
  return counts_.find(question.dump(), [&] { return one_value(access_, sql::count_cases, asked); });
}

std::optional<std::string> PostgresRegisters::find_case(Sight const& sight, std::string const& reference) {
  return maybe_value(access_, sql::find_case, {sight.establishment, sight.mdph, reference});
}

Page PostgresRegisters::overdue(Sight const& sight, PageRequest const& page) {
  return read_page(access_, {sql::list_overdue, {Key::date, Key::uuid, Key::text, Key::number}},
                   {sight.establishment, sight.mdph}, page);
}

Page PostgresRegisters::tasks(Sight const& sight, TaskFilter const& filter, PageRequest const& page) {
  auto const roles = filter.roles.empty() ? std::nullopt : std::optional(Json(filter.roles).dump());
  auto const from = filter.undated ? "infinity" : text_of(filter.from);
  auto found = read_page(access_, {sql::list_tasks, {Key::date, Key::uuid}, "list_tasks"},
                         {sight.establishment, sight.mdph, roles, filter.kind, from, text_of(filter.until),
                          text_of(std::optional(filter.of_deadlines))},
                         page);
  for (auto& item : found.items) show_transmission(item);
  return found;
}

Page PostgresRegisters::messages(Sight const& sight, std::optional<std::string> const& case_id,
                                 PageRequest const& page) {
  if (!case_id)
    return read_page(access_, {sql::list_messages, {Key::number}}, {sight.establishment, sight.mdph}, page);
  if (!is_uuid(*case_id)) return {};
  return read_page(access_, {sql::list_messages_of_case, {Key::number}},
                   {sight.establishment, sight.mdph, case_id}, page);
}

Page PostgresRegisters::transmissions(Sight const& sight, std::optional<std::string> const& case_id,
                                      PageRequest const& page) {
  if (case_id && !is_uuid(*case_id)) return {};
  auto found = case_id ? read_page(access_, {sql::list_transmissions_of_case, {Key::number}},
                                   {sight.establishment, sight.mdph, case_id}, page)
                       : read_page(access_, {sql::list_transmissions, {Key::number}},
                                   {sight.establishment, sight.mdph}, page);
  for (auto& item : found.items) add_words(item);
  return found;
}

Page PostgresRegisters::transmissions_in(Sight const& sight, std::string const& status,
                                         PageRequest const& page) {
  auto found = read_page(access_, {sql::list_transmissions_in, {Key::number}},
                         {sight.establishment, sight.mdph, status}, page);
  for (auto& item : found.items) add_words(item);
  return found;
}

Page PostgresRegisters::letters_posted(Sight const& sight, PageRequest const& page) {
  return read_page(access_, {sql::list_letters_posted, {Key::date, Key::number}},
                   {sight.establishment, sight.mdph}, page);
}

}  // namespace jalon::postgres
