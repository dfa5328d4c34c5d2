// The Boost.MSM machines, one translation unit each.
#pragma once
#include <memory>

namespace jalon {

class Kernel;

std::shared_ptr<Kernel const> preorientation_kernel();

}  // namespace jalon
