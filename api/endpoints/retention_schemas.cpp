#include "api/endpoints/retention_schemas.hpp"

#include "api/endpoints/retention.hpp"
#include "api/endpoints/schema_parts.hpp"
#include "engine/policy/retention_setting.hpp"

namespace jalon::api::schemas {

namespace {

Json months() {
  return {{"type", "integer"},
          {"minimum", RetentionBounds::least_months},
          {"maximum", RetentionBounds::most_months},
          {"description", "Mois après le dernier événement d'un dossier clos."}};
}

Json before() {
  auto day = date();
  day["description"] = "Les dossiers clos avant ce jour sont à effacer.";
  return day;
}

Json case_due() {
  auto why = maybe(text());
  why["description"] = "Pourquoi il est encore gardé ; null pour un dossier à effacer.";
  return object({{"case", uuid()},
                 {"reference", text()},
                 {"workflow", text()},
                 {"state", text()},
                 {"closed_on", date()},
                 {"entries", whole()},
                 {"letters", whole()},
                 {"transmissions", whole()},
                 {"kept_because", why}},
                {"case", "reference", "workflow", "state", "closed_on", "entries", "letters", "transmissions",
                 "kept_because"});
}

}  // namespace

Json retention_rule() {
  return object({{"months", months()}, {"before", before()}}, {"months", "before"});
}

Json new_retention_rule() {
  return closed_object({{"months", months()}}, {"months"});
}

Json cases_due() {
  return object(
      {{"months", months()}, {"before", before()}, {"cases", list_of(case_due())}, {"next", maybe(text())}},
      {"months", "before", "cases", "next"});
}

Json cases_to_erase() {
  auto cases = list_of(uuid());
  cases["minItems"] = 1, cases["maxItems"] = most_erased_at_once;
  Json const confirm{{"type", "string"}, {"enum", {erase_word}}};
  return closed_object({{"cases", cases}, {"confirm", confirm}}, {"cases", "confirm"});
}

Json erasure() {
  return object(
      {{"reference", text()},
       {"workflow", text()},
       {"state", text()},
       {"opened_on", date()},
       {"closed_on", date()},
       {"entries", whole()},
       {"erased_at", instant()},
       {"erased_by", text()}},
      {"reference", "workflow", "state", "opened_on", "closed_on", "entries", "erased_at", "erased_by"});
}

Json erasure_result() {
  return object({{"case", uuid()}, {"reference", maybe(text())}, {"done", flag()}, {"reason", maybe(text())}},
                {"case", "reference", "done", "reason"});
}

}  // namespace jalon::api::schemas
