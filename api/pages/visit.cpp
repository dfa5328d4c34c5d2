#include "api/pages/visit.hpp"

#include "api/endpoints/hashing.hpp"
#include "api/http/refusal.hpp"
#include "api/http/target.hpp"

namespace jalon::pages {

namespace {

// What a page's own address named may be nothing that an address of the API can hold, such as « .. ».
http::Target target_of(std::string const& address) {
  try {
    return http::parse_target("/api/v1" + address);
  } catch (http::Refusal const&) {
    throw api::ApiProblem{api::ProblemName::not_found, ""};
  }
}

}  // namespace

api::ApiProblem problem_of(http::Response const& response) {
  auto const document = Json::parse(response.body);
  auto const type = document.value("type", "");
  api::ApiProblem problem{api::ProblemName::unavailable, document.value("detail", "")};
  for (int name = 0; name <= int(api::ProblemName::unavailable); ++name)
    if (type.ends_with("/" + std::string(api::identifier_of(api::ProblemName(name)))))
      problem.name = api::ProblemName(name);
  for (auto const& error : document.value("errors", Json::array()))
    problem.errors.push_back({error.at("pointer"), error.at("code"), error.at("message")});
  for (auto const& reason : document.value("blocked_by", Json::array()))
    problem.blocked_by.push_back({reason.at("guard"), reason.at("message")});
  return problem;
}

http::Response Visit::ask_api(std::string const& method, std::string const& address, Json const& body,
                              std::string const& key) const {
  auto target = target_of(address);
  http::Request asked{method,
                      std::move(target.path),
                      std::move(target.segments),
                      std::move(target.query),
                      {},
                      body.is_null() ? "" : body.dump(),
                      http.remote_address};
  if (!key.empty()) asked.headers.emplace_back("idempotency-key", key);
  return api.answer_as(caller, asked);
}

Json Visit::call_api(std::string const& method, std::string const& address, Json const& body,
                     std::string const& key) const {
  auto const response = ask_api(method, address, body, key);
  if (response.status >= 400) throw problem_of(response);
  return response.body.empty() ? Json() : Json::parse(response.body);
}

http::Response Visit::read_paper(std::string const& address, std::string const& method,
                                 Json const& body) const {
  auto response = ask_api(method, address, body);
  if (response.status >= 400) throw problem_of(response);
  return response;
}

Json Visit::all_items(std::string const& address) const {
  Json all = Json::array();
  for (Json cursor = ""; cursor.is_string();) {
    auto page = call_api(
        "GET", address + "?limit=200" + (cursor == "" ? "" : "&cursor=" + cursor.get<std::string>()));
    for (auto& item : page.at("items")) all.push_back(std::move(item));
    cursor = page.at("next");
  }
  return all;
}

std::string Visit::form_key() const {
  auto const sent = form.text("cle");
  return sent.empty() ? api::new_uuid() : sent;
}

Request Visit::request(std::string const& key) const {
  Request request;
  request.establishment = caller.establishment;
  request.actor = {caller.login, roles, caller.mdph.value_or("")};
  if (key.empty()) return request;
  request.key = key;
  std::string sent = http.method + " " + http.path;
  for (auto const& [name, value] : form.fields()) sent += "\n" + name + "=" + value;
  request.body_hash = api::hash_of(sent);
  return request;
}

}  // namespace jalon::pages
