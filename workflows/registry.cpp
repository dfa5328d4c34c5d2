#include "workflows/registry.hpp"

#include "workflows/kernels.hpp"

namespace jalon {

namespace {
Definition with_kernel(Definition definition, std::shared_ptr<Kernel const> kernel) {
  definition.kernel = std::move(kernel);
  return definition;
}
}  // namespace

std::vector<Definition> const& all_workflows() {
  static std::vector<Definition> const workflows = [] {
    std::vector<Definition> all;
    all.push_back(with_kernel(preorientation_definition(), preorientation_kernel()));
    return all;
  }();
  return workflows;
}

}  // namespace jalon
