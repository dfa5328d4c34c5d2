#include "api/endpoints/committee_list.hpp"

#include "engine/calendar/date.hpp"

namespace jalon::api {

namespace {

constexpr RoleSet readers_of_reasons{Role::coordinator, Role::doctor, Role::clinical_psychologist,
                                     Role::social_worker};

constexpr char const* no_consent =
    "La personne n’a pas donné son accord : son urgence n’est pas communiquée à la MDPH.";
constexpr char const* file_erased = "Le dossier est effacé : rien de la personne n’est gardé.";
constexpr char const* consent_withdrawn =
    "La personne a retiré son accord : son urgence n’est pas communiquée à la MDPH.";

bool is_sent(Json const& list) {
  return !list.at("version").is_null();
}

std::string choice_in_words(Json const& line) {
  auto const& choice = line.at("choice");
  if (choice == "person") return "la personne";
  if (choice == "partners") return "les partenaires";
  return choice == "both" ? "la personne et les partenaires" : "";
}

Json or_nothing(std::string const& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

std::string why(Json const& line) {
  auto const reason = line.at("reason").get<std::string>();
  return line.at("difference").is_null() ? reason : reason + " ; " + line.at("difference").get<std::string>();
}

std::vector<Json> cells_of(Json const& line) {
  return {line.at("place"),
          line.at("reference"),
          line.at("family_name"),
          line.at("given_name"),
          line.at("mdph"),
          line.at("returned_on"),
          line.at("valid_until"),
          line.at("social_urgency"),
          line.at("social_reason"),
          line.at("medical_urgency"),
          line.at("medical_reason"),
          why(line),
          line.at("aim"),
          or_nothing(choice_in_words(line)),
          line.at("rank")};
}

std::string version_in_words(Json const& list) {
  return is_sent(list) ? "version " + list.at("version").dump() : "projet";
}

}  // namespace

Json list_seen_by(RoleSet roles, Json list) {
  bool const whole = roles.meets(team_roles()), with_reasons = roles.meets(readers_of_reasons);
  list["status"] = is_sent(list) ? "sent" : "draft";
  for (auto& line : list["lines"]) {
    if (!whole) line["difference"] = nullptr;
    if (!with_reasons) line["social_reason"] = line["medical_reason"] = nullptr;
    withhold_urgency(roles, line);
  }
  return list;
}

void withhold_urgency(RoleSet roles, Json& line) {
  auto const& consent = line.at("consent");
  line["withheld"] = nullptr;
  if (line.value("erased", false)) return void(line["withheld"] = file_erased);
  if (roles.meets(team_roles()) || consent == "given") return;
  line["withheld"] = consent == "withdrawn" ? consent_withdrawn : no_consent;
  for (char const* field : {"social_urgency", "medical_urgency", "motive"})
    if (line.contains(field)) line[field] = nullptr;
  if (line.contains("reason")) line["reason"] = line["withheld"];
}

Json list_content(Json const& seen) {
  return {{"committee", {{"held_on", seen.at("held_on")}}},
          {"draft", !is_sent(seen)},
          {"version", seen.at("version")},
          {"sent_on", is_sent(seen) ? Json(seen.at("sent_at").get<std::string>().substr(0, 10)) : Json()},
          {"listed", seen.at("lines")}};
}

Sheet list_sheet(Json const& seen) {
  auto const held_on = parse_date(seen.at("held_on").get<std::string>()).value();
  Sheet sheet{
      "Commission",
      "Liste en vue de la commission de pré-admission du " + french(held_on) + ", " + version_in_words(seen),
      {{"N°", 5},
       {"Dossier", 11},
       {"Nom", 16},
       {"Prénom", 14},
       {"Département", 12},
       {"Dossier reçu le", 12},
       {"Notification valable jusqu’au", 14},
       {"Urgence sociale (0 à 3)", 10},
       {"Conclusion sociale", 26},
       {"Urgence médicale (0 à 3)", 10},
       {"Conclusion médicale", 26},
       {"Pourquoi cette place", 34},
       {"But de la pré-orientation", 30},
       {"Origine du choix", 16},
       {"Rang", 7}},
      {}};
  for (auto const& line : seen.at("lines")) sheet.lines.push_back(cells_of(line));
  return sheet;
}

std::string list_file_name(Json const& seen) {
  return "commission-" + seen.at("held_on").get<std::string>() +
         (is_sent(seen) ? "-v" + seen.at("version").dump() : "-projet");
}

}  // namespace jalon::api
