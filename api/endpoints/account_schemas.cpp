#include "api/endpoints/account_schemas.hpp"

#include "api/endpoints/schema_parts.hpp"

namespace jalon::api::schemas {

namespace {

Json what_can_be_said() {
  Json roles = list_of(role());
  roles["minItems"] = 1;
  return {{"name", text()}, {"email", maybe(text())}, {"mdph", maybe(text())}, {"roles", roles}};
}

Json password() {
  return {{"type", "string"},
          {"minLength", 16},
          {"maxLength", 200},
          {"description", "Sans lui, Jalon en tire un au sort ; il n'est montré que dans cette réponse."}};
}

Json account_fields() {
  auto fields = what_can_be_said();
  fields.update({{"id", uuid()},
                 {"login", text()},
                 {"second_factor", flag()},
                 {"created_at", instant()},
                 {"disabled_at", maybe(instant())}});
  return fields;
}

Json token_fields() {
  return {{"id", uuid()},
          {"login", text()},
          {"name", text()},
          {"created_at", instant()},
          {"expires_at", instant()},
          {"last_used_at", maybe(instant())}};
}

std::vector<std::string> const account_parts{"id", "login", "name", "roles", "second_factor", "created_at"};
std::vector<std::string> const token_parts{"id", "login", "name", "created_at", "expires_at"};

}  // namespace

Json account() {
  return object(account_fields(), account_parts);
}

Json account_entry() {
  Json const what{{"type", "string"},
                  {"enum",
                   {"added", "amended", "disabled", "enabled", "password_set", "token_added", "token_revoked",
                    "second_factor_on", "second_factor_off", "recovery_code_used"}}};
  return object({{"what", what}, {"by", text()}, {"at", instant()}}, {"what", "by", "at"});
}

Json token() {
  return object(token_fields(), token_parts);
}

Json new_account() {
  auto fields = what_can_be_said();
  fields.update({{"login", text()}, {"password", password()}});
  return closed_object(fields, {"login", "name", "roles"});
}

Json opened_account() {
  auto fields = account_fields();
  fields["password"] = text();
  return object(fields, account_parts);
}

Json account_change() {
  return closed_object(what_can_be_said(), {"name", "roles"});
}

Json password_choice() {
  return closed_object({{"password", password()}}, {});
}

Json password_set() {
  return object({{"login", text()}, {"password", text()}}, {"login"});
}

Json new_token() {
  Json days{{"type", "integer"}, {"minimum", 1}, {"maximum", 3650}, {"default", 365}};
  days["description"] = "Durée de validité en jours, en temps réel.";
  return closed_object({{"login", text()}, {"name", text()}, {"days", days}}, {"login"});
}

Json opened_token() {
  auto fields = token_fields();
  fields["token"] = text();
  auto parts = token_parts;
  parts.emplace_back("token");
  return object(fields, parts);
}

}  // namespace jalon::api::schemas
