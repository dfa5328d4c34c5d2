#include <boost/core/demangle.hpp>
#include <typeinfo>

#include "api/http/server.hpp"
#include "api/log/log_line.hpp"

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

// A calendar feed is read by whoever knows its address.
std::string without_secret(Request const& request) {
  bool const is_feed = !request.segments.empty() && request.segments.front() == "feeds";
  return is_feed ? "/feeds/…" : request.path;
}

}  // namespace

void log_failure(Request const& request, std::exception_ptr failure) {
  log_line(LogLevel::error, "request failed",
           {{"method", request.method}, {"path", without_secret(request)}, {"failure", type_of(failure)}});
}

}  // namespace jalon::http
