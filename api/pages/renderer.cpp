#include "api/pages/renderer.hpp"

#include <kainjow/mustache.hpp>
#include <stdexcept>

#include "api/pages/assets.hpp"
#include "api/pages/browser_session.hpp"
#include "api/pages/navigation.hpp"
#include "api/pages/page_templates.hpp"

namespace jalon::pages {

namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

data value_of(Json const& json);

data object_of(Json const& json) {
  data object{data::type::object};
  for (auto const& [key, value] : json.items()) object.set(key, value_of(value));
  return object;
}

data list_of(Json const& json) {
  if (json.empty()) return data{false};
  data list{data::type::list};
  for (auto const& item : json) list << value_of(item);
  return list;
}

data value_of(Json const& json) {
  if (json.is_object()) return object_of(json);
  if (json.is_array()) return list_of(json);
  if (json.is_boolean()) return data{json.get<bool>()};
  if (json.is_null() || json == "") return data{false};
  return data{json.is_string() ? json.get<std::string>() : json.dump()};
}

std::string_view source_of(std::string_view name) {
  for (auto const& source : templates::pages)
    if (source.name == name) return source.text;
  throw std::out_of_range("no page is named " + std::string(name));
}

void add_partials(data& values) {
  for (auto const& source : templates::partials)
    values.set(std::string(source.name),
               kainjow::mustache::partial{[text = source.text] { return std::string(text); }});
}

Json frame_of(Visit const& visit) {
  Json frame{
      {"style", asset_address("jalon.css")},   {"bootstrap", asset_address("bootstrap.css")},
      {"script", asset_address("jalon.js")},   {"htmx", asset_address("htmx.js")},
      {"is_logged_in", !visit.secret.empty()}, {"navigation", navigation_of(visit)},
      {"caller", visit.caller.name},           {"in_place", visit.http.header("hx-request").has_value()}};
  if (!visit.secret.empty()) frame["jeton"] = form_token(visit.secret);
  if (visit.manual_clock) frame["manual_clock"] = french(visit.today());
  return frame;
}

}  // namespace

http::Response render(Visit const& visit, std::string_view name, Json page, int status) {
  page.update(frame_of(visit));
  auto values = object_of(page);
  add_partials(values);
  mustache filled{std::string(source_of(name))};
  auto html = filled.render(values);
  if (!filled.is_valid()) throw std::logic_error("page " + std::string(name) + ": " + filled.error_message());
  return {status, "text/html; charset=utf-8", std::move(html), {}};
}

http::Response see_other(std::string const& address) {
  return {303, "text/plain", "", {{"Location", address}}};
}

}  // namespace jalon::pages
