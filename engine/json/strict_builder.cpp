#include "engine/json/strict_builder.hpp"

#include <cmath>
#include <limits>

#include "engine/json/strict_json.hpp"

namespace jalon {

namespace {

constexpr int nlohmann_number_overflow = 406;

bool holds_nul(std::string const& text) {
  return text.find('\0') != text.npos;
}

}  // namespace

bool StrictBuilder::null() {
  place(nullptr);
  return true;
}

bool StrictBuilder::boolean(bool value) {
  place(value);
  return true;
}

bool StrictBuilder::number_integer(number_integer_t value) {
  place(value);
  return true;
}

bool StrictBuilder::number_unsigned(number_unsigned_t value) {
  if (value > static_cast<number_unsigned_t>(std::numeric_limits<number_integer_t>::max()))
    return refuse("nombre entier trop grand");
  place(value);
  return true;
}

bool StrictBuilder::number_float(number_float_t value, string_t const& text) {
  bool written_as_integer = text.find_first_of(".eE") == text.npos;
  if (written_as_integer) return refuse("nombre entier trop grand");
  if (!std::isfinite(value)) return refuse("nombre trop grand");
  place(value);
  return true;
}

bool StrictBuilder::string(string_t& value) {
  if (holds_nul(value)) return refuse("caractère nul dans une chaîne");
  place(std::move(value));
  return true;
}

bool StrictBuilder::binary(binary_t&) {
  return refuse("données binaires");
}

bool StrictBuilder::start_object(std::size_t) {
  return open(Json::object());
}

bool StrictBuilder::key(string_t& name) {
  if (holds_nul(name)) return refuse("caractère nul dans une clé");
  auto [member, is_new] = open_.back()->get_ref<Json::object_t&>().try_emplace(std::move(name));
  if (!is_new) return refuse("clé présente deux fois dans un même objet");
  member_ = &member->second;
  return true;
}

bool StrictBuilder::end_object() {
  return close();
}

bool StrictBuilder::start_array(std::size_t) {
  return open(Json::array());
}

bool StrictBuilder::end_array() {
  return close();
}

bool StrictBuilder::parse_error(std::size_t, std::string const&, nlohmann::detail::exception const& error) {
  return refuse(error.id == nlohmann_number_overflow ? "nombre trop grand" : "syntaxe ou encodage invalide");
}

bool StrictBuilder::refuse(std::string reason) {
  reason_ = std::move(reason);
  return false;
}

bool StrictBuilder::open(Json container) {
  if (open_.size() == json_depth_limit) return refuse("plus de 32 niveaux d'imbrication");
  open_.push_back(&place(std::move(container)));
  return true;
}

bool StrictBuilder::close() {
  open_.pop_back();
  return true;
}

// An array only grows while none of its members is open, so the addresses in open_ stay good.
Json& StrictBuilder::place(Json value) {
  if (open_.empty()) return document_ = std::move(value);
  if (open_.back()->is_array()) {
    auto& members = open_.back()->get_ref<Json::array_t&>();
    return members.emplace_back(std::move(value));
  }
  return *member_ = std::move(value);
}

}  // namespace jalon
