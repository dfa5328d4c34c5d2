#include "api/endpoints/committee_schemas.hpp"

#include "api/endpoints/disclosure_schemas.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "api/endpoints/schema_parts.hpp"

namespace jalon::api::schemas {

namespace {

Json urgency() {
  return {{"type", "integer"}, {"minimum", 0}, {"maximum", 3}};
}
Json conclusion() {
  return {{"type", "string"}, {"minLength", 1}, {"maxLength", 500}};
}

Json priority_fields() {
  return {{"case", uuid()},
          {"reference", text()},
          {"family_name", text()},
          {"given_name", text()},
          {"mdph", text()},
          {"state", text()},
          {"returned_on", maybe(date())},
          {"valid_until", maybe(date())},
          {"social_urgency", maybe(urgency())},
          {"social_reason", maybe(text())},
          {"medical_urgency", maybe(urgency())},
          {"medical_reason", maybe(text())},
          {"aim", maybe(text())},
          {"choice", maybe(text())},
          {"rank", maybe(whole())},
          {"place", whole()},
          {"reason", text()},
          {"difference", maybe(text())},
          {"consent", maybe(consent())},
          {"withheld", maybe(text())},
          {"erased", flag()}};
}
Json priority_line() {
  return object(priority_fields(), {"case", "reference", "place", "reason"});
}

Json committee_list() {
  return object({{"committee", uuid()},
                 {"held_on", date()},
                 {"status", {{"type", "string"}, {"enum", {"draft", "sent"}}}},
                 {"version", maybe(whole())},
                 {"sent_at", maybe(instant())},
                 {"sent_by", maybe(text())},
                 {"lines", list_of(reference("PriorityLine"))}},
                {"committee", "held_on", "status", "lines"});
}

Json committee_summary() {
  Json const version = object(
      {{"version", whole()}, {"sent_at", instant()}, {"sent_by", text()}, {"files", whole()}}, {"version"});
  Json const member = object({{"login", text()},
                              {"name", text()},
                              {"roles", list_of(text())},
                              {"mdph", maybe(text())},
                              {"has_email", flag()},
                              {"files", whole()}},
                             {"login", "name", "roles", "has_email", "files"});
  return object(
      {{"id", uuid()}, {"held_on", date()}, {"lists", list_of(version)}, {"members", list_of(member)}},
      {"id", "held_on", "lists"});
}

Json sent_list() {
  return object({{"version", whole()},
                 {"sent_at", instant()},
                 {"files", whole()},
                 {"recipients", list_of(text())},
                 {"without_email", list_of(text())},
                 {"without_consent", list_of(text())}},
                {"version", "sent_at", "files", "recipients", "without_email", "without_consent"});
}

// How the case stands now; when not done, why.
Json batch_result() {
  return object({{"case", uuid()},
                 {"done", flag()},
                 {"reference", text()},
                 {"revision", whole()},
                 {"states", texts_by_name()},
                 {"problem", reference("Problem")}},
                {"case", "done"});
}

Json session_seats() {
  Json const seat = object({{"case", uuid()},
                            {"reference", text()},
                            {"family_name", text()},
                            {"given_name", text()},
                            {"mdph", text()},
                            {"state", text()}},
                           {"case", "reference", "state"});
  auto waiting = priority_fields();
  waiting["offered"] = flag(), waiting["reason"] = maybe(text());
  return object({{"id", uuid()},
                 {"entry_on", date()},
                 {"pre_reception_on", maybe(date())},
                 {"weeks", whole()},
                 {"capacity", whole()},
                 {"taken", whole()},
                 {"free", whole()},
                 {"seats", list_of(seat)},
                 {"waiting", list_of(object(waiting, {"case", "reference", "place", "offered"}))}},
                {"id", "entry_on", "weeks", "capacity", "taken", "free", "seats", "waiting"});
}

}  // namespace

Json new_grade() {
  return closed_object({{"urgency", urgency()}, {"reason", conclusion()}}, {"urgency", "reason"});
}

Json decisions() {
  Json items = list_of(closed_object({{"case", uuid()}, {"data", anything()}}, {"case", "data"}));
  items["minItems"] = 1, items["maxItems"] = 100;
  return closed_object({{"decisions", items}, {"occurred_on", date()}}, {"decisions"});
}

// Beside the case the fields of hold_pre_reception.
Json pre_reception_results() {
  Json items = list_of(closed_object({{"case", uuid()},
                                      {"attended", flag()},
                                      {"medically_stable", flag()},
                                      {"social_urgency", flag()},
                                      {"missing_documents", list_of(text())}},
                                     {"case", "attended"}));
  items["minItems"] = 1, items["maxItems"] = 100;
  return closed_object({{"results", items}, {"occurred_on", date()}}, {"results"});
}

Json committee_components() {
  return {{"PriorityLine", priority_line()},
          {"CommitteeGrade", object({{"case", uuid()}, {"urgency", urgency()}, {"reason", conclusion()}},
                                    {"case", "urgency", "reason"})},
          {"CommitteeList", committee_list()},
          {"CommitteeSummary", committee_summary()},
          {"SentCommitteeList", sent_list()},
          {"BatchResult", batch_result()},
          {"SessionSeats", session_seats()}};
}

}  // namespace jalon::api::schemas
