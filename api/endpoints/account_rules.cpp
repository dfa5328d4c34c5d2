#include "api/endpoints/account_rules.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "api/endpoints/hashing.hpp"
#include "api/passwords/common_passwords.hpp"
#include "engine/model/case_file.hpp"
#include "engine/model/scalar_fields.hpp"
#include "engine/text/email_address.hpp"

namespace jalon::api {

namespace {

constexpr std::size_t least = 16, most = 200, longest_name = 200, fewest_different = 5;

std::string in_lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

bool tells_login(std::string const& password, std::string const& login) {
  return login.size() > 2 && in_lower_case(password).find(in_lower_case(login)) != std::string::npos;
}

// Counted as people count: a letter with its accent is one.
std::size_t signs_of(std::string const& text) {
  return std::size_t(
      std::count_if(text.begin(), text.end(), [](unsigned char c) { return (c & 0xc0) != 0x80; }));
}

bool is_partner(AccountChange const& account) {
  return std::find(account.roles.begin(), account.roles.end(), "mdph_partner") != account.roles.end();
}

void check_roles(AccountChange const& account, FieldErrors& errors) {
  if (account.roles.empty()) errors.push_back({"/roles", "required", "un rôle au moins est attendu"});
  std::set<std::string> seen;
  for (auto const& role : account.roles)
    if (!parse_role(role) || !seen.insert(role).second)
      errors.push_back({"/roles", "value", "le rôle « " + role + " » n'existe pas, ou est dit deux fois"});
  if (is_partner(account) && !is_department(account.mdph.value_or("")))
    errors.push_back({"/mdph", "required",
                      "un partenaire de la MDPH demande le numéro de son département, par exemple 12"});
  if (!is_partner(account) && account.mdph)
    errors.push_back({"/mdph", "value", "seul un partenaire de la MDPH a un département"});
}

}  // namespace

std::optional<std::string> fault_of_password(std::string const& password, PasswordOwner const& owner) {
  if (signs_of(password) < least) return "le mot de passe compte au moins 16 signes";
  if (password.size() > most) return "le mot de passe compte au plus 200 signes";
  if (std::set<char>(password.begin(), password.end()).size() < fewest_different)
    return "ce mot de passe répète toujours les mêmes signes";
  if (tells_login(password, owner.login)) return "le mot de passe ne contient pas l'identifiant";
  if (passwords::says(password, owner.house_name))
    return "le mot de passe ne contient pas le nom de l'établissement";
  if (passwords::says(password, "jalon")) return "le mot de passe ne contient pas « jalon »";
  if (passwords::is_common(password))
    return "ce mot de passe n'est fait que de mots de passe courants ; prenez plutôt quatre mots sans "
           "rapport entre eux";
  return std::nullopt;
}

std::string name_on_letters(Registers& registers, std::string const& establishment) {
  auto const head = registers.setting(establishment, "letter_head");
  return head.is_object() ? head.value("name", "") : "";
}

std::string new_password() {
  static constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789";
  std::string password;
  for (int group = 0; group < 5; ++group) {
    if (group > 0) password += '-';
    for (int i = 0; i < 4; ++i) password += letters[random_below(letters.size())];
  }
  return password;
}

FieldErrors faults_of_account(AccountChange const& account) {
  FieldErrors errors;
  if (!is_login(account.login) || is_uuid(account.login))
    errors.push_back(
        {"/login", "value", "l'identifiant se compose de lettres, chiffres et . _ @ - (64 signes au plus)"});
  if (!is_sound_text(account.name, longest_name))
    errors.push_back({"/name", "value", "le nom a de 1 à 200 signes"});
  if (account.email && !is_mailable_address(*account.email))
    errors.push_back({"/email", "value", "cette adresse électronique n'a pas la forme attendue"});
  check_roles(account, errors);
  return errors;
}

}  // namespace jalon::api
