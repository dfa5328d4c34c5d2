// One description of a struct (Boost.Describe), three uses: reading it from JSON with every error, writing
// it, and its JSON Schema for forms and for the OpenAPI document. A struct without a description does not
// compile.
#pragma once
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <optional>
#include <string>
#include <type_traits>

#include "engine/json/json.hpp"
#include "engine/model/field_error.hpp"
#include "engine/model/field_labels.hpp"
#include "engine/model/field_types.hpp"
#include "engine/model/scalar_fields.hpp"

namespace jalon {

template <class T>
struct MembersOf {
  static_assert(boost::describe::has_describe_members<T>::value || std::is_empty_v<T>,
                "a struct with data needs BOOST_DESCRIBE_STRUCT");
  template <class U>
  using describe = boost::describe::describe_members<U, boost::describe::mod_any_access>;
  using type = boost::mp11::mp_eval_if<std::is_empty<T>, boost::mp11::mp_list<>, describe, T>;
};
template <class T>
using members_of = typename MembersOf<T>::type;

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

// How a value of type T is read, written and described. The primary template is a struct with members.
template <class T, class = void>
struct Field {
  static void read(Json const& json, T& value, std::string const& pointer, FieldErrors& errors) {
    if (!json.is_object()) return errors.push_back({pointer, "type", "un objet est attendu"});
    refuse_unknown(json, pointer, errors);
    boost::mp11::mp_for_each<members_of<T>>(
        [&](auto member) { read_member(json, member.name, value.*member.pointer, pointer, errors); });
  }
  static Json write(T const& value) {
    Json json = Json::object();
    boost::mp11::mp_for_each<members_of<T>>([&](auto member) {
      using M = std::remove_cvref_t<decltype(value.*member.pointer)>;
      if constexpr (IsOptional<M>::value) {
        if (value.*member.pointer)
          json[member.name] = Field<typename M::value_type>::write(*(value.*member.pointer));
      } else {
        json[member.name] = Field<M>::write(value.*member.pointer);
      }
    });
    return json;
  }
  static Json schema() {
    Json properties = Json::object(), required = Json::array();
    boost::mp11::mp_for_each<members_of<T>>([&](auto member) {
      using M = std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>;
      Json property = Field<M>::schema();
      property["title"] = std::string(french_label_of(member.name));
      properties[member.name] = std::move(property);
      if constexpr (!IsOptional<M>::value) required.push_back(member.name);
    });
    Json schema{{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
    if (!required.empty()) schema["required"] = required;
    return schema;
  }

 private:
  template <class M>
  static void read_member(Json const& json, char const* name, M& value, std::string const& pointer,
                          FieldErrors& errors) {
    auto found = json.find(name);
    if constexpr (IsOptional<M>::value) {
      if (found == json.end() || found->is_null()) return;
      Field<typename M::value_type>::read(*found, value.emplace(), pointer + "/" + name, errors);
    } else if (found == json.end()) {
      errors.push_back({pointer + "/" + name, "required", "ce champ est obligatoire"});
    } else {
      Field<M>::read(*found, value, pointer + "/" + name, errors);
    }
  }
  static void refuse_unknown(Json const& json, std::string const& pointer, FieldErrors& errors) {
    for (auto const& [name, unused] : json.items()) {
      bool known = false;
      boost::mp11::mp_for_each<members_of<T>>([&](auto member) { known = known || name == member.name; });
      if (!known) errors.push_back({pointer + "/" + name, "unknown_field", "ce champ est inconnu ici"});
    }
  }
};

template <class T>
struct Field<std::optional<T>> {
  static Json schema() { return Field<T>::schema(); }
};

template <class T>
struct Field<std::vector<T>> {
  static void read(Json const& json, std::vector<T>& list, std::string const& pointer, FieldErrors& errors) {
    if (!json.is_array()) return errors.push_back({pointer, "type", "une liste est attendue"});
    for (std::size_t i = 0; i < json.size(); ++i)
      Field<T>::read(json[i], list.emplace_back(), pointer + "/" + std::to_string(i), errors);
  }
  static Json write(std::vector<T> const& list) {
    Json json = Json::array();
    for (auto const& value : list) json.push_back(Field<T>::write(value));
    return json;
  }
  static Json schema() { return {{"type", "array"}, {"items", Field<T>::schema()}}; }
};

// At the door a list is bounded; false, with the error, when it is too long.
inline bool is_short(Json const& json, std::string const& pointer, FieldErrors& errors) {
  if (!json.is_array() || json.size() <= 200) return true;
  errors.push_back({pointer, "range", "200 éléments au plus"});
  return false;
}

template <class T>
struct Field<ListOf<T>> {
  static void read(Json const& json, ListOf<T>& list, std::string const& pointer, FieldErrors& errors) {
    if (is_short(json, pointer, errors)) Field<std::vector<T>>::read(json, list.values, pointer, errors);
  }
  static Json write(ListOf<T> const& list) { return Field<std::vector<T>>::write(list.values); }
  static Json schema() { return {{"type", "array"}, {"items", Field<T>::schema()}, {"maxItems", 200}}; }
};

template <class E>
struct Field<Several<E>> {
  static void read(Json const& json, Several<E>& some, std::string const& pointer, FieldErrors& errors) {
    read_distinct(json, some.values, pointer, errors);
    if (json.is_array() && json.empty())
      errors.push_back({pointer, "empty", "au moins une valeur est attendue"});
  }
  static Json write(Several<E> const& some) { return Field<std::vector<E>>::write(some.values); }
  static Json schema() {
    return {{"type", "array"}, {"items", Field<E>::schema()}, {"minItems", 1}, {"uniqueItems", true}};
  }
};

template <class E>
struct Field<AnyOf<E>> {
  static void read(Json const& json, AnyOf<E>& any, std::string const& pointer, FieldErrors& errors) {
    read_distinct(json, any.values, pointer, errors);
  }
  static Json write(AnyOf<E> const& any) { return Field<std::vector<E>>::write(any.values); }
  static Json schema() { return {{"type", "array"}, {"items", Field<E>::schema()}, {"uniqueItems", true}}; }
};

template <class E>
void read_distinct(Json const& json, std::vector<E>& values, std::string const& pointer,
                   FieldErrors& errors) {
  std::size_t const before = errors.size();
  if (!is_short(json, pointer, errors)) return;
  Field<std::vector<E>>::read(json, values, pointer, errors);
  if (errors.size() != before) return;
  for (std::size_t i = 0; i < values.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (values[i] == values[j])
        errors.push_back({pointer + "/" + std::to_string(i), "value", "cette valeur est en double"});
}

// Reads a whole T; what is wrong is appended to `errors`, and the value is then not to be used.
template <class T>
T read_described(Json const& json, std::string const& pointer, FieldErrors& errors) {
  T value{};
  Field<T>::read(json, value, pointer, errors);
  return value;
}

template <class T>
Json write_described(T const& value) {
  return Field<T>::write(value);
}

template <class T>
Json schema_of() {
  return Field<T>::schema();
}

}  // namespace jalon
