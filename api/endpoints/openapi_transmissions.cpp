#include "api/endpoints/openapi_schemas.hpp"
#include "api/endpoints/schema_parts.hpp"

namespace jalon::api::schemas {

Json transmission() {
  return object({{"id", uuid()},
                 {"case", uuid()},
                 {"reference", text()},
                 {"code", text()},
                 {"label", text()},
                 {"reason", maybe(text())},
                 {"reason_label", text()},
                 {"wording", text()},
                 {"status", {{"type", "string"}, {"enum", {"queued", "to_do", "confirmed"}}}},
                 {"occurred_on", date()},
                 {"national_decision_id", maybe(text())},
                 {"wanted_at", instant()},
                 {"delivery", maybe(text())},
                 {"problem", maybe(text())},
                 {"confirmed_on", maybe(date())},
                 {"confirmed_by", maybe(text())},
                 {"proof", maybe(text())}},
                {"id", "case", "code", "label", "wording", "status", "occurred_on"});
}

}  // namespace jalon::api::schemas
