#include "api/pages/deadline_rule.hpp"

#include <regex>

#include "engine/calendar/period.hpp"

namespace jalon::pages {

namespace {

struct Wording {
  char const *rule, *french;
};
// In this order: the longer before what it holds.
constexpr Wording wordings[] = {
    {"end of training week ", "fin de la semaine de formation "},
    {", or of the last but one,", " ou de l’avant-dernière"},
    {"end of the quarter with 14 days left", "fin d’un trimestre, à 14 jours au moins"},
    {", or the session's number of weeks", ", ou les semaines de la session"},
    {", or the session's own day", ", ou le jour fixé pour la session"},
    {"at months ", "aux mois "},
    {" weeks from ", " semaines après "},
    {"every ", "tous les "},
    {", next_opening_day", ", jour d’ouverture suivant"},
    {", previous_opening_day", ", jour d’ouverture précédent"},
    {", none", ""},
    {" avant from ", " avant "},
    {" from ", " après "},
    {"on ", "le jour de "},
    {"state_entered", "l’entrée dans cette étape"},
    {"received_on", "la réception de la notification"},
    {"committee_held_on", "la commission"},
    {"entry_of_session", "l’entrée de la session"},
    {"entered_on", "l’entrée"},
    {"departed_on", "le départ"}};

void replace_first(std::string& text, Wording const& wording) {
  if (auto const at = text.find(wording.rule); at != std::string::npos)
    text.replace(at, std::string_view(wording.rule).size(), wording.french);
}

}  // namespace

std::string period_in_french(std::string const& text) {
  auto const period = parse_period(text);
  if (!period) return text;
  return french(*period) + (is_backward(*period) ? " avant" : "");
}

std::string rule_in_french(std::string rule) {
  static std::regex const period("-?P[0-9]+[DWM]");
  if (std::smatch found; std::regex_search(rule, found, period))
    rule = found.prefix().str() + period_in_french(found.str()) + found.suffix().str();
  bool const begins_with_its_day = rule.starts_with("on ");
  for (auto const& wording : wordings)
    if (std::string_view(wording.rule) != "on " || begins_with_its_day) replace_first(rule, wording);
  return rule;
}

}  // namespace jalon::pages
