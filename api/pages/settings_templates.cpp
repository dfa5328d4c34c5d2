#include "api/pages/settings_templates.hpp"

#include "api/endpoints/papers.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/encoding.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/setting_form.hpp"
#include "api/pages/settings_menu.hpp"
#include "api/pages/staff_names.hpp"
#include "api/pages/template_titles.hpp"
#include "engine/ports/press.hpp"

namespace jalon::pages {

namespace {

constexpr char const* all_templates = "/reglages/modeles";

std::string in_api(std::string const& name) {
  return "/templates/" + percent_encoded(name);
}

Json line_of(Visit const& visit, Json const& item) {
  std::string const name = item.at("name");
  return {{"name", name},
          {"label", title_of_template(visit.house.press, name).title},
          {"address", std::string(all_templates) + "/" + name},
          {"own", item.at("own")},
          {"set_at", french_moment(item.at("set_at"))}};
}

http::Response list(Visit& visit) {
  Json kinds = Json::array();
  auto const items = visit.call_api("GET", "/templates").at("items");
  for (auto const* kind : {"Courriers", "Courriels", "Documents et listes"}) {
    Json lines = Json::array();
    for (auto const& item : items)
      if (title_of_template(visit.house.press, item.at("name")).kind == kind)
        lines.push_back(line_of(visit, item));
    if (!lines.empty()) kinds.push_back({{"kind", kind}, {"templates", lines}});
  }
  return render_setting(visit, "templates", {{"title", "Modèles"}, {"kinds", kinds}});
}

// Browsers end a line of a text with CR LF.
std::string typed_text(Visit const& visit) {
  auto text = visit.form.text("text");
  std::erase(text, '\r');
  return text;
}

Json versions_of(Visit const& visit, std::string const& name) {
  StaffNames const names(visit);
  Json list = Json::array();
  for (auto const& version : visit.all_items(in_api(name) + "/versions"))
    list.push_back({{"version", version.at("version")},
                    {"by", names.of(version.at("set_by"))},
                    {"at", french_moment(version.at("set_at"))},
                    {"content", version.at("text").is_null() ? Json("") : version.at("text")}});
  return list;
}

Json remarks_of(Visit const& visit, std::string const& text) {
  Json list = Json::array();
  for (auto const& remark : visit.house.press.remarks(text)) list.push_back({{"remark", remark}});
  return list;
}

http::Response template_page(Visit const& visit, std::string const& typed, SettingForm const& form,
                             int status) {
  auto const& name = visit.path.at("name");
  auto const in_force = visit.call_api("GET", in_api(name));
  auto const content = typed.empty() ? in_force.at("text").get<std::string>() : typed;
  auto const versions = versions_of(visit, name);
  auto const remarks = form.data().at("has_errors") == true ? Json::array() : remarks_of(visit, content);
  Json page{{"title", title_of_template(visit.house.press, name).title},
            {"name", name},
            {"address", std::string(all_templates) + "/" + name},
            {"own", in_force.at("own")},
            {"version", in_force.at("version")},
            {"content", content},
            {"versions", versions},
            {"has_versions", !versions.empty()},
            {"remarks", remarks},
            {"has_remarks", !remarks.empty()}};
  page.update(form.data());
  return render_setting(visit, "template", page, status);
}

http::Response show(Visit& visit) {
  return template_page(visit, "", SettingForm(), 200);
}

http::Response again(Visit const& visit, api::ApiProblem const& problem) {
  return template_page(visit, typed_text(visit), SettingForm(problem), api::status_of(problem.name));
}

http::Response save(Visit& visit) {
  auto const& name = visit.path.at("name");
  return or_again(
      [&] {
        visit.call_api("PUT", in_api(name), {{"text", typed_text(visit)}});
        return see_other(with_confirmation(std::string(all_templates) + "/" + name, "modele", ""));
      },
      [&](api::ApiProblem const& problem) { return again(visit, problem); });
}

// As a page, or as the PDF that would be printed.
http::Response try_out(Visit& visit) {
  auto const& name = visit.path.at("name");
  return or_again(
      [&] {
        auto const page = visit.read_paper(in_api(name) + "/sample", "POST", {{"text", typed_text(visit)}});
        if (visit.form.text("forme") != "pdf") return page;
        return api::pdf_response(visit.house, {page.body}, "", name);
      },
      [&](api::ApiProblem const& problem) { return again(visit, problem); });
}

http::Response back_to_shipped(Visit& visit) {
  auto const& name = visit.path.at("name");
  visit.call_api("DELETE", in_api(name));
  return see_other(with_confirmation(std::string(all_templates) + "/" + name, "modele_fourni", ""));
}

}  // namespace

std::vector<PageRoute> template_settings_pages() {
  std::vector<PageRoute> pages{
      {.method = "GET", .address = all_templates, .execute = list},
      {.method = "GET", .address = "/reglages/modeles/{name}", .execute = show},
      {.method = "POST", .address = "/reglages/modeles/{name}", .execute = save},
      {.method = "POST", .address = "/reglages/modeles/{name}/essai", .execute = try_out},
      {.method = "POST", .address = "/reglages/modeles/{name}/texte-fourni", .execute = back_to_shipped}};
  for (auto& page : pages) page.roles = administration();
  return pages;
}

}  // namespace jalon::pages
