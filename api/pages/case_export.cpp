#include "api/pages/case_export.hpp"

#include "api/endpoints/papers.hpp"
#include "api/pages/case_access_words.hpp"
#include "api/pages/case_exchanges.hpp"
#include "api/pages/case_frame.hpp"
#include "api/pages/case_of.hpp"
#include "api/pages/case_parts.hpp"
#include "api/pages/case_stay.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/renderer.hpp"

namespace jalon::pages {

namespace {

std::string file_address(Visit const& visit) {
  return "/cases/" + case_id_of(visit) + "/file";
}

http::Response as_json(Visit& visit) {
  return visit.read_paper(file_address(visit));
}

// Who may read the file, and who did.
Json access_of(StaffNames const& names, Json const& file) {
  Json consents = Json::array();
  for (auto const& entry : file.at("consents")) consents.push_back(consent_in_words(names, entry));
  return {{"consents", consents},
          {"accesses", accesses_in_words(file.at("exceptional_accesses"))},
          {"readings", readings_in_words(file.at("readings"))}};
}

http::Response as_pdf(Visit& visit) {
  auto const file = visit.call_api("GET", file_address(visit));
  auto const& shown = file.at("case");
  auto const& definition = definition_for(visit, shown);
  StaffNames const names(visit);
  auto parts = stay_parts(definition, names, shown);
  for (auto& part : report_parts(definition, shown)) parts.push_back(std::move(part));
  auto page = case_frame(visit, shown, "");
  page.update({{"day", long_french(visit.today())},
               {"contact", contact_of(shown)},
               {"places", places_of(definition, shown)},
               {"due", due_of(shown, visit.today())},
               {"documents", documents_of(shown)},
               {"parts", parts},
               {"internships", internships_of(shown.at("data"))},
               {"exchanges", exchanges_of(visit, shown.at("id"))},
               {"access", access_of(names, file)},
               {"timeline", timeline_of(visit, definition, file.at("history"))}});
  auto const html = render(visit, "whole_file", std::move(page)).body;
  return api::pdf_response(visit.house, {html}, "", shown.at("reference"));
}

}  // namespace

std::vector<PageRoute> case_export_pages() {
  RoleSet const those_who_answer{Role::deputy_director};
  return {{.method = "GET",
           .address = "/dossiers/{reference}/dossier.json",
           .execute = as_json,
           .roles = those_who_answer},
          {.method = "GET",
           .address = "/dossiers/{reference}/dossier.pdf",
           .execute = as_pdf,
           .roles = those_who_answer}};
}

}  // namespace jalon::pages
