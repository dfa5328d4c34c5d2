#include "adapters/letters/press.hpp"

#include <algorithm>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <kainjow/mustache.hpp>
#include <stdexcept>
#include <utility>

#include "adapters/letters/plain_text.hpp"
#include "adapters/letters/readability.hpp"
#include "adapters/letters/sample_data.hpp"
#include "adapters/letters/template_check.hpp"
#include "adapters/letters/template_data.hpp"
#include "adapters/letters/templates.hpp"
#include "adapters/letters/typography.hpp"

namespace jalon::letters {

namespace {

using kainjow::mustache::mustache;

enum class Escaping { html, none };

std::string fill(std::string const& text, MustacheData const& data, Escaping escaping) {
  mustache filled{text};
  if (escaping == Escaping::none) filled.set_custom_escape([](std::string const& value) { return value; });
  auto written = filled.render(data);
  if (!filled.is_valid()) throw std::invalid_argument("a partial does not parse: " + filled.error_message());
  return written;
}

std::string in_one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text;
}

void demand_that_it_parses(std::string const& name, std::string const& text) {
  mustache const parsed{text};
  if (!parsed.is_valid()) {
    throw std::invalid_argument("template " + name + " does not parse: " + parsed.error_message());
  }
}

template <class List>
std::map<std::string, std::string, std::less<>> by_name(List const& list) {
  std::map<std::string, std::string, std::less<>> named;
  for (auto const& source : list) named.emplace(source.name, source.text);
  return named;
}

// A partial stands in a line of its own, which ends by itself.
void drop_last_line_end(std::string& text) {
  if (text.ends_with('\n')) text.pop_back();
}

bool is_on(Json const& data, char const* object, char const* flag) {
  auto const found = data.find(object);
  return found != data.end() && found->is_object() && found->value(flag, Json(false)) == true;
}

MustacheData values_for(Json const& data, std::map<std::string, std::string, std::less<>> const& partials) {
  auto values = template_data(data);
  bool const to_mdph = data.value("to_mdph", Json(false)) == true;
  values.set("plain", MustacheData{is_on(data, "establishment", "plain_language") && !to_mdph});
  for (auto const& [name, text] : partials) {
    values.set(name, kainjow::mustache::partial{[&text = text] { return text; }});
  }
  return values;
}

}  // namespace

Sources built_in_sources() {
  Sources sources{by_name(templates::pages), by_name(templates::partials)};
  for (auto& [name, text] : sources.partials) drop_last_line_end(text);
  return sources;
}

Press::Press(Sources sources) : sources_(std::move(sources)) {
  for (auto const& [name, text] : sources_.partials) demand_that_it_parses(name, text);
  for (auto const& [name, text] : sources_.pages) {
    demand_that_it_parses(name, text);
    if (!split_template(text)) {
      throw std::invalid_argument("template " + name + " does not begin with its subject");
    }
    versions_[name] = version_of(text);
  }
}

// Two texts that differ in anything they would write have two versions; nobody has to think of raising a
// number.
std::string Press::version_of(std::string const& text) const {
  std::string whole = text;
  for (auto const& [name, partial] : sources_.partials) whole += "\n" + name + "\n" + partial;
  boost::uuids::name_generator_sha1 const fingerprint(boost::uuids::ns::url());
  return "jalon-" + boost::uuids::to_string(fingerprint(whole)).substr(0, 8);
}

RenderedMessage Press::render(std::string_view template_name, Json const& data,
                              std::optional<OwnTemplate> const& own) const {
  auto const page = sources_.pages.find(template_name);
  if (page == sources_.pages.end()) {
    throw std::out_of_range("no template is named " + std::string{template_name});
  }
  auto const parts = split_template(own ? own->text : page->second);
  if (!parts) throw std::invalid_argument("the template does not begin with its subject");
  auto values = values_for(data, sources_.partials);
  RenderedMessage rendered;
  rendered.subject = with_french_spaces(in_one_line(fill(parts->subject, values, Escaping::none)));
  values.set("subject", rendered.subject);
  rendered.html = with_french_typography(fill(parts->page, values, Escaping::html));
  rendered.text = plain_text(rendered.html);
  rendered.template_version = own ? std::to_string(own->version) : versions_.find(template_name)->second;
  return rendered;
}

RenderedMessage Press::sample(std::string_view template_name, std::optional<OwnTemplate> const& own,
                              bool in_plain_language) const {
  auto data = sample_data();
  data["establishment"]["plain_language"] = in_plain_language;
  return render(template_name, data, own);
}

std::vector<std::string> Press::names() const {
  std::vector<std::string> names;
  for (auto const& [name, text] : sources_.pages) names.push_back(name);
  return names;
}

std::optional<ShippedTemplate> Press::shipped(std::string_view template_name) const {
  auto const page = sources_.pages.find(template_name);
  if (page == sources_.pages.end()) return std::nullopt;
  return ShippedTemplate{versions_.find(template_name)->second, page->second};
}

std::vector<TemplateFault> Press::faults(std::string const& text) const {
  return template_faults(text, sources_.partials);
}

std::vector<std::string> Press::remarks(std::string const& text) const {
  auto const parts = split_template(text);
  return parts ? readability_remarks(prose_of_template(parts->page)) : std::vector<std::string>{};
}

}  // namespace jalon::letters
