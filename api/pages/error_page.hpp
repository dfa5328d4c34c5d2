// A refusal in words, with a way on.
#pragma once
#include "api/pages/visit.hpp"

namespace jalon::pages {

http::Response error_page(Visit const& visit, api::ApiProblem const& problem);

}  // namespace jalon::pages
