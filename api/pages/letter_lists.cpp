#include "api/pages/letter_lists.hpp"

#include <algorithm>

#include "api/endpoints/all_items.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/words.hpp"
#include "engine/model/value_labels.hpp"
#include "engine/ports/reminder_register.hpp"

namespace jalon::pages {

namespace {

constexpr int of_those_that_left = 20;

std::string name_of_person(Json const& item) {
  auto const person = item.value("person", Json());
  if (!person.is_object()) return "";
  return name_of(person);
}

std::string family_name_of(Json const& item) {
  auto const person = item.value("person", Json());
  return person.is_object() ? person.value("family_name", "") : "";
}

std::string words_of(Json const& code) {
  return code.is_string() ? std::string(french_label_of_value(code.get_ref<std::string const&>())) : "";
}

Date date_of(Json const& text) {
  return parse_date(text.get<std::string>()).value();
}

struct Advice {
  char const *trouble, *label, *advice;
};
constexpr Advice advices[] = {
    {"returned", "Courrier revenu",
     "Vérifiez l’adresse auprès de la personne ou de la MDPH, corrigez-la dans le dossier, puis renvoyez le "
     "courrier."},
    {"refused", "Courriel refusé",
     "L’adresse n’existe pas ou refuse nos messages : appelez la personne, corrigez l’adresse, ou écrivez "
     "par "
     "courrier."},
    {"in_doubt", "Courriel en doute",
     "Nul ne sait s’il est arrivé : demandez à la personne avant de l’envoyer une seconde fois."}};

Json trouble_line(TroubledMessage const& message) {
  Json line{{"id", message.id},
            {"reference", message.reference},
            {"what", words_of(message.template_name)},
            {"is_letter", message.trouble == "returned"}};
  for (auto const& advice : advices)
    if (message.trouble == advice.trouble) line["label"] = advice.label, line["advice"] = advice.advice;
  return line;
}

Json recipients_of(Json const& digests) {
  Json names = Json::array();
  for (auto const& digest : digests) {
    auto const late = digest.at("late").get<int>(), week = digest.at("this_week").get<int>();
    names.push_back({{"name", digest.at("name")},
                     {"late", late > 0 ? std::to_string(late) + " en retard" : ""},
                     {"week", week > 0 ? std::to_string(week) + " cette semaine" : ""}});
  }
  return names;
}

// By day, then by family name: the letters of one person lie together in the pile.
bool goes_before(Json const& one, Json const& next) {
  auto const place = [](Json const& line) { return std::pair(line.at("due"), line.at("sorted_by")); };
  return place(one) < place(next);
}

}  // namespace

Json letters_to_print(Visit const& visit, bool all_ticked) {
  Json lines = Json::array();
  TaskFilter const to_post{.kind = "letter_to_post"};
  auto const tasks = api::all_items(
      [&](PageRequest const& page) { return visit.house.registers.tasks(visit.sight(), to_post, page); });
  for (auto const& task : tasks) {
    auto const due = date_of(task.at("due"));
    lines.push_back({{"id", task.at("id")},
                     {"reference", task.at("reference")},
                     {"name", name_of_person(task)},
                     {"sorted_by", family_name_of(task) + task.at("reference").get<std::string>()},
                     {"what", words_of(task.at("template"))},
                     {"to_mdph", task.at("label").get<std::string>().ends_with("MDPH")},
                     {"due", to_string(due)},
                     {"when", relative(due, visit.today())},
                     {"date", long_french(due)},
                     {"late", due < visit.today()},
                     {"ticked", all_ticked}});
  }
  std::stable_sort(lines.begin(), lines.end(), goes_before);
  return lines;
}

Json letters_in_trouble(Visit const& visit) {
  Json lines = Json::array();
  for (auto const& message : visit.house.reminders.troubled_messages(visit.caller.establishment))
    lines.push_back(trouble_line(message));
  return lines;
}

Json letters_that_left(Visit const& visit) {
  auto const page = visit.house.registers.letters_posted(
      visit.sight(), {of_those_that_left, visit.http.query_value("suite")});
  Json lines = Json::array();
  for (auto const& item : page.items) {
    bool const came_back = item.at("returned_on").is_string();
    lines.push_back({{"id", item.at("id")},
                     {"reference", item.at("reference")},
                     {"name", name_of_person(item)},
                     {"what", words_of(item.at("template"))},
                     {"to_mdph", item.at("recipient") == "mdph"},
                     {"posted_on", french(date_of(item.at("posted_on")))},
                     {"came_back", came_back ? french(date_of(item.at("returned_on"))) : ""},
                     {"reason", came_back ? item.at("return_reason") : Json("")}});
  }
  return {{"lines", lines}, {"next", page.next ? *page.next : ""}};
}

// What is told at once, and not with the morning's digest.
Json urgent_on(Json const& planned, std::string const& day) {
  Json lines = Json::array();
  for (auto const& mail : planned.at("urgent"))
    if (mail.at("leaves_at").get<std::string>().starts_with(day))
      lines.push_back({{"name", mail.at("name")}, {"reference", mail.at("reference")}});
  return lines;
}

Json planned_days(Visit const& visit) {
  Json days = Json::array();
  auto const planned = visit.call_api("GET", "/messages/planned?days=14");
  for (auto const& day : planned.at("items")) {
    auto const why = day.at("why_closed");
    auto const to = recipients_of(day.at("digests"));
    auto const urgent = urgent_on(planned, day.at("day"));
    days.push_back({{"day", long_french(date_of(day.at("day")))},
                    {"why_closed", why.is_string() ? why : Json("")},
                    {"nothing", to.empty() && urgent.empty() && !why.is_string()},
                    {"urgent", urgent},
                    {"to", to}});
  }
  return days;
}

}  // namespace jalon::pages
