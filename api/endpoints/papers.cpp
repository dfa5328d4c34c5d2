#include "api/endpoints/papers.hpp"

#include "engine/ports/letter_register.hpp"
#include "engine/ports/press.hpp"
#include "engine/ports/printer.hpp"
#include "engine/ports/spreadsheet.hpp"

namespace jalon::api {

namespace {

// The page brings its own styles and fetches nothing; a page of ours may show it in a frame.
constexpr char const* page_policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; "
    "form-action 'none'";

std::pair<std::string, std::string> file_name(std::string const& name) {
  return {"Content-Disposition", "inline; filename=\"" + name + "\""};
}

}  // namespace

bool wants_pdf(Exchange const& exchange) {
  if (!exchange.http.segments.empty() && exchange.http.segments.back().ends_with(".pdf")) return true;
  auto const accept = exchange.http.header("accept").value_or("");
  auto const pdf = accept.find("application/pdf");
  return pdf != std::string::npos && pdf < accept.find("text/html");
}

http::Response page_or_pdf(Exchange const& exchange, std::string const& html, std::string const& name) {
  if (wants_pdf(exchange)) return pdf_response(exchange.house, {html}, "", name);
  return {200,
          "text/html; charset=utf-8",
          html,
          {{"Content-Security-Policy", page_policy}, {"Vary", "Accept"}, file_name(name + ".html")}};
}

http::Response pdf_response(House const& house, std::vector<std::string> const& pages,
                            std::string const& title, std::string const& name) {
  try {
    return {200,
            "application/pdf",
            house.printer.print(pages, title),
            {{"Vary", "Accept"}, file_name(name + ".pdf")}};
  } catch (PrintingFailed const& failure) {
    throw ApiProblem{ProblemName::unavailable, failure.what()};
  }
}

std::string paper(Exchange const& exchange, std::string const& template_name, Json const& content) {
  auto const making = exchange.house.letters.paper(exchange.caller.establishment, template_name, content);
  return exchange.house.press.render(template_name, making.data, making.own).html;
}

http::Response xlsx_response(House const& house, Sheet const& sheet, std::string const& name) {
  return {200,
          xlsx_type,
          house.spreadsheets.write(sheet),
          {{"Content-Disposition", "attachment; filename=\"" + name + ".xlsx\""}}};
}

}  // namespace jalon::api
