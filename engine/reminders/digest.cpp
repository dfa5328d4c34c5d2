#include "engine/reminders/digest.hpp"

#include <algorithm>
#include <map>

namespace jalon {

namespace {

void sort_by_due(std::vector<DigestLine>& lines) {
  std::stable_sort(lines.begin(), lines.end(), [](DigestLine const& one, DigestLine const& other) {
    return std::tie(one.item.due, one.item.reference, one.item.label) <
           std::tie(other.item.due, other.item.reference, other.item.label);
  });
}

DigestLine line_of(WorkItem const& item, Addressee const& addressee) {
  DigestLine line{item, addressee.because, "", ""};
  if (addressee.instead_of)
    line.instead_of = addressee.instead_of->login, line.instead_of_name = addressee.instead_of->name;
  return line;
}

Json text_or_null(std::string const& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json section_of(std::vector<DigestLine> const& lines, std::string const& public_url) {
  if (lines.empty()) return nullptr;
  Json shown = Json::array();
  for (std::size_t i = 0; i < std::min(lines.size(), most_lines); ++i) {
    auto const& item = lines[i].item;
    shown.push_back({{"reference", item.reference},
                     {"label", item.label},
                     {"due", to_string(item.due)},
                     {"url", public_url + "/dossiers/" + item.reference},
                     {"instead_of", text_or_null(lines[i].instead_of_name)}});
  }
  auto const others = lines.size() - shown.size();
  return {{"lines", std::move(shown)},
          {"total", lines.size()},
          {"several", lines.size() > 1},
          {"others", others == 0 ? Json(nullptr) : Json(others)},
          {"several_others", others > 1}};
}

}  // namespace

Date sunday_of(Date day) {
  return plus_days(monday_of(day), 6);
}

DayOfDigests digests_of_day(std::vector<WorkItem> const& work, Team const& team, Date day) {
  DayOfDigests result{day, {}, {}};
  std::map<std::string, Digest> by_login;
  for (auto const& item : work) {
    if (item.due > sunday_of(day)) continue;
    auto const heard = team.who_hears(item.owner, item.login, day);
    if (heard.empty()) result.unheard.push_back(item);
    for (auto const& addressee : heard) {
      auto& digest = by_login[addressee.to->login];
      digest.login = addressee.to->login, digest.name = addressee.to->name;
      (item.due < day ? digest.late : digest.this_week).push_back(line_of(item, addressee));
    }
  }
  for (auto& [login, digest] : by_login) {
    sort_by_due(digest.late);
    sort_by_due(digest.this_week);
    result.digests.push_back(std::move(digest));
  }
  return result;
}

Json details_of(Digest const& digest, Date day, std::string const& public_url) {
  return {{"login", digest.login},
          {"day", to_string(day)},
          {"list_url", public_url + "/"},
          {"late", section_of(digest.late, public_url)},
          {"this_week", section_of(digest.this_week, public_url)}};
}

}  // namespace jalon
