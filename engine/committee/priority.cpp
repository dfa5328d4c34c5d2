#include "engine/committee/priority.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <vector>

namespace jalon {

namespace {

std::optional<int> number_in(Json const& line, char const* field) {
  auto const found = line.find(field);
  return found != line.end() && found->is_number() ? std::optional(found->get<int>()) : std::nullopt;
}

std::optional<Date> date_in(Json const& line, char const* field) {
  auto const found = line.find(field);
  return found != line.end() && found->is_string() ? parse_date(found->get_ref<std::string const&>())
                                                   : std::nullopt;
}

// Smaller comes first.
auto sort_key(Priority const& priority) {
  constexpr int last = std::numeric_limits<int>::max();
  using std::chrono::sys_days;
  return std::tuple(priority.rank.value_or(last), -priority.social_urgency.value_or(-1),
                    -priority.medical_urgency.value_or(-1),
                    priority.returned_on ? sys_days(*priority.returned_on) : sys_days::max(),
                    priority.reference);
}

std::string in_words(std::optional<int> number) {
  return number ? std::to_string(*number) : "non évaluée";
}
std::string in_words(std::optional<Date> date) {
  return date ? french(*date) : "à une date inconnue";
}

}  // namespace

Priority priority_of(Json const& line) {
  return {number_in(line, "rank"), number_in(line, "social_urgency"), number_in(line, "medical_urgency"),
          date_in(line, "returned_on"), line.value("reference", "")};
}

bool comes_before(Priority const& one, Priority const& other) {
  return sort_key(one) < sort_key(other);
}

std::string reason_of(Priority const& priority) {
  auto const rank =
      priority.rank ? "Rang " + std::to_string(*priority.rank) + ", urgence" : std::string("Urgence");
  return rank + " sociale " + in_words(priority.social_urgency) + ", urgence médicale " +
         in_words(priority.medical_urgency) + ", dossier reçu " + (priority.returned_on ? "le " : "") +
         in_words(priority.returned_on);
}

std::string difference(Priority const& before, int place_before, Priority const& priority) {
  auto const other = "le n° " + std::to_string(place_before);
  auto const compared = [&](char const* what, std::optional<int> here, std::optional<int> there) {
    return std::string(what) + in_words(here) + " contre " + in_words(there) + " pour " + other;
  };
  if (before.rank != priority.rank)
    return priority.rank ? compared("rang ", priority.rank, before.rank) : "sans rang, après " + other;
  if (before.social_urgency != priority.social_urgency)
    return compared("urgence sociale ", priority.social_urgency, before.social_urgency);
  if (before.medical_urgency != priority.medical_urgency)
    return compared("urgence médicale ", priority.medical_urgency, before.medical_urgency);
  if (before.returned_on != priority.returned_on) return "dossier reçu plus tard que " + other;
  return "à égalité avec " + other + " : ordre des dossiers";
}

Json in_order_of_priority(Json lines) {
  std::vector<std::pair<Priority, Json>> sorted;
  for (auto& line : lines) sorted.emplace_back(priority_of(line), std::move(line));
  std::sort(sorted.begin(), sorted.end(),
            [](auto const& one, auto const& other) { return comes_before(one.first, other.first); });
  Json ordered = Json::array();
  Priority const* before = nullptr;
  for (auto& [priority, line] : sorted) {
    line["place"] = ordered.size() + 1;
    line["reason"] = reason_of(priority);
    line["difference"] = before ? Json(difference(*before, int(ordered.size()), priority)) : Json(nullptr);
    before = &priority;
    ordered.push_back(std::move(line));
  }
  return ordered;
}

}  // namespace jalon
