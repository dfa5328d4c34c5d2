#include "workflows/preorientation.hpp"

#include "engine/model/reflect.hpp"
#include "workflows/preorientation_policy.hpp"
#include "workflows/registry.hpp"

namespace jalon {

Definition preorientation_definition() {
  auto definition = reflect<preorientation::Preorientation>();
  let_policy_decide(definition);
  return definition;
}

}  // namespace jalon
