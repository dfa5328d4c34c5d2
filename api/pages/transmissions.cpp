#include "api/pages/transmissions.hpp"

#include "api/pages/confirmation.hpp"
#include "api/pages/encoding.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/words.hpp"

namespace jalon::pages {

namespace {

constexpr int made_on_a_page = 20;

std::string date_of(Json const& item, char const* field) {
  auto const text = item.value(field, Json());
  auto const date = text.is_string() ? parse_date(text.get<std::string>()) : std::nullopt;
  return date ? french(*date) : "";
}

std::string text_of(Json const& item, char const* field) {
  auto const text = item.value(field, Json());
  return text.is_string() ? text.get<std::string>() : "";
}

// Refused or in doubt by the machine that sends: a person looks before it leaves again.
bool awaits_a_look(Json const& item) {
  auto const delivery = text_of(item, "delivery");
  return delivery == "refused" || delivery == "in_doubt";
}

Json line_of(Json const& item) {
  return {{"id", item.at("id")},
          {"reference", item.at("reference")},
          {"name", name_of(item)},
          {"label", item.at("label")},
          {"wording", item.at("wording")},
          {"number", text_of(item, "national_decision_id")},
          {"occurred_on", date_of(item, "occurred_on")},
          {"problem", text_of(item, "problem")},
          {"again", awaits_a_look(item)},
          {"confirmed_on", date_of(item, "confirmed_on")},
          {"proof", text_of(item, "proof")}};
}

Json lines_of(Json const& items) {
  Json lines = Json::array();
  for (auto const& item : items) lines.push_back(line_of(item));
  return lines;
}

// Those that are still open are few enough to be shown whole.
Json all_of(Visit const& visit, char const* status) {
  Json lines = Json::array();
  PageRequest request{200, std::nullopt};
  do {
    auto const page = visit.house.registers.transmissions_in(visit.sight(), status, request);
    for (auto& line : lines_of(page.items)) lines.push_back(std::move(line));
    request.cursor = page.next;
  } while (request.cursor);
  return lines;
}

http::Response show(Visit& visit) {
  auto const made = visit.house.registers.transmissions_in(visit.sight(), "confirmed",
                                                           {made_on_a_page, visit.http.query_value("suite")});
  auto const to_do = all_of(visit, "to_do"), waiting = all_of(visit, "queued");
  return render(
      visit, "transmissions",
      {{"title", "Transmissions"},
       {"confirmation", confirmation_of(visit)},
       {"today", to_string(visit.today())},
       {"may_confirm", visit.roles.has(Role::admin_assistant)},
       {"to_do", to_do},
       {"number_to_do", to_do.size()},
       {"waiting", waiting},
       {"number_waiting", waiting.size()},
       {"has_waiting", !waiting.empty()},
       {"made", lines_of(made.items)},
       {"next", made.next ? "/transmissions?suite=" + percent_encoded(*made.next) + "#faites" : ""}});
}

http::Response send_again(Visit& visit) {
  visit.call_api("POST", "/transmissions/" + visit.path.at("id") + "/retry");
  return see_other(with_confirmation("/transmissions", "renvoi", ""));
}

}  // namespace

std::vector<PageRoute> transmission_pages() {
  RoleSet const roles{Role::admin_assistant, Role::coordinator, Role::deputy_director};
  RoleSet const sending{Role::admin_assistant};
  return {
      {.method = "GET", .address = "/transmissions", .execute = show, .roles = roles},
      {.method = "POST", .address = "/transmissions/{id}/renvoi", .execute = send_again, .roles = sending}};
}

}  // namespace jalon::pages
