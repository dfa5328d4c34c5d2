#include "api/pages/my_day.hpp"

#include <algorithm>

#include "api/endpoints/all_items.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/new_case.hpp"
#include "api/pages/next_acts.hpp"
#include "api/pages/renderer.hpp"
#include "engine/reminders/digest.hpp"
#include "engine/reminders/team.hpp"
#include "engine/reminders/work_item.hpp"
#include "engine/runner/entry.hpp"

namespace jalon::pages {

namespace {

constexpr std::size_t most_acts = 3, most_lines_shown = 100;

// Why a line stands in this person's day: nothing when it does not, empty when it is simply theirs.
std::optional<std::string> why_mine(Visit const& visit, Team const& team, WorkItem const& item) {
  if (visit.roles.has(item.owner) && (!item.login || *item.login == visit.caller.login)) return "";
  for (auto const& heard : team.who_hears(item.owner, item.login, visit.today())) {
    if (heard.to->login != visit.caller.login) continue;
    return heard.instead_of ? "à la place de " + heard.instead_of->name : "personne d’autre n’en est chargé";
  }
  return std::nullopt;
}

Json acts_json(Visit const& visit, Definition const& definition, Snapshot const& snapshot,
               DeadlineRecord const& record) {
  Json list = Json::array();
  for (auto const* act : acts_of_state(definition, record.region, record.state, visit.roles))
    if (list.size() < most_acts)
      list.push_back({{"label", act->label},
                      {"address", "/dossiers/" + snapshot.reference + "/actes/" + std::string(act->id)},
                      {"first", list.empty() && !closes(definition, *act)}});
  return list;
}

Json line_of(Visit const& visit, std::string const& label, Date due) {
  auto const today = visit.today();
  return {{"label", label},
          {"due", to_string(due)},
          {"due_long", long_french(due)},
          {"late", due < today},
          {"when", relative(due, today)}};
}

void add_case(Json& line, Snapshot const& snapshot) {
  line["reference"] = snapshot.reference;
  line["name"] = snapshot.person.given_name.value + " " + snapshot.person.family_name.value;
}

// Deadlines of one case: what is asked for and by whom is the reminders' rule
// (engine/reminders/work_item.hpp).
void add_deadlines(Visit const& visit, Team const& team, Snapshot const& snapshot, Date until, Json& lines) {
  auto const& definition = definition_of(visit.house.definitions, snapshot);
  auto const& pathway = reminders_of(visit.house.pathways.reminders, snapshot.workflow);
  auto alone = snapshot;
  alone.tasks.erase(std::remove_if(alone.tasks.begin(), alone.tasks.end(),
                                   [](auto const& task) { return !task.source.starts_with("deadline:"); }),
                    alone.tasks.end());
  for (auto const& record : snapshot.deadlines) {
    alone.deadlines = {record};
    for (auto const& item : work_of(definition, pathway, alone, visit.today())) {
      auto const why = item.due > until ? std::nullopt : why_mine(visit, team, item);
      if (!why) continue;
      auto line = line_of(visit, item.label, item.due);
      line["why_mine"] = *why;
      add_case(line, snapshot);
      line["derivation"] = record.date.derivation;
      line["acts"] = acts_json(visit, definition, snapshot, record);
      lines.push_back(std::move(line));
    }
  }
}

// A report is confirmed and a letter posted on some day; anything else is done when somebody says so.
void add_way_to_finish(Json const& task, Json& line) {
  auto const id = task.at("id").get<std::string>();
  auto const report = task.value("transmission", Json());
  if (report.is_object()) {
    line["copy"] = report.value("wording", "");
    line["finish"] = {{"address", "/transmissions/" + report.at("id").get<std::string>() + "/confirmation"},
                      {"asks_day", true},
                      {"asks_proof", true},
                      {"verb", "Confirmer la transmission"}};
  } else if (task.at("kind") == "letter_to_post") {
    line["read"] = "/courriers/" + id + ".pdf";
    line["finish"] = {
        {"address", "/courriers/" + id + "/envoi"}, {"asks_day", true}, {"verb", "Enregistrer l’envoi"}};
  } else {
    line["finish"] = {{"address", "/taches/" + id + "/fait"}, {"verb", "C’est fait"}};
  }
}

// What has no date is for today.
Date due_of_task(Json const& task, Date today) {
  auto const& due = task.at("due");
  return due.is_string() ? parse_date(due.get<std::string>()).value() : today;
}

// Tasks that no deadline made: letters, reports to the MDPH, what somebody has to look at.
void add_tasks(Visit const& visit, Date until, Json& lines) {
  for (auto const& role : visit.caller.roles) {
    auto const tasks = api::all_items(
        [&](PageRequest const& page) { return visit.house.registers.tasks(visit.sight(), role, page); });
    for (auto const& task : tasks) {
      auto const due = due_of_task(task, visit.today());
      auto const kind = task.at("kind").get<std::string>();
      bool const of_a_deadline = kind == "overdue" || kind == "reminder" || kind == "close_proposal";
      if (of_a_deadline || due > until) continue;
      auto line = line_of(visit, task.at("label"), due);
      line["reference"] = task.at("reference").is_string() ? task.at("reference") : Json("");
      if (auto const& person = task.at("person"); person.is_object())
        line["name"] = person.value("given_name", "") + " " + person.value("family_name", "");
      add_way_to_finish(task, line);
      lines.push_back(std::move(line));
    }
  }
}

Json lines_until(Visit const& visit, Date until) {
  Json lines = Json::array();
  auto facts = visit.house.reminders.facts(visit.caller.establishment, visit.today(), until);
  for (auto& member : facts.staff)
    if (member.email.empty())
      member.email = "works from this page";  // is there, though no e-mail reaches them
  Team const team(facts.staff, facts.absences);
  for (auto const& snapshot : facts.cases) add_deadlines(visit, team, snapshot, until, lines);
  add_tasks(visit, until, lines);
  std::stable_sort(lines.begin(), lines.end(),
                   [](Json const& one, Json const& next) { return one.at("due") < next.at("due"); });
  return lines;
}

Json in_groups(Json const& lines, Date today) {
  Json late = Json::array(), of_today = Json::array(), of_week = Json::array();
  for (auto const& line : lines) {
    auto const due = parse_date(line.at("due").get<std::string>()).value();
    (due < today ? late : due == today ? of_today : of_week).push_back(line);
  }
  Json groups = Json::array();
  auto const add = [&](char const* title, char const* id, Json group) {
    if (group.empty()) return;
    auto const total = group.size();
    if (total > most_lines_shown) group.erase(group.begin() + most_lines_shown, group.end());
    groups.push_back({{"title", title},
                      {"id", id},
                      {"count", total},
                      {"more", total > most_lines_shown ? Json(total - most_lines_shown) : Json()},
                      {"lines", std::move(group)}});
  };
  add("En retard", "retard", std::move(late));
  add("Aujourd’hui", "aujourdhui", std::move(of_today));
  add("Cette semaine", "semaine", std::move(of_week));
  return groups;
}

http::Response show(Visit& visit) {
  if (!visit.roles.meets(case_readers())) return see_other("/reglages");
  auto const today = visit.today();
  auto const groups = in_groups(lines_until(visit, sunday_of(today)), today);
  return render(visit, "my_day",
                {{"title", "Ma journée"},
                 {"day", long_french(today)},
                 {"today", to_string(today)},
                 {"confirmation", confirmation_of(visit)},
                 {"may_open", may_open_cases(visit)},
                 {"groups", groups},
                 {"empty", groups.empty()}});
}

}  // namespace

std::vector<PageRoute> my_day_pages() {
  return {{.method = "GET", .address = "/", .execute = show}};
}

}  // namespace jalon::pages
