#pragma once

#include <map>
#include <string>
#include <string_view>

#include "engine/ports/press.hpp"

namespace jalon::letters {

// The mustache texts that a Press works with, by name.
struct Sources {
  std::map<std::string, std::string, std::less<>> pages;     // <name>.mustache, « Objet : … » first
  std::map<std::string, std::string, std::less<>> partials;  // what pages share
};

// The texts that Jalon comes with (adapters/letters/templates), compiled in.
Sources built_in_sources();

// Writes messages to people from templates and data. A template is a line « Objet : … », an empty line and a
// page in HTML. What it may read stands in templates/vocabulary.json; a value that is one of several codes
// also brings a flag to ask for (`case.report.recommendation` « unfit » brings
// `case.report.recommendation_unfit`).
//
// Dates written YYYY-MM-DD come out as « 5 janvier 2026 »; an address breaks before its postal code; what is
// missing, null or empty hides its passage. `plain` chooses the variant in plain language: the
// establishment's wish (`establishment.plain_language`), for what goes to the person. HTML is escaped. May be
// used from several threads.
class Press : public jalon::Press {
 public:
  Press() : Press(built_in_sources()) {}

  // Throws std::invalid_argument, naming the template, when one does not parse or lacks its « Objet : ».
  explicit Press(Sources sources);

  RenderedMessage render(std::string_view template_name, Json const& data,
                         std::optional<OwnTemplate> const& own = std::nullopt) const override;
  RenderedMessage sample(std::string_view template_name, std::optional<OwnTemplate> const& own,
                         bool in_plain_language) const override;
  std::vector<std::string> names() const override;
  std::optional<ShippedTemplate> shipped(std::string_view template_name) const override;
  std::vector<TemplateFault> faults(std::string const& text) const override;
  std::vector<std::string> remarks(std::string const& text) const override;

 private:
  std::string version_of(std::string const& text) const;

  Sources sources_;
  std::map<std::string, std::string, std::less<>> versions_;  // of the pages
};

}  // namespace jalon::letters
