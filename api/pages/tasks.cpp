#include "api/pages/tasks.hpp"

#include "api/pages/case_of.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/log_in.hpp"
#include "api/pages/renderer.hpp"

namespace jalon::pages {

namespace {

http::Response back(Visit const& visit, char const* done) {
  auto const asked = visit.form.text("retour");
  return see_other(
      with_confirmation(asked.empty() ? "/" : way_back(asked), done, visit.form.text("dossier")));
}

http::Response finish(Visit& visit) {
  visit.call_api("POST", "/tasks/" + visit.path.at("id") + "/done", Json::object());
  return back(visit, "tache");
}

http::Response confirm_transmission(Visit& visit) {
  Json body{{"on", visit.form.text("on")}};
  if (auto const proof = visit.form.text("proof"); !proof.empty()) body["proof"] = proof;
  visit.call_api("POST", "/transmissions/" + visit.path.at("id") + "/confirm", body);
  return back(visit, "transmission");
}

http::Response post_letter(Visit& visit) {
  visit.call_api("POST", "/messages/" + visit.path.at("id") + "/posted", {{"on", visit.form.text("on")}});
  return back(visit, "courrier");
}

http::Response read_letter(Visit& visit) {
  return visit.read_paper("/messages/" + visit.path.at("id") + "/letter.pdf");
}

}  // namespace

std::vector<PageRoute> task_pages() {
  RoleSet const sending{Role::admin_assistant};
  return {{.method = "POST", .address = "/taches/{id}/fait", .execute = finish, .roles = team_roles()},
          {.method = "POST",
           .address = "/transmissions/{id}/confirmation",
           .execute = confirm_transmission,
           .roles = sending},
          {.method = "POST", .address = "/courriers/{id}/envoi", .execute = post_letter, .roles = sending},
          {.method = "GET", .address = "/courriers/{id}.pdf", .execute = read_letter, .roles = case_roles()}};
}

}  // namespace jalon::pages
