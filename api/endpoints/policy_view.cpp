#include "api/endpoints/policy_view.hpp"

#include <algorithm>

#include "engine/policy/policy_check.hpp"

namespace jalon::api {

namespace {

Json term_json(TermOverride const& term) {
  Json json = Json::object();
  if (term.period) json["period"] = to_string(*term.period);
  if (term.roll) json["roll"] = to_string(*term.roll);
  if (term.after_reminder) json["after_reminder"] = to_string(*term.after_reminder);
  return json;
}

Json documents_json(Policy const& policy, std::vector<Definition> const& definitions) {
  Json list = Json::array();
  for (auto const& definition : definitions)
    for (auto const& [name, label] : definition.documents.known)
      list.push_back({{"id", name}, {"label", label}, {"required", policy.requires_document(name)}});
  return list;
}

Json letters_json(Policy const& policy, std::vector<Definition> const& definitions) {
  Json list = Json::array();
  for (auto const& [name, label] : optional_letters(definitions))
    list.push_back({{"id", name}, {"label", label}, {"wanted", policy.sends(name)}});
  return list;
}

Json names_json(std::vector<CaseName> const& cases, bool with_cases) {
  Json json{{"count", cases.size()}, {"cases", Json::array()}};
  if (!with_cases) return json;
  for (auto const& each : cases) json["cases"].push_back({{"case", each.id}, {"reference", each.reference}});
  return json;
}

Json moving_json(MovingDate const& moving) {
  auto const& [before, after] = moving.change;
  return {{"case", moving.of_case.id},
          {"reference", moving.of_case.reference},
          {"number", before.number},
          {"before", {{"due", to_string(before.date.due)}, {"derivation", before.date.derivation}}},
          {"after", {{"due", to_string(after.due)}, {"derivation", after.derivation}}}};
}

}  // namespace

Json effective_policy(Policy const& policy, std::vector<Definition> const& definitions) {
  Json deadlines = Json::array();
  for (auto const& settable : settable_deadlines(definitions)) {
    Json shipped{{"periods", settable.periods}, {"rolls", settable.rolls}, {"after_reminder", nullptr}};
    if (!settable.after_reminder.empty()) shipped["after_reminder"] = settable.after_reminder;
    deadlines.push_back({{"id", settable.id},
                         {"label", settable.label},
                         {"default", shipped},
                         {"own", term_json(policy.term(settable.id))}});
  }
  Json json{{"deadlines", deadlines},
            {"documents", documents_json(policy, definitions)},
            {"optional_letters", letters_json(policy, definitions)},
            {"group_size", nullptr}};
  if (policy.group_size) json["group_size"] = *policy.group_size;
  return json;
}

Json preview_json(Preview const& preview, bool with_cases) {
  Json dates = Json::array();
  for (auto const& [deadline, moving] : preview.dates) {
    Json cases = Json::array();
    if (with_cases)
      for (auto const& each : moving) cases.push_back(moving_json(each));
    dates.push_back({{"deadline", deadline}, {"count", moving.size()}, {"cases", cases}});
  }
  return {{"dates", dates},
          {"completed", names_json(preview.completed, with_cases)},
          {"incompleted", names_json(preview.incompleted, with_cases)}};
}

Json recounted_json(std::vector<CaseRecounted> const& cases, bool with_cases) {
  Json list = Json::array();
  auto const done = std::count_if(cases.begin(), cases.end(), [](auto const& each) { return each.done; });
  for (auto const& each : cases) {
    if (!with_cases) break;
    Json item{{"case", each.of_case.id}, {"reference", each.of_case.reference}, {"done", each.done}};
    if (!each.done) item["why"] = each.why;
    list.push_back(std::move(item));
  }
  return {{"count", done}, {"failed", std::ptrdiff_t(cases.size()) - done}, {"cases", list}};
}

Json planned_json(PlannedSetting const& planned) {
  return {{"valid_from", to_string(planned.valid_from)},
          {"value", planned.value},
          {"clocks", planned.clocks},
          {"planned_by", planned.login}};
}

}  // namespace jalon::api
