#include "api/endpoints/disclosure_schemas.hpp"

#include "api/endpoints/schema_parts.hpp"

namespace jalon::api::schemas {

namespace {

Json one_of(std::vector<std::string> const& codes) {
  return {{"type", "string"}, {"enum", codes}};
}

Json purpose() {
  Json schema = one_of({"mdph", "team"});
  schema["description"] =
      "« mdph » : le membre de la MDPH lit l'urgence du dossier ; « team » : l'équipe de la personne lit les "
      "conclusions.";
  return schema;
}

Json way() {
  return one_of({"written", "oral"});
}

Json consents() {
  Json const entry = object({{"purpose", purpose()},
                             {"consent", consent()},
                             {"way", way()},
                             {"on", date()},
                             {"by", text()},
                             {"at", instant()}},
                            {"purpose", "consent", "way", "on", "by", "at"});
  return object(
      {{"case", uuid()}, {"mdph", maybe(consent())}, {"team", maybe(consent())}, {"entries", list_of(entry)}},
      {"case", "entries"});
}

Json team() {
  Json const colleague = object({{"login", text()}, {"name", text()}}, {"login", "name"});
  Json const member = object({{"login", text()}, {"name", text()}, {"since", instant()}, {"by", text()}},
                             {"login", "name", "since", "by"});
  Json const entry = object({{"login", text()},
                             {"name", text()},
                             {"change", one_of({"added", "ended"})},
                             {"by", text()},
                             {"at", instant()}},
                            {"login", "name", "change", "by", "at"});
  return object({{"case", uuid()},
                 {"referent", maybe(colleague)},
                 {"members", list_of(member)},
                 {"entries", list_of(entry)}},
                {"case", "referent", "members", "entries"});
}

Json reading() {
  return object(
      {{"at", instant()}, {"login", text()}, {"name", text()}, {"what", text()}, {"facts", list_of(text())}},
      {"at", "login", "name", "what", "facts"});
}

Json exceptional_access() {
  return object(
      {{"login", text()}, {"name", text()}, {"reason", text()}, {"at", instant()}, {"until", instant()}},
      {"login", "name", "reason", "at", "until"});
}

}  // namespace

Json consent() {
  return one_of({"given", "withdrawn"});
}

Json new_consent() {
  return closed_object({{"purpose", purpose()}, {"consent", consent()}, {"way", way()}, {"on", date()}},
                       {"purpose", "consent", "way"});
}

Json new_team_member() {
  return closed_object({{"login", text()}}, {"login"});
}

Json new_exceptional_access() {
  return closed_object({{"reason", {{"type", "string"}, {"minLength", 10}, {"maxLength", 500}}}}, {"reason"});
}

Json disclosure_components() {
  return {{"Consents", consents()},
          {"Team", team()},
          {"Reading", reading()},
          {"ExceptionalAccess", exceptional_access()}};
}

}  // namespace jalon::api::schemas
