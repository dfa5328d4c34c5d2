#include "adapters/letters/press.hpp"

#include <algorithm>
#include <boost/regex.hpp>
#include <kainjow/mustache.hpp>
#include <stdexcept>
#include <utility>

#include "adapters/letters/template_data.hpp"
#include "adapters/letters/templates.hpp"

namespace jalon::letters {

namespace {

using kainjow::mustache::mustache;

constexpr std::string_view subject_mark = "Objet\u00A0: ";

// The first line of a text template is its subject; a blank line follows.
struct SplitText {
  std::string subject;
  std::string body;
};

SplitText split(std::string const& text) {
  auto const end = text.find('\n');
  auto const body = text.find_first_not_of('\n', end);
  return {text.substr(subject_mark.size(), end - subject_mark.size()),
          body == std::string::npos ? "" : text.substr(body)};
}

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

// Passages that were hidden leave no gap.
std::string without_gaps(std::string const& text) {
  static boost::regex const gap{"\n{3,}"};
  return boost::regex_replace(text, gap, "\n\n");
}

void demand_that_it_parses(std::string const& name, std::string const& text) {
  mustache const parsed{text};
  if (!parsed.is_valid()) {
    throw std::invalid_argument("template " + name + " does not parse: " + parsed.error_message());
  }
}

void check(Sources const& sources) {
  for (auto const& [name, text] : sources.partials) demand_that_it_parses(name, text);
  for (auto const& [name, text] : sources.pages) {
    demand_that_it_parses(name, text);
    if (!sources.texts.contains(name)) throw std::invalid_argument("template " + name + " has no text");
  }
  for (auto const& [name, text] : sources.texts) {
    demand_that_it_parses(name, text);
    if (!sources.pages.contains(name)) throw std::invalid_argument("template " + name + " has no page");
    if (!text.starts_with(subject_mark)) {
      throw std::invalid_argument("template " + name + " does not begin with its subject");
    }
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

}  // namespace

Sources built_in_sources() {
  Sources sources{by_name(templates::pages), by_name(templates::texts), by_name(templates::partials)};
  for (auto& [name, text] : sources.partials) drop_last_line_end(text);
  return sources;
}

Press::Press(Sources sources) : sources_(std::move(sources)) {
  check(sources_);
}

RenderedMessage Press::render(std::string_view template_name, Json const& data) const {
  auto const page = sources_.pages.find(template_name);
  if (page == sources_.pages.end()) {
    throw std::out_of_range("no template is named " + std::string{template_name});
  }
  auto const [subject, body] = split(sources_.texts.find(template_name)->second);
  auto values = template_data(data);
  for (auto const& [name, text] : sources_.partials) {
    values.set(name, kainjow::mustache::partial{[&text = text] { return text; }});
  }
  RenderedMessage rendered;
  rendered.subject = in_one_line(fill(subject, values, Escaping::none));
  rendered.text = without_gaps(fill(body, values, Escaping::none));
  values.set("subject", rendered.subject);
  rendered.html = fill(page->second, values, Escaping::html);
  return rendered;
}

std::vector<std::string_view> Press::templates() {
  std::vector<std::string_view> names;
  for (auto const& source : letters::templates::pages) names.push_back(source.name);
  return names;
}

}  // namespace jalon::letters
