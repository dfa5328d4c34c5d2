// Fills a template and puts the frame of every page around it: navigation, who is logged in, the style.
#pragma once
#include <string>
#include <string_view>

#include "api/pages/visit.hpp"

namespace jalon::pages {

// `name`: a file of templates/, « my_day ». `data` holds "title", and what the template asks for; an empty
// text is as if it were not there. Everything is escaped.
http::Response render(Visit const& visit, std::string_view name, Json data, int status = 200);

http::Response see_other(std::string const& address);  // after a form was accepted

}  // namespace jalon::pages
