#include "api/pages/day_lines.hpp"

#include <algorithm>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include "api/pages/french_time.hpp"
#include "api/pages/next_acts.hpp"
#include "api/pages/words.hpp"
#include "engine/model/value_labels.hpp"
#include "engine/ports/reminder_register.hpp"
#include "engine/reminders/work_item.hpp"
#include "engine/runner/entry.hpp"

namespace jalon::pages {

namespace {

constexpr std::size_t most_acts = 3;

// Why a line stands in this person's day: nothing when it does not, empty when it is simply theirs.
std::optional<std::string> why_mine(Visit const& visit, Team const& team, Role owner,
                                    std::optional<std::string> const& login) {
  if (visit.roles.has(owner) && (!login || *login == visit.caller.login)) return "";
  for (auto const& heard : team.who_hears(owner, login, visit.today())) {
    if (heard.to->login != visit.caller.login) continue;
    return heard.instead_of ? "à la place de " + heard.instead_of->name : "personne d’autre n’en est chargé";
  }
  return std::nullopt;
}

// Whether anything of this role could be this person's: their own, or of a colleague they stand in for.
bool may_be_mine(Visit const& visit, Team const& team, Role owner) {
  if (why_mine(visit, team, owner, {})) return true;
  auto const& staff = team.staff();
  return std::any_of(staff.begin(), staff.end(), [&](StaffMember const& member) {
    return member.roles.has(owner) && why_mine(visit, team, owner, member.login);
  });
}

std::vector<std::string> roles_heard(Visit const& visit, Team const& team) {
  std::vector<std::string> names;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>([&](auto each) {
    if (may_be_mine(visit, team, each.value)) names.emplace_back(each.name);
  });
  return names;
}

// What prepares an entry becomes the coordinator's once the day of entry has passed, whoever owned it.
std::vector<std::string> names_heard(Visit const& visit, Team const& team) {
  std::vector<std::string> names;
  if (!may_be_mine(visit, team, Role::coordinator)) return names;
  for (auto const& pathway : visit.house.pathways.reminders)
    names.insert(names.end(), pathway.before_entry.begin(), pathway.before_entry.end());
  return names;
}

Json line_of(Visit const& visit, std::string const& label, Date due) {
  auto const today = visit.today();
  return {{"label", label},
          {"due", to_string(due)},
          {"due_long", long_french(due)},
          {"late", due < today},
          {"when", relative(due, today)}};
}

// ---- deadlines ----

Json acts_json(Visit const& visit, Definition const& definition, CaseDeadline const& each) {
  Json list = Json::array();
  for (auto const* act : acts_of_state(definition, each.deadline.region, each.deadline.state, visit.roles))
    if (list.size() < most_acts)
      list.push_back({{"label", act->label},
                      {"address", "/dossiers/" + each.snapshot.reference + "/actes/" + std::string(act->id)},
                      {"first", list.empty() && !closes(definition, *act)}});
  return list;
}

Json line_of(Visit const& visit, Definition const& definition, CaseDeadline const& each, WorkItem const& item,
             std::string const& why) {
  auto const& person = each.snapshot.person;
  auto line = line_of(visit, item.label, item.due);
  line["why_mine"] = why;
  line["reference"] = each.snapshot.reference;
  line["name"] = person.given_name.value + " " + person.family_name.value;
  line["derivation"] = each.deadline.date.derivation;
  line["acts"] = acts_json(visit, definition, each);
  if (line["acts"].empty()) line["revient_a"] = french_name_of(each.deadline.owner);
  return line;
}

void add_deadline(Visit const& visit, Team const& team, CaseDeadline each, Json& lines) {
  auto const& definition = definition_of(visit.house.definitions, each.snapshot);
  each.snapshot.deadlines = {each.deadline};
  auto const item =
      work_of_deadline(definition, reminders_of(visit.house.pathways.reminders, each.snapshot.workflow),
                       each.snapshot, each.deadline, visit.today());
  if (!item) return;
  if (auto const why = why_mine(visit, team, item->owner, item->login))
    lines.push_back(line_of(visit, definition, each, *item, *why));
}

// ---- tasks ----

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

// A letter says which it is.
std::string label_of_task(Json const& task) {
  auto const label = task.at("label").get<std::string>();
  auto const& letter = task.at("template");
  if (!letter.is_string()) return label;
  auto const name = std::string(french_label_of_value(letter.get<std::string>()));
  if (task.at("kind") != "letter_to_post") return label + " : " + name;
  return "Imprimer et poster : " + name + (label.ends_with("MDPH") ? ", à la MDPH" : "");
}

void add_task(Visit const& visit, Team const& team, Json const& task, Json& lines) {
  auto const role = parse_role(task.at("role").get<std::string>());
  auto const why = role ? why_mine(visit, team, *role, {}) : std::nullopt;
  if (!why) return;
  auto const& due = task.at("due");
  auto line = line_of(visit, label_of_task(task),
                      due.is_string() ? parse_date(due.get<std::string>()).value() : visit.today());
  line["why_mine"] = *why;
  line["reference"] = task.at("reference").is_string() ? task.at("reference") : Json("");
  if (auto const& person = task.at("person"); person.is_object()) line["name"] = name_of(person);
  add_way_to_finish(task, line);
  lines.push_back(std::move(line));
}

// ---- both, as far as is shown ----

// Reads page after page until there are enough lines, or nothing is left.
template <class Read>
void read_until(std::size_t enough, Read const& read) {
  PageRequest request{int(enough), std::nullopt};
  do request.cursor = read(request);
  while (request.cursor);
}

void add_deadlines(Visit const& visit, Team const& team, DeadlineFilter const& filter, std::size_t enough,
                   Json& lines) {
  auto const wanted = lines.size() + enough;
  read_until(enough, [&](PageRequest const& request) -> std::optional<std::string> {
    auto page = visit.house.reminders.deadlines(visit.sight(), filter, request);
    for (auto& each : page.deadlines) add_deadline(visit, team, std::move(each), lines);
    return lines.size() < wanted ? page.next : std::nullopt;
  });
}

void add_tasks(Visit const& visit, Team const& team, TaskFilter const& filter, std::size_t enough,
               Json& lines) {
  auto const wanted = lines.size() + enough;
  read_until(enough, [&](PageRequest const& request) -> std::optional<std::string> {
    auto const page = visit.house.registers.tasks(visit.sight(), filter, request);
    for (auto const& task : page.items) add_task(visit, team, task, lines);
    return lines.size() < wanted ? page.next : std::nullopt;
  });
}

}  // namespace

Json lines_of_day(Visit const& visit, Team const& team, DayWindow const& window, std::size_t most) {
  auto const roles = roles_heard(visit, team);
  Json lines = Json::array();
  if (roles.empty()) return lines;
  auto const enough = most + 1;
  add_deadlines(visit, team, {roles, names_heard(visit, team), window.from, window.until}, enough, lines);
  TaskFilter tasks{.roles = roles, .from = window.from, .until = window.until, .of_deadlines = false};
  add_tasks(visit, team, tasks, enough, lines);
  if (window.with_undated)
    add_tasks(visit, team, {.roles = roles, .undated = true, .of_deadlines = false}, enough, lines);
  std::stable_sort(lines.begin(), lines.end(),
                   [](Json const& one, Json const& next) { return one.at("due") < next.at("due"); });
  if (lines.size() > enough) lines.erase(lines.begin() + int(enough), lines.end());
  return lines;
}

}  // namespace jalon::pages
