// A letter or document as an answer: the page, or its PDF.
#pragma once
#include <string>
#include <vector>

#include "api/endpoints/route.hpp"
#include "engine/ports/spreadsheet.hpp"

namespace jalon::api {

// Whether the client would rather have a PDF than a page: by the address's « .pdf » or by Accept.
bool wants_pdf(Exchange const& exchange);

// `name` is the file's, without ending; it holds no personal data.
http::Response page_or_pdf(Exchange const& exchange, std::string const& html, std::string const& name);
// One PDF of all pages. `title`: empty for the first page's own.
http::Response pdf_response(House const& house, std::vector<std::string> const& pages,
                            std::string const& title, std::string const& name);

// The page of a paper that is about no case alone (LetterRegister::paper).
std::string paper(Exchange const& exchange, std::string const& template_name, Json const& content);

inline constexpr char const* xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
http::Response xlsx_response(House const& house, Sheet const& sheet, std::string const& name);

}  // namespace jalon::api
