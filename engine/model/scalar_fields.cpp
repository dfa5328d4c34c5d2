#include "engine/model/scalar_fields.hpp"

#include <limits>

namespace jalon {

namespace {
bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool has_control(std::string_view text) {
  for (unsigned char c : text)
    if ((c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7f) return true;
  return false;
}
}  // namespace

bool is_sound_text(std::string_view text, std::size_t most_bytes) {
  return !is_blank(text) && text.size() <= most_bytes && !has_control(text);
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-'
             : std::string_view("0123456789abcdefABCDEF").find(text[i]) == std::string_view::npos)
      return false;
  }
  return true;
}

bool is_login(std::string_view text) {
  if (text.empty() || text.size() > 64) return false;
  return text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._@-") ==
         std::string_view::npos;
}

void Field<int, void>::read(Json const& json, int& value, std::string const& pointer, FieldErrors& errors) {
  if (!json.is_number_integer()) return errors.push_back({pointer, "type", "un nombre entier est attendu"});
  auto const number = json.get<std::int64_t>();
  if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max())
    return errors.push_back({pointer, "range", "ce nombre est hors limites"});
  value = static_cast<int>(number);
}

void Field<std::string, void>::read(Json const& json, std::string& value, std::string const& pointer,
                                    FieldErrors& errors) {
  if (!json.is_string()) return errors.push_back({pointer, "type", "un texte est attendu"});
  auto const& text = json.get_ref<std::string const&>();
  if (!text.empty() && !is_blank(text) && !is_sound_text(text))
    return errors.push_back({pointer, "value", "texte trop long ou caractère de contrôle"});
  value = text;
}

void Field<Text, void>::read(Json const& json, Text& text, std::string const& pointer, FieldErrors& errors) {
  if (!json.is_string()) return errors.push_back({pointer, "type", "un texte est attendu"});
  auto const& content = json.get_ref<std::string const&>();
  if (is_blank(content)) return errors.push_back({pointer, "empty", "ce texte ne peut pas être vide"});
  if (!is_sound_text(content))
    return errors.push_back({pointer, "value", "texte trop long (4 000 signes) ou caractère de contrôle"});
  text.value = content;
}

void Field<Date, void>::read(Json const& json, Date& date, std::string const& pointer, FieldErrors& errors) {
  auto const parsed = json.is_string() ? parse_date(json.get_ref<std::string const&>()) : std::nullopt;
  if (!parsed) return errors.push_back({pointer, "date", "une date AAAA-MM-JJ est attendue"});
  date = *parsed;
}

}  // namespace jalon
