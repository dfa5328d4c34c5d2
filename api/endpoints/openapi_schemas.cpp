#include "api/endpoints/openapi_schemas.hpp"

#include "api/endpoints/account_schemas.hpp"
#include "api/endpoints/committee_schemas.hpp"
#include "api/endpoints/disclosure_schemas.hpp"
#include "api/endpoints/policy_schemas.hpp"
#include "api/endpoints/reminder_schemas.hpp"
#include "api/endpoints/retention_schemas.hpp"
#include "api/endpoints/schema_parts.hpp"
#include "engine/model/case_file.hpp"

namespace jalon::api::schemas {

namespace {

Json deadline() {
  return object({{"id", text()},
                 {"label", text()},
                 {"region", text()},
                 {"state", text()},
                 {"raw", date()},
                 {"due", date()},
                 {"derivation", text()},
                 {"overdue", flag()},
                 {"owner", role()}},
                {"id", "region", "state", "raw", "due", "derivation", "overdue", "owner"});
}
// Who is first of those who wait, when a seat is to be offered.
Json next_person() {
  return object({{"case", uuid()}, {"reference", text()}, {"family_name", text()}, {"given_name", text()}},
                {"case", "reference"});
}
Json task() {
  return object({{"id", uuid()},
                 {"case", maybe(uuid())},
                 {"kind", text()},
                 {"label", text()},
                 {"role", role()},
                 {"due", maybe(date())},
                 {"done", flag()},
                 {"template", maybe(text())},
                 {"person", maybe(object({{"family_name", text()}, {"given_name", text()}}, {}))},
                 {"session", maybe(uuid())},
                 {"next", maybe(next_person())},
                 {"transmission", maybe(uuid())},
                 {"wording", maybe(text())},
                 {"delivery", maybe(text())},
                 {"problem", maybe(text())}},
                {"id", "kind", "label", "role", "done"});
}
Json blocked_by() {
  return list_of(object({{"guard", text()}, {"message", text()}}, {"guard", "message"}));
}
Json action() {
  return object({{"event", text()},
                 {"label", text()},
                 {"roles", list_of(role())},
                 {"enabled", flag()},
                 {"blocked_by", blocked_by()},
                 {"data_schema", anything()}},
                {"event", "label", "roles", "enabled", "blocked_by", "data_schema"});
}
Json whole_case() {
  return object({{"id", uuid()},
                 {"reference", text()},
                 {"workflow", text()},
                 {"definition_version", whole()},
                 {"revision", whole()},
                 {"states", texts_by_name()},
                 {"closed", flag()},
                 {"deadlines", list_of(reference("Deadline"))},
                 {"tasks", list_of(reference("Task"))},
                 {"actions", list_of(reference("Action"))},
                 {"person", reference("Person")},
                 {"notification", reference("Notification")},
                 {"data", anything()}},
                {"id", "reference", "workflow", "definition_version", "revision", "states", "closed",
                 "deadlines", "tasks", "actions", "person", "notification", "data"});
}
Json case_summary() {
  return object({{"id", uuid()},
                 {"reference", text()},
                 {"workflow", text()},
                 {"states", texts_by_name()},
                 {"closed", flag()},
                 {"overdue", flag()},
                 {"due", maybe(date())},
                 {"person", anything()},
                 {"mdph", text()}},
                {"id", "reference", "workflow", "states", "closed", "overdue"});
}
Json history_entry() {
  return object({{"seq", whole()},
                 {"at", instant()},
                 {"occurred_on", date()},
                 {"event", text()},
                 {"actor", text()},
                 {"from", maybe(texts_by_name())},
                 {"to", texts_by_name()},
                 {"data", anything()},
                 {"effects", list_of(anything())}},
                {"seq", "at", "occurred_on", "event", "actor", "from", "to", "data", "effects"});
}
Json template_fields() {
  return {{"name", text()},
          {"version", text()},
          {"own", flag()},
          {"set_by", maybe(text())},
          {"set_at", maybe(instant())}};
}
Json whole_template() {
  auto fields = template_fields();
  fields["text"] = text();
  fields["remarks"] = list_of(text());
  return object(fields, {"name", "version", "own", "text"});
}
Json problem() {
  return object({{"type", text()},
                 {"title", text()},
                 {"status", whole()},
                 {"detail", text()},
                 {"errors", list_of(object({{"pointer", text()}, {"code", text()}, {"message", text()}},
                                           {"pointer", "code", "message"}))},
                 {"blocked_by", blocked_by()}},
                {"type", "title", "status"});
}

}  // namespace

Json reference(std::string const& component) {
  return {{"$ref", "#/components/schemas/" + component}};
}

Json page_of(std::string const& component) {
  return object({{"items", list_of(reference(component))}, {"next", maybe(text())}}, {"items", "next"});
}

Json open_case() {
  return closed_object(
      {{"workflow", text()}, {"person", reference("Person")}, {"notification", reference("Notification")}},
      {"workflow", "person", "notification"});
}
Json amendment() {
  return closed_object({{"person", anything()}, {"notification", anything()}}, {});
}
Json event() {
  return closed_object({{"event", text()}, {"data", anything()}, {"occurred_on", date()}}, {"event"});
}
Json correction() {
  return closed_object({{"back_to", whole()}, {"reason", text()}}, {"back_to", "reason"});
}
Json history_answer() {
  return {{"oneOf", {page_of("HistoryEntry"), reference("Case")}}};
}
Json confirmation() {
  return closed_object({{"on", date()}, {"proof", text()}}, {"on"});
}
Json batch_of_letters() {
  Json messages = list_of(uuid());
  messages["minItems"] = 1, messages["maxItems"] = 100;
  return closed_object({{"messages", messages}}, {"messages"});
}
Json batch_of_events() {
  Json items = list_of(closed_object({{"case", uuid()}}, {"case"}));
  items["minItems"] = 1, items["maxItems"] = 100;
  return closed_object({{"event", text()}, {"data", anything()}, {"occurred_on", date()}, {"items", items}},
                       {"event", "items"});
}
Json new_view() {
  return closed_object({{"name", text()}, {"filters", texts_by_name()}}, {"name"});
}
Json day() {
  return closed_object({{"on", date()}}, {"on"});
}
Json letter_return() {
  return closed_object({{"on", date()}, {"reason", text()}}, {"on", "reason"});
}
Json new_template() {
  return closed_object({{"text", text()}}, {"text"});
}
Json template_sample() {
  return closed_object({{"text", text()}, {"language", {{"type", "string"}, {"enum", {"usual", "plain"}}}}},
                       {});
}
Json new_signatory() {
  return closed_object({{"name", text()}, {"title", text()}}, {"name"});
}
Json new_committee() {
  return closed_object({{"held_on", date()}}, {"held_on"});
}
Json new_session() {
  Json const capacity{{"type", "integer"},
                      {"minimum", 1},
                      {"maximum", 200},
                      {"description", "Sans elle : « group_size » de la politique, si elle en donne un."}};
  return closed_object({{"entry_on", date()},
                        {"capacity", capacity},
                        {"weeks", {{"type", "integer"}, {"minimum", 1}, {"maximum", 14}}},
                        {"pre_reception_on", date()}},
                       {"entry_on"});
}
Json session_amendment() {
  return closed_object({{"entry_on", date()},
                        {"capacity", {{"type", "integer"}, {"minimum", 1}, {"maximum", 200}}},
                        {"weeks", {{"type", "integer"}, {"minimum", 1}, {"maximum", 14}}},
                        {"pre_reception_on", maybe(date())}},
                       {});
}
Json new_feed() {
  return closed_object({{"name", text()}}, {});
}
Json opened_feed() {
  return object({{"id", uuid()}, {"name", text()}, {"created_at", instant()}, {"address", text()}},
                {"id", "name", "created_at", "address"});
}
Json clock() {
  return object({{"now", instant()}, {"manual", flag()}}, {"now", "manual"});
}
Json new_clock() {
  return closed_object({{"now", instant()}}, {"now"});
}
Json clock_moved() {
  return object({{"now", instant()},
                 {"fired", list_of(object({{"case", uuid()}, {"deadline", text()}, {"at", instant()}},
                                          {"case", "deadline", "at"}))}},
                {"now", "fired"});
}
Json status() {
  return object({{"status", text()}}, {"status"});
}

Json components() {
  Json all{
      {"Case", whole_case()},
      {"CaseSummary", case_summary()},
      {"Deadline", deadline()},
      {"Task", task()},
      {"Action", action()},
      {"HistoryEntry", history_entry()},
      {"Person", schema_of<Person>()},
      {"Notification", schema_of<Notification>()},
      {"OverdueDeadline", object({{"case", uuid()},
                                  {"reference", text()},
                                  {"deadline", text()},
                                  {"state", text()},
                                  {"due", date()},
                                  {"owner", role()}},
                                 {"case", "reference", "deadline", "due", "owner"})},
      {"Message", object({{"id", uuid()},
                          {"case", maybe(uuid())},
                          {"kind", text()},
                          {"template", text()},
                          {"template_version", maybe(text())},
                          {"posted_on", maybe(date())},
                          {"returned_on", maybe(date())},
                          {"return_reason", maybe(text())},
                          {"status", text()}},
                         {"id", "kind", "template", "status"})},
      {"CaseCounts",
       object({{"open", list_of(object({{"state", text()}, {"count", whole()}}, {"state", "count"}))},
               {"closed", whole()}},
              {"open", "closed"})},
      {"SavedView",
       object({{"id", uuid()}, {"name", text()}, {"filters", texts_by_name()}}, {"id", "name", "filters"})},
      {"Transmission", transmission()},
      {"Committee", object({{"id", uuid()}, {"held_on", date()}, {"listed", whole()}}, {"id", "held_on"})},
      {"Session", object({{"id", uuid()},
                          {"entry_on", date()},
                          {"capacity", whole()},
                          {"taken", whole()},
                          {"weeks", whole()},
                          {"pre_reception_on", maybe(date())}},
                         {"id", "entry_on", "capacity", "taken", "weeks"})},
      {"Feed",
       object({{"id", uuid()}, {"name", text()}, {"created_at", instant()}}, {"id", "name", "created_at"})},
      {"WorkflowSummary",
       object({{"id", text()}, {"label", text()}, {"version", whole()}}, {"id", "label", "version"})},
      {"Signatory", object({{"template", text()}, {"name", maybe(text())}, {"title", maybe(text())}},
                           {"template", "name"})},
      {"TemplateSummary", object(template_fields(), {"name", "version", "own"})},
      {"Template", whole_template()},
      {"TemplateVersion", object({{"name", text()},
                                  {"version", whole()},
                                  {"text", maybe(text())},
                                  {"set_by", text()},
                                  {"set_at", instant()}},
                                 {"name", "version", "text", "set_by", "set_at"})},
      {"Problem", problem()}};
  all.update(committee_components());
  all.update(meeting_components());
  all.update({{"Absence", absence()}, {"PlannedDay", planned_day()}, {"SettingValue", setting_value()}});
  all.update(disclosure_components());
  all.update({{"Account", account()}, {"AccountEntry", account_entry()}, {"Token", token()}});
  all.update({{"Erasure", erasure()}, {"ErasureResult", erasure_result()}});
  return all;
}

}  // namespace jalon::api::schemas
