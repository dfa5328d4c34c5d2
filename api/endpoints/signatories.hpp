// Who signs which kind of letter; without an own signatory it is whom the letter head names.
#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {

// The templates that somebody signs for the establishment, in alphabetical order.
std::vector<std::string> signed_templates(Press const& press);

std::vector<Route> signatory_routes();

}  // namespace jalon::api
