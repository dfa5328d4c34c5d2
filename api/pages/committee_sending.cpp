#include "api/pages/committee_sending.hpp"

#include <algorithm>

#include "api/pages/committee_frame.hpp"
#include "api/pages/committee_line.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/encoding.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/meetings.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/staff_names.hpp"
#include "engine/text/counted.hpp"

namespace jalon::pages {

namespace {

constexpr RoleSet senders{Role::admin_assistant, Role::coordinator};

std::string endpoint_of(Json const& committee) {
  return "/committees/" + committee.at("id").get<std::string>();
}

// A partner at an MDPH sees its own department, and an urgency with the person's consent only (C49).
std::string what_a_partner_sees(Json const& lines, std::string const& mdph) {
  std::size_t files = 0, agreed = 0;
  for (auto const& line : lines) {
    if (line.at("mdph") != mdph) continue;
    ++files;
    agreed += line.at("consent") == "given";
  }
  auto const seen = counted(files, "dossier", "dossiers") + " du département " + mdph;
  if (agreed == files) return seen + ", avec l’urgence : chaque personne a donné son accord";
  return seen + ", et l’urgence de " + counted(agreed, "personne qui a", "personnes qui ont") +
         " donné son accord";
}

bool is_partner_only(Json const& roles) {
  return roles == Json::array({"mdph_partner"});
}

std::string roles_in_words(Json const& roles) {
  std::string words;
  for (auto const& name : roles)
    if (auto const role = parse_role(name.get<std::string>()))
      words += (words.empty() ? "" : ", ") + std::string(french_name_of(*role));
  return words;
}

Json members_of(Json const& summary, Json const& lines) {
  Json list = Json::array();
  for (auto const& member : summary.value("members", Json::array())) {
    auto const& roles = member.at("roles");
    list.push_back({{"name", member.at("name")},
                    {"role", roles_in_words(roles)},
                    {"sees", is_partner_only(roles) ? what_a_partner_sees(lines, member.value("mdph", ""))
                                                    : counted(lines.size(), "dossier", "dossiers") +
                                                          ", avec les urgences et leurs conclusions"},
                    {"has_email", member.at("has_email")}});
  }
  return list;
}

Json versions_of(StaffNames const& names, Json const& summary, std::string const& address) {
  Json list = Json::array();
  for (auto const& version : summary.at("lists")) {
    auto const sent_at = parse_instant(version.at("sent_at").get<std::string>()).value();
    auto const number = version.at("version").dump();
    list.push_back({{"number", number},
                    {"sent_on", long_french(paris_date(sent_at))},
                    {"sent_by", names.of(version.at("sent_by"))},
                    {"files", counted(version.at("files").get<std::size_t>(), "dossier", "dossiers")},
                    {"pdf", address + "/liste.pdf?version=" + number},
                    {"xlsx", address + "/liste.xlsx?version=" + number}});
  }
  std::reverse(list.begin(), list.end());
  return list;
}

std::size_t without_consent(Json const& lines) {
  return std::size_t(std::count_if(lines.begin(), lines.end(),
                                   [](Json const& line) { return line.at("consent") != "given"; }));
}

http::Response show(Visit& visit) {
  auto const committee = committee_of(visit);
  auto const summary = visit.call_api("GET", endpoint_of(committee));
  auto const lines = draft_lines(visit, committee);
  auto page = committee_frame(visit, committee, "/envoi");
  auto const address = page.at("address").get<std::string>();
  bool const may_send = senders.meets(visit.roles), is_past = page.at("is_past");
  page.update(
      {{"confirmation", confirmation_of(visit)},
       {"members", members_of(summary, lines)},
       {"sees_members", summary.contains("members")},
       {"versions", versions_of(StaffNames(visit), summary, address)},
       {"draft_pdf", address + "/liste.pdf?version=draft"},
       {"draft_xlsx", address + "/liste.xlsx?version=draft"},
       {"unsaid", counted(without_consent(lines), "personne n’a", "personnes n’ont")},
       {"has_unsaid", without_consent(lines) > 0},
       {"may_send", may_send && !is_past && !lines.empty()},
       {"why_not", is_past         ? "Cette commission est passée : sa liste ne part plus."
                   : lines.empty() ? "Aucun dossier n’est inscrit : il n’y a rien à envoyer."
                   : !may_send ? "L’envoi revient à l’assistante administrative ou à la coordinatrice."
                               : ""}});
  return render(visit, "committee_sending", std::move(page));
}

http::Response send(Visit& visit) {
  auto const committee = committee_of(visit);
  visit.call_api("POST", endpoint_of(committee) + "/table/send");
  return see_other(
      with_confirmation(committee.at("address").get<std::string>() + "/envoi", "liste_envoyee", ""));
}

http::Response paper(Visit& visit, std::string const& kind) {
  auto const version = visit.query("version");
  return visit.read_paper(endpoint_of(committee_of(visit)) + "/table." + kind +
                          (version.empty() ? "" : "?version=" + percent_encoded(version)));
}

}  // namespace

std::vector<PageRoute> committee_sending_pages() {
  std::string const one = "/commissions/{which}";
  auto const readers = committee_page_roles();
  auto const pdf = [](Visit& visit) { return paper(visit, "pdf"); };
  auto const xlsx = [](Visit& visit) { return paper(visit, "xlsx"); };
  return {{.method = "GET", .address = one + "/envoi", .execute = show, .roles = readers},
          {.method = "POST", .address = one + "/envoi", .execute = send, .roles = senders},
          {.method = "GET", .address = one + "/liste.pdf", .execute = pdf, .roles = readers},
          {.method = "GET", .address = one + "/liste.xlsx", .execute = xlsx, .roles = readers}};
}

}  // namespace jalon::pages
