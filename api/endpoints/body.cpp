#include "api/endpoints/body.hpp"

#include <algorithm>

#include "engine/model/described.hpp"

namespace jalon::api {

Body::Body(Json const& json, std::initializer_list<std::string_view> known_fields) : json_(json) {
  if (!json_.is_object() && !json_.is_null()) {
    errors_.push_back({"", "type", "un objet est attendu"});
    return;
  }
  for (auto const& [field, unused] : json_.items())
    if (std::find(known_fields.begin(), known_fields.end(), field) == known_fields.end())
      wrong(field, "unknown_field", "ce champ est inconnu ici");
}

void Body::wrong(std::string const& field, std::string code, std::string message) {
  errors_.push_back({"/" + field, std::move(code), std::move(message)});
}

void Body::refuse() const {
  if (!errors_.empty()) throw invalid_data(errors_);
}

Json const* Body::find(std::string const& field, bool required) {
  if (json_.is_object() && json_.contains(field) && !json_[field].is_null()) return &json_[field];
  if (required && (json_.is_object() || json_.is_null()))
    wrong(field, "required", "ce champ est obligatoire");
  return nullptr;
}

namespace {
template <class T>
std::optional<T> read_as(Json const* json, std::string const& field, FieldErrors& errors) {
  if (!json) return std::nullopt;
  std::size_t const before = errors.size();
  T value = read_described<T>(*json, "/" + field, errors);
  return errors.size() == before ? std::optional<T>(value) : std::nullopt;
}
}  // namespace

std::optional<std::string> Body::text(std::string const& field) {
  auto const text = read_as<Text>(find(field, true), field, errors_);
  return text ? std::optional(text->value) : std::nullopt;
}

std::optional<std::string> Body::optional_text(std::string const& field) {
  auto const text = read_as<Text>(find(field, false), field, errors_);
  return text ? std::optional(text->value) : std::nullopt;
}

namespace {
std::optional<int> between(std::optional<int> number, std::string const& field, int least, int most,
                           FieldErrors& errors) {
  if (!number || (*number >= least && *number <= most)) return number;
  errors.push_back({"/" + field, "range",
                    "un nombre de " + std::to_string(least) + " à " + std::to_string(most) + " est attendu"});
  return std::nullopt;
}
}  // namespace

std::optional<int> Body::whole(std::string const& field, int least, int most) {
  return between(read_as<int>(find(field, true), field, errors_), field, least, most, errors_);
}

std::optional<int> Body::optional_whole(std::string const& field, int least, int most) {
  return between(read_as<int>(find(field, false), field, errors_), field, least, most, errors_);
}

std::optional<Date> Body::date(std::string const& field) {
  return read_as<Date>(find(field, true), field, errors_);
}

std::optional<Date> Body::optional_date(std::string const& field) {
  return read_as<Date>(find(field, false), field, errors_);
}

std::optional<Instant> Body::instant(std::string const& field) {
  auto const* json = find(field, true);
  if (!json) return std::nullopt;
  auto const instant = json->is_string() ? parse_instant(json->get_ref<std::string const&>()) : std::nullopt;
  if (!instant)
    wrong(field, "date", "un instant RFC 3339 est attendu, par exemple 2026-03-03T00:30:00+01:00");
  return instant;
}

std::vector<std::string> Body::texts(std::string const& field, std::size_t most) {
  auto const* json = find(field, true);
  if (!json) return {};
  bool const is_list =
      json->is_array() && !json->empty() && json->size() <= most &&
      std::all_of(json->begin(), json->end(), [](Json const& item) { return item.is_string(); });
  if (is_list) return json->get<std::vector<std::string>>();
  bool const is_empty = json->is_array() && json->empty();
  wrong(field, "type",
        is_empty ? "une liste d'au moins un texte est attendue"
                 : "une liste d'au plus " + std::to_string(most) + " textes est attendue");
  return {};
}

Json Body::object(std::string const& field) {
  auto const* json = find(field, false);
  if (!json) return Json::object();
  if (!json->is_object()) wrong(field, "type", "un objet est attendu");
  return *json;
}

}  // namespace jalon::api
