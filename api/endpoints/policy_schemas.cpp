#include "api/endpoints/policy_schemas.hpp"

#include "api/endpoints/openapi_schemas.hpp"
#include "api/endpoints/schema_parts.hpp"

namespace jalon::api::schemas {

namespace {

Json term() {
  return object({{"period", text()}, {"roll", text()}, {"after_reminder", text()}}, {});
}

Json effective() {
  Json const shipped =
      object({{"periods", list_of(text())}, {"rolls", list_of(text())}, {"after_reminder", maybe(text())}},
             {"periods", "rolls", "after_reminder"});
  Json const deadline = object({{"id", text()}, {"label", text()}, {"default", shipped}, {"own", term()}},
                               {"id", "label", "default", "own"});
  Json const document =
      object({{"id", text()}, {"label", text()}, {"required", flag()}}, {"id", "label", "required"});
  Json const letter =
      object({{"id", text()}, {"label", text()}, {"wanted", flag()}}, {"id", "label", "wanted"});
  return object({{"deadlines", list_of(deadline)},
                 {"documents", list_of(document)},
                 {"optional_letters", list_of(letter)},
                 {"group_size", maybe(whole())}},
                {"deadlines", "documents", "optional_letters", "group_size"});
}

Json named_case() {
  return {{"case", uuid()}, {"reference", text()}};
}

Json counted_cases(Json fields, std::vector<std::string> const& required) {
  return object({{"count", whole()}, {"cases", list_of(object(std::move(fields), required))}},
                {"count", "cases"});
}

Json value_given() {
  Json value = anything();
  value["description"] =
      "policy : {\"deadlines\": {\"file_return\": {\"period\": \"P45D\", \"roll\": \"next_opening_day\", "
      "\"after_reminder\": \"P21D\"}}, \"required_documents\": [\"social_sheet\"], \"group_size\": 12, "
      "\"optional_letters\": [\"acknowledgement\"]} ; "
      "calendar : {\"region\": \"metropole\", \"closures\": [{\"first\", \"last\", \"reason\"}]}. Ce qui n'y "
      "est "
      "pas est comme le parcours le prévoit.";
  return value;
}

Json in_force_fields() {
  Json const planned =
      object({{"valid_from", date()}, {"value", anything()}, {"clocks", anything()}, {"planned_by", text()}},
             {"valid_from", "value", "clocks", "planned_by"});
  return {{"name", text()},
          {"own", maybe(reference("SettingValue"))},
          {"planned", list_of(planned)},
          {"effective", effective()}};
}

}  // namespace

Json setting_value() {
  return object({{"value", anything()}, {"revision", whole()}, {"set_by", text()}, {"set_at", instant()}},
                {"value", "revision", "set_by", "set_at"});
}

Json setting_in_force() {
  return object(in_force_fields(), {"name", "own", "planned"});
}

Json setting_to_preview() {
  return closed_object({{"value", value_given()}}, {"value"});
}

Json setting_preview() {
  Json const day_and_why = object({{"due", date()}, {"derivation", text()}}, {"due", "derivation"});
  Json fields = named_case();
  fields.update({{"number", whole()}, {"before", day_and_why}, {"after", day_and_why}});
  Json by_deadline = counted_cases(fields, {"case", "reference", "number", "before", "after"});
  by_deadline["properties"]["deadline"] = text();
  by_deadline["required"].push_back("deadline");
  Json const files = counted_cases(named_case(), {"case", "reference"});
  return object({{"dates", list_of(by_deadline)}, {"completed", files}, {"incompleted", files}},
                {"dates", "completed", "incompleted"});
}

Json setting_to_set() {
  Json const clock{{"type", "string"}, {"enum", {"kept", "restarted"}}};
  Json clocks{{"type", "object"}, {"additionalProperties", clock}};
  clocks["description"] =
      "Par échéance : « kept » garde les dates en cours ; « restarted » les compte à nouveau, du même jour.";
  Json valid_from = date();
  valid_from["description"] = "Le premier jour, à venir ; aussitôt quand il n'est pas dit.";
  return closed_object({{"value", value_given()}, {"clocks", clocks}, {"valid_from", valid_from}}, {"value"});
}

Json setting_set() {
  Json fields = named_case();
  fields.update({{"done", flag()}, {"why", text()}});
  Json recounted = counted_cases(fields, {"case", "reference", "done"});
  recounted["properties"]["failed"] = whole();
  recounted["required"].push_back("failed");
  Json all = in_force_fields();
  all["recounted"] = recounted;
  return object(all, {"name", "own", "planned", "recounted"});
}

}  // namespace jalon::api::schemas
