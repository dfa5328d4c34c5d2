#include "engine/kernel/msm_kernel.hpp"
#include "workflows/kernels.hpp"
#include "workflows/preorientation.hpp"

namespace jalon {

std::shared_ptr<Kernel const> preorientation_kernel() {
  return make_msm_kernel<preorientation::Preorientation>();
}

}  // namespace jalon
