#include <spdlog/spdlog.h>

#include <boost/core/demangle.hpp>
#include <typeinfo>

#include "api/http/server.hpp"

namespace jalon::http {

namespace {

std::string type_of(std::exception_ptr failure) {
  try {
    std::rethrow_exception(failure);
  } catch (std::exception const& thrown) {
    return boost::core::demangle(typeid(thrown).name());
  } catch (...) {
    return "not a std::exception";
  }
}

}  // namespace

void log_failure(Request const& request, std::exception_ptr failure) {
  spdlog::error("request failed: {} {} ({})", request.method, request.path, type_of(failure));
}

}  // namespace jalon::http
