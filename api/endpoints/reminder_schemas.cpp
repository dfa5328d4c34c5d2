// Absences, and what will leave to the staff.
#include "api/endpoints/reminder_schemas.hpp"

#include "api/endpoints/openapi_schemas.hpp"
#include "api/endpoints/schema_parts.hpp"

namespace jalon::api::schemas {

Json new_absence() {
  return closed_object({{"login", text()},
                        {"from", date()},
                        {"until", date()},
                        {"reason", {{"enum", {"leave", "training", "mission", "other"}}}},
                        {"substitute", text()}},
                       {"from", "until", "reason"});
}
Json planned_messages() {
  return object({{"items", list_of(reference("PlannedDay"))},
                 {"next", maybe(text())},
                 {"urgent", list_of(object({{"login", text()},
                                            {"case", uuid()},
                                            {"reference", text()},
                                            {"message", text()},
                                            {"trouble", text()},
                                            {"entry_on", date()},
                                            {"leaves_at", instant()}},
                                           {"login", "case", "message", "trouble", "leaves_at"}))},
                 {"waiting", list_of(object({{"id", uuid()},
                                             {"template", text()},
                                             {"recipient", text()},
                                             {"to", maybe(text())},
                                             {"case", maybe(uuid())},
                                             {"not_before", maybe(instant())},
                                             {"attempts", whole()}},
                                            {"id", "template", "recipient", "attempts"}))}},
                {"items", "next", "urgent", "waiting"});
}
Json absence() {
  return object({{"id", uuid()},
                 {"login", text()},
                 {"name", text()},
                 {"from", date()},
                 {"until", date()},
                 {"reason", text()},
                 {"substitute", maybe(text())},
                 {"created_by", text()},
                 {"created_at", instant()},
                 {"ended_by", maybe(text())},
                 {"ended_at", maybe(instant())}},
                {"id", "login", "from", "until", "reason", "substitute", "ended_at"});
}

Json planned_day() {
  Json const line = object({{"case", uuid()},
                            {"reference", text()},
                            {"label", text()},
                            {"due", date()},
                            {"owner", role()},
                            {"section", text()},
                            {"because", text()},
                            {"instead_of", maybe(text())}},
                           {"case", "reference", "label", "due", "owner"});
  Json const digest = object({{"login", text()},
                              {"name", text()},
                              {"late", whole()},
                              {"this_week", whole()},
                              {"lines", list_of(line)}},
                             {"login", "name", "late", "this_week"});
  return object({{"day", date()},
                 {"open", flag()},
                 {"why_closed", maybe(text())},
                 {"leaves_at", maybe(instant())},
                 {"digests", list_of(digest)},
                 {"unheard", list_of(line)}},
                {"day", "open", "digests"});
}

}  // namespace jalon::api::schemas
