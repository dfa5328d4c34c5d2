#include "api/pages/case_documents.hpp"

#include <algorithm>

#include "api/pages/acts_of_case.hpp"
#include "api/pages/case_frame.hpp"
#include "api/pages/case_of.hpp"
#include "api/pages/case_parts.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/words.hpp"

namespace jalon::pages {

namespace {

bool names(Json const& entry, char const* field, Json const& document) {
  auto const list = entry.at("data").value(field, Json::array());
  return list.is_array() && std::find(list.begin(), list.end(), document) != list.end();
}

// The first entry after which it was there; a paper notification brings two with it, which no entry names.
Json received_in(Json const& entries, Json const& document) {
  for (auto const& entry : entries)
    if (names(entry, "documents", document))
      return {{"day", in_words(entry.at("occurred_on"))}, {"seq", entry.at("seq")}};
  return {{"day", in_words(entries.front().at("occurred_on"))}, {"seq", 1}};
}

Json documents_with_days(Json const& shown, Json const& entries) {
  auto documents = documents_of(shown);
  for (auto& document : documents) {
    document["received"] = document.at("here").get<bool>() ? received_in(entries, document.at("id")) : Json();
    document["asked_again"] = std::any_of(entries.begin(), entries.end(), [&](Json const& entry) {
      return names(entry, "missing_documents", document.at("id"));
    });
  }
  return documents;
}

http::Response show(Visit& visit) {
  auto const id = case_id_of(visit);
  auto const shown = case_of(visit, id);
  auto const& data = shown.at("data");
  auto page = case_frame(visit, shown, "pieces");
  page.update({{"documents", documents_with_days(shown, visit.all_items("/cases/" + id + "/history"))},
               {"waived", data.value("documents_waived_because", "")},
               {"file_sent_on", in_words(data.value("file_sent_on", Json("")))},
               {"acts", acts_on_documents(definition_for(visit, shown), shown)}});
  return render(visit, "case_documents", std::move(page));
}

}  // namespace

std::vector<PageRoute> case_documents_pages() {
  return {
      {.method = "GET", .address = "/dossiers/{reference}/pieces", .execute = show, .roles = case_roles()}};
}

}  // namespace jalon::pages
