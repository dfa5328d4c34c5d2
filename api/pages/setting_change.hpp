// A change of the policy or the calendar, in two steps: what would move is shown first, and for each kind of
// deadline one says whether the dates that run are kept or counted anew.
#pragma once
#include "api/pages/page_route.hpp"
#include "api/pages/setting_form.hpp"

namespace jalon::pages {

struct ChangeablePage {
  std::string setting;  // « policy », « calendar »
  std::string title;    // « Délais »
  std::string address;  // its form; what is to be confirmed is posted to address + "/enregistrement",
                        // what takes a planned change back to address + "/retrait"
};

// What would move. Throws ApiProblem for a value that does not fit.
http::Response preview_change(Visit const& visit, ChangeablePage const& page, Json const& value);
// Its form and its preview; confirming, and taking back a change that is planned, come with them.
using PageFunction = std::function<http::Response(Visit&)>;
std::vector<PageRoute> changeable_pages(ChangeablePage const& page, PageFunction show, PageFunction preview);
// Of GET /settings/{name}: [{"day","day_long","by","words"}], the next one first.
Json planned_changes(Visit const& visit, Json const& setting,
                     std::function<std::string(Json const&)> const& in_words);

// A refusal whose messages name the deadline they are about.
api::ApiProblem with_labels(api::ApiProblem problem, std::vector<Definition> const& definitions);

// Every value the setting had: [{"by","at","words"}]
Json history_of_setting(Visit const& visit, std::string const& setting,
                        std::function<std::string(Json const&)> const& in_words);

}  // namespace jalon::pages
