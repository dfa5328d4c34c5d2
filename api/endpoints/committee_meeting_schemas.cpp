// Schemas of a committee's dates and minutes.
#include "api/endpoints/committee_schemas.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "api/endpoints/schema_parts.hpp"

namespace jalon::api::schemas {

namespace {

Json some(Json items, int most) {
  Json list = list_of(std::move(items));
  list["minItems"] = 1, list["maxItems"] = most;
  return list;
}

Json answer_code() {
  return {{"type", "string"}, {"enum", {"yes", "no", "if_needed"}}};
}

Json proposal() {
  Json const answer = object({{"login", text()}, {"name", text()}, {"answer", answer_code()}}, {"login"});
  Json const day = object({{"on", date()},
                           {"yes", whole()},
                           {"if_needed", whole()},
                           {"no", whole()},
                           {"answers", list_of(answer)}},
                          {"on", "yes", "if_needed", "no", "answers"});
  return object({{"id", uuid()},
                 {"dates", list_of(day)},
                 {"note", maybe(text())},
                 {"proposed_by", text()},
                 {"proposed_at", instant()},
                 {"chosen_on", maybe(date())},
                 {"committee", maybe(uuid())}},
                {"id", "dates", "proposed_by", "proposed_at"});
}

Json minutes() {
  Json const decision = object({{"case", uuid()},
                                {"reference", text()},
                                {"family_name", text()},
                                {"given_name", text()},
                                {"mdph", text()},
                                {"outcome", maybe(text())},
                                {"aim", maybe(text())},
                                {"choice", maybe(text())},
                                {"social_urgency", maybe(whole())},
                                {"medical_urgency", maybe(whole())},
                                {"rank", maybe(whole())},
                                {"motive", maybe(text())},
                                {"consent", maybe(text())},
                                {"withheld", maybe(text())}},
                               {"case", "reference"});
  return object({{"committee", uuid()},
                 {"held_on", date()},
                 {"version", whole()},
                 {"recorded_by", text()},
                 {"recorded_at", instant()},
                 {"present", list_of(object({{"role", text()}, {"name", text()}}, {"role", "name"}))},
                 {"remarks", maybe(text())},
                 {"decisions", list_of(decision)}},
                {"committee", "held_on", "version", "present", "decisions"});
}

}  // namespace

Json new_proposal() {
  return closed_object({{"dates", some(date(), 12)}, {"note", text()}}, {"dates"});
}
Json proposal_answers() {
  return closed_object(
      {{"answers", some(closed_object({{"on", date()}, {"answer", answer_code()}}, {"on", "answer"}), 12)}},
      {"answers"});
}
Json proposal_choice() {
  return closed_object({{"date", date()}}, {"date"});
}
Json new_minutes() {
  return closed_object(
      {{"present", some(closed_object({{"role", text()}, {"name", text()}}, {"role", "name"}), 30)},
       {"remarks", text()}},
      {"present"});
}

Json meeting_components() {
  return {{"CommitteeProposal", proposal()}, {"CommitteeMinutes", minutes()}};
}

}  // namespace jalon::api::schemas
