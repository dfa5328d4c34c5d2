#include "engine/model/case_file.hpp"

#include <algorithm>
#include <cctype>

#include "engine/text/email_address.hpp"
#include "engine/text/utf8.hpp"

namespace jalon {

bool is_department(std::string_view code) {
  if (code == "2A" || code == "2B") return true;
  if (code.size() != 2 && code.size() != 3) return false;
  if (!std::all_of(code.begin(), code.end(), [](unsigned char c) { return std::isdigit(c); })) return false;
  int const number = std::stoi(std::string(code));
  if (code.size() == 2) return number >= 1 && number <= 95 && number != 20;
  return (number >= 971 && number <= 978) || (number >= 984 && number <= 988);
}

void check_person(Person const& person, Date today, std::string const& pointer, FieldErrors& errors) {
  auto const refuse = [&](char const* field, char const* code, char const* message) {
    errors.push_back({pointer + "/" + field, code, message});
  };
  auto const check_name = [&](char const* field, std::string const& name) {
    if (utf8::length(name) > 200) refuse(field, "range", "200 signes au plus");
    if (name.find_first_of("\r\n\t") != std::string::npos)
      refuse(field, "value", "un nom tient sur une ligne");
  };
  check_name("family_name", person.family_name.value);
  check_name("given_name", person.given_name.value);
  if (person.birth_date > today) refuse("birth_date", "future", "la date de naissance est dans l'avenir");
  if (person.email && !person.email->empty() && !is_mailable_address(*person.email))
    refuse("email", "value", "cette adresse électronique n'a pas la forme attendue");
}

void check_notification(Notification const& notification, Date today, std::string const& pointer,
                        FieldErrors& errors) {
  auto const refuse = [&](char const* field, char const* code, char const* message) {
    errors.push_back({pointer + "/" + field, code, message});
  };
  if (notification.received_on > today)
    refuse("received_on", "future", "la date de réception est dans l'avenir");
  if (!is_department(notification.mdph))
    refuse("mdph", "value", "un numéro de département est attendu, par exemple « 12 »");
  if (notification.valid_from && notification.valid_until &&
      *notification.valid_until < *notification.valid_from)
    refuse("valid_until", "value", "la fin de validité précède son début");
}

}  // namespace jalon
