#include "api/http/problem.hpp"

namespace jalon::http {

Response problem(int status, std::string_view name, std::string_view title_fr, Json extra) {
  Json document = extra.is_object() ? std::move(extra) : Json::object();
  document["type"] = "/problems/" + std::string(name);
  document["title"] = title_fr;
  document["status"] = status;
  Response response;
  response.status = status;
  response.content_type = "application/problem+json";
  response.body = document.dump(-1, ' ', false, Json::error_handler_t::replace);
  return response;
}

}  // namespace jalon::http
