#include "workflows/preorientation.hpp"

#include "engine/model/reflect.hpp"
#include "workflows/registry.hpp"

namespace jalon {

Definition preorientation_definition() {
  return reflect<preorientation::Preorientation>();
}

}  // namespace jalon
