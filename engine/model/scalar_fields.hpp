// How the scalar field types are read, written and described (see described.hpp).
#pragma once
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <string>
#include <type_traits>

#include "engine/json/json.hpp"
#include "engine/model/field_error.hpp"
#include "engine/model/field_types.hpp"

namespace jalon {

template <class T, class>
struct Field;

// Text as a form may bring it: false when blank, too long or with a control character other than a line's
// end.
bool is_sound_text(std::string_view text, std::size_t most_bytes = 4000);
bool is_uuid(std::string_view text);
bool is_login(std::string_view text);

template <>
struct Field<bool, void> {
  static void read(Json const& json, bool& value, std::string const& pointer, FieldErrors& errors) {
    if (!json.is_boolean()) return errors.push_back({pointer, "type", "oui ou non est attendu"});
    value = json.get<bool>();
  }
  static Json write(bool value) { return value; }
  static Json schema() { return {{"type", "boolean"}}; }
};

template <>
struct Field<int, void> {
  static void read(Json const& json, int& value, std::string const& pointer, FieldErrors& errors);
  static Json write(int value) { return value; }
  static Json schema() { return {{"type", "integer"}}; }
};

template <int Least, int Most>
struct Field<Whole<Least, Most>, void> {
  static void read(Json const& json, Whole<Least, Most>& whole, std::string const& pointer,
                   FieldErrors& errors) {
    std::size_t const before = errors.size();
    Field<int, void>::read(json, whole.value, pointer, errors);
    if (errors.size() == before && (whole.value < Least || whole.value > Most))
      errors.push_back(
          {pointer, "range",
           "un nombre de " + std::to_string(Least) + " à " + std::to_string(Most) + " est attendu"});
  }
  static Json write(Whole<Least, Most> const& whole) { return whole.value; }
  static Json schema() { return {{"type", "integer"}, {"minimum", Least}, {"maximum", Most}}; }
};

template <int... Values>
struct Field<Among<Values...>, void> {
  static void read(Json const& json, Among<Values...>& among, std::string const& pointer,
                   FieldErrors& errors) {
    std::size_t const before = errors.size();
    Field<int, void>::read(json, among.value, pointer, errors);
    if (errors.size() == before && !((among.value == Values) || ...))
      errors.push_back({pointer, "value", "ce nombre n'est pas de ceux attendus"});
  }
  static Json write(Among<Values...> const& among) { return among.value; }
  static Json schema() { return {{"type", "integer"}, {"enum", {Values...}}}; }
};

template <>
struct Field<std::string, void> {
  static void read(Json const& json, std::string& value, std::string const& pointer, FieldErrors& errors);
  static Json write(std::string const& value) { return value; }
  static Json schema() { return {{"type", "string"}, {"maxLength", 4000}}; }
};

template <>
struct Field<Text, void> {
  static void read(Json const& json, Text& text, std::string const& pointer, FieldErrors& errors);
  static Json write(Text const& text) { return text.value; }
  static Json schema() { return {{"type", "string"}, {"minLength", 1}, {"maxLength", 4000}}; }
};

template <>
struct Field<Date, void> {
  static void read(Json const& json, Date& date, std::string const& pointer, FieldErrors& errors);
  static Json write(Date const& date) { return to_string(date); }
  static Json schema() { return {{"type", "string"}, {"format", "date"}}; }
};

template <>
struct Field<OwnDate, void> {
  static void read(Json const& json, OwnDate& date, std::string const& pointer, FieldErrors& errors) {
    Field<Date, void>::read(json, date.value, pointer, errors);
  }
  static Json write(OwnDate const& date) { return to_string(date.value); }
  static Json schema() { return Field<Date, void>::schema(); }
};

template <>
struct Field<Agreed, void> {
  static void read(Json const& json, Agreed&, std::string const& pointer, FieldErrors& errors) {
    if (json != Json(true))
      errors.push_back({pointer, "value", "l'accord de la personne est nécessaire (true)"});
  }
  static Json write(Agreed const&) { return true; }
  static Json schema() { return {{"type", "boolean"}, {"enum", {true}}}; }
};

template <Literal... Codes>
struct Field<Code<Codes...>, void> {
  static void read(Json const& json, Code<Codes...>& code, std::string const& pointer, FieldErrors& errors) {
    if (!json.is_string() || !((json.get_ref<std::string const&>() == Codes.view()) || ...))
      return errors.push_back({pointer, "value", "ce code n'est pas admis ici"});
    code.value = json.get<std::string>();
  }
  static Json write(Code<Codes...> const& code) { return code.value; }
  static Json schema() { return {{"type", "string"}, {"enum", {std::string(Codes.view())...}}}; }
};

template <Referent What>
struct Field<Reference<What>, void> {
  static void read(Json const& json, Reference<What>& reference, std::string const& pointer,
                   FieldErrors& errors) {
    if (!json.is_string() || !is_sound(json.get_ref<std::string const&>()))
      return errors.push_back({pointer, "reference", "un identifiant est attendu"});
    reference.value = json.get<std::string>();
  }
  static Json write(Reference<What> const& reference) { return reference.value; }
  static Json schema() {
    if constexpr (What == Referent::account) return {{"type", "string"}, {"maxLength", 64}};
    return {{"type", "string"}, {"format", "uuid"}};
  }
  static bool is_sound(std::string const& text) {
    return What == Referent::account ? is_login(text) : is_uuid(text);
  }
};

template <class E>
struct Field<E, std::enable_if_t<boost::describe::has_describe_enumerators<E>::value>> {
  static void read(Json const& json, E& value, std::string const& pointer, FieldErrors& errors) {
    if (!json.is_string() ||
        !boost::describe::enum_from_string(json.get_ref<std::string const&>().c_str(), value))
      errors.push_back({pointer, "value", "valeur inconnue ; attendu : " + names()});
  }
  static Json write(E value) { return boost::describe::enum_to_string(value, "?"); }
  static Json schema() {
    Json values = Json::array();
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto enumerator) { values.push_back(enumerator.name); });
    return {{"type", "string"}, {"enum", values}};
  }

 private:
  static std::string names() {
    std::string names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto enumerator) { names += (names.empty() ? "" : ", ") + std::string(enumerator.name); });
    return names;
  }
};

}  // namespace jalon
