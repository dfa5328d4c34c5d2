#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/json/json.hpp"
#include "engine/ports/press.hpp"

namespace jalon::letters {

// The mustache texts that a Press works with, by name.
struct Sources {
  std::map<std::string, std::string, std::less<>> pages;     // <name>.html.mustache
  std::map<std::string, std::string, std::less<>> texts;     // <name>.txt.mustache, « Objet : … » first
  std::map<std::string, std::string, std::less<>> partials;  // what pages and texts share
};

// The texts that Jalon comes with (adapters/letters/templates), compiled in.
Sources built_in_sources();

// Writes messages to people from templates and data. What the templates read from `data`:
//   establishment{name, address, phone, email, city, documents_url?, brochure_url?}
//   person{family_name, given_name, civility?, birth_date?}, recipient{name, address}
//   reference, date, due?, entry_on, pre_reception_on?, closures[{first, last, reason?}],
//   documents[{label}], reason, mdph, notification{…}, items[{reference, label, due, url?}]
//   by_email? (true: no paper is enclosed), to_mdph? (true: the final report goes to the MDPH),
//   signatory? (else « l’équipe des admissions »)
// Dates written YYYY-MM-DD come out as « 5 janvier 2026 »; an address breaks before its postal code; what is
// missing, null or empty hides its passage. HTML is escaped in pages. May be used from several threads.
class Press : public jalon::Press {
 public:
  Press() : Press(built_in_sources()) {}

  // Throws std::invalid_argument, naming the template, when one does not parse, lacks its « Objet : » or has
  // no page or no text.
  explicit Press(Sources sources);

  // Throws std::out_of_range when no template has that name.
  RenderedMessage render(std::string_view template_name, Json const& data) const override;

  // The names of the built-in templates, in alphabetical order.
  static std::vector<std::string_view> templates();

 private:
  Sources sources_;
};

}  // namespace jalon::letters
