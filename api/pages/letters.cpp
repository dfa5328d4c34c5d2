#include "api/pages/letters.hpp"

#include "api/pages/confirmation.hpp"
#include "api/pages/encoding.hpp"
#include "api/pages/letter_lists.hpp"
#include "api/pages/renderer.hpp"

namespace jalon::pages {

namespace {

RoleSet desk_roles() {
  return {Role::admin_assistant, Role::coordinator, Role::deputy_director};
}

http::Response show(Visit& visit) {
  auto const left = letters_that_left(visit);
  auto const next = left.at("next").get<std::string>();
  auto const to_print = letters_to_print(visit, visit.query("coches") == "tous");
  auto const trouble = letters_in_trouble(visit);
  return render(visit, "letters",
                {{"title", "Courriers"},
                 {"confirmation", confirmation_of(visit)},
                 {"today", to_string(visit.today())},
                 {"may_post", visit.roles.has(Role::admin_assistant)},
                 {"to_print", to_print},
                 {"number_to_print", to_print.size()},
                 {"has_letters", !to_print.empty()},
                 {"trouble", trouble},
                 {"number_in_trouble", trouble.size()},
                 {"left", left.at("lines")},
                 {"next", next.empty() ? "" : "/courriers?suite=" + percent_encoded(next) + "#partis"},
                 {"days", planned_days(visit)}});
}

std::vector<std::string> ticked(Visit const& visit) {
  auto const ids = visit.form.texts("courrier");
  if (ids.empty())
    throw api::ApiProblem{api::ProblemName::invalid_data,
                          "Aucun courrier n’est coché. Revenez à la liste et cochez ceux qui sont prêts."};
  return ids;
}

http::Response print(Visit& visit) {
  return visit.read_paper("/letters", "POST", {{"messages", ticked(visit)}});
}

std::string reason_of(api::ApiProblem const& problem) {
  return problem.errors.empty() ? problem.detail : problem.errors.front().message;
}

Json posted_line(Visit const& visit, Json const& letter, std::string const& on) {
  Json line{{"reference", letter.at("reference")},
            {"name", letter.at("name")},
            {"what", letter.at("what")},
            {"done", true}};
  try {
    visit.call_api("POST", "/messages/" + letter.at("id").get<std::string>() + "/posted", {{"on", on}});
  } catch (api::ApiProblem const& problem) {
    line["done"] = false, line["reason"] = reason_of(problem);
  }
  return line;
}

// As the list shows it; one that is no longer there has been posted meanwhile.
Json letter_of(Json const& letters, std::string const& id) {
  for (auto const& letter : letters)
    if (letter.at("id") == id) return letter;
  return {{"id", id}, {"reference", ""}, {"name", "Courrier sorti de la liste"}, {"what", ""}};
}

http::Response post_all(Visit& visit) {
  auto const letters = letters_to_print(visit, false);
  Json lines = Json::array();
  int done = 0;
  for (auto const& id : ticked(visit)) {
    lines.push_back(posted_line(visit, letter_of(letters, id), visit.form.text("on")));
    done += lines.back().at("done") == true ? 1 : 0;
  }
  return render(visit, "letters_posted",
                {{"title", "Envoi des courriers"},
                 {"count", std::to_string(done)},
                 {"total", lines.size()},
                 {"lines", lines}});
}

http::Response take_back(Visit& visit) {
  visit.call_api("POST", "/messages/" + visit.path.at("id") + "/returned",
                 {{"on", visit.form.text("on")}, {"reason", visit.form.text("motif")}});
  return see_other(with_confirmation("/courriers", "retour", ""));
}

}  // namespace

std::vector<PageRoute> letter_pages() {
  auto const roles = desk_roles();
  RoleSet const posting{Role::admin_assistant};
  return {{.method = "GET", .address = "/courriers", .execute = show, .roles = roles},
          {.method = "POST", .address = "/courriers/impression", .execute = print, .roles = roles},
          {.method = "POST", .address = "/courriers/envois", .execute = post_all, .roles = posting},
          {.method = "POST", .address = "/courriers/{id}/retour", .execute = take_back, .roles = posting}};
}

}  // namespace jalon::pages
