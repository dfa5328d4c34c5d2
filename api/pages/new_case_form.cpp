#include "api/pages/new_case_form.hpp"

#include <algorithm>

#include "engine/model/case_file.hpp"

namespace jalon::pages {

namespace {

constexpr int one_line = 200;

struct Asked {
  char const *name, *hint;
  bool has_lines = false;
};

std::vector<Asked> const asked_first{
    {"received_on", "Le jour où elle est arrivée : le délai du premier courrier compte à partir de lui."},
    {"mdph", "Le numéro du département, par exemple 12 ou 2A."},
    {"family_name", ""},
    {"given_name", ""},
    {"birth_date", "Elle distingue deux personnes du même nom."},
    {"address", "Le premier courrier part à cette adresse. Une ligne par ligne de l’enveloppe.", true}};
std::vector<Asked> const asked_of_contact{
    {"phone", ""},
    {"email", ""},
    {"contact_preference", "Par courrier, sauf si la personne préfère le courriel."},
    {"legal_representative", "Nom et coordonnées du tuteur ou du curateur."},
    {"resource_person", "Qui aide la personne dans ses démarches."}};
std::vector<Asked> const asked_of_decision{{"decision_id", "Tel qu’il figure sur la notification."},
                                           {"national_decision_id", "Celui de ViaTrajectoire."},
                                           {"vt_individual_number", ""},
                                           {"valid_from", ""},
                                           {"valid_until", ""}};

// Of the person and of the notification: no two fields have one name.
Json whole_schema() {
  auto schema = schema_of<Person>();
  auto const notification = schema_of<Notification>();
  schema["properties"].update(notification.at("properties"));
  for (auto const& name : notification.at("required")) schema["required"].push_back(name);
  return schema;
}

FieldErrors below_data(FieldErrors const& errors) {
  FieldErrors all;
  for (auto error : errors) {
    for (std::string const part : {"/person/", "/notification/"})
      if (error.pointer.starts_with(part)) error.pointer.replace(0, part.size(), "/data/");
    all.push_back(std::move(error));
  }
  return all;
}

class NewCaseFields {
 public:
  NewCaseFields(Form const& typed, FieldErrors const& errors, Date today)
      : schema_(whole_schema()), state_{typed, below_data(errors), {}, today} {}

  Json list(std::vector<Asked> const& asked) const {
    Json fields = Json::array();
    for (auto const& each : asked) fields.push_back(field(each));
    return fields;
  }

  // Folded away until something in it was typed or is wrong.
  Json group(std::vector<Asked> const& asked) const {
    bool const is_open = std::any_of(asked.begin(), asked.end(), [&](auto const& each) {
      return !state_.typed.text(each.name).empty() || field(each).at("error") != "";
    });
    return {{"fields", list(asked)}, {"open", is_open}};
  }

  // Chosen, never presumed: a paper notification brings documents with it.
  Json channel() const {
    auto field = this->field({"channel",
                              "Papier : la reconnaissance de travailleur handicapé et la "
                              "notification d’orientation sont jointes, donc reçues."});
    field.erase("choice");
    field["yes_no"] = true;
    return field;
  }

 private:
  Json field(Asked const& asked) const {
    auto property = schema_.at("properties").at(asked.name);
    if (!asked.has_lines && property.contains("maxLength")) property["maxLength"] = one_line;
    auto const& required = schema_.at("required");
    Json const alone{{"properties", {{asked.name, property}}}, {"required", required}};
    auto field = fields_of(alone, state_, "nouveau").at(0);
    if (std::string(asked.name) == "birth_date") field["value"] = state_.typed.text(asked.name);
    field["hint"] = asked.hint;
    return field;
  }

  Json schema_;
  FormState state_;
};

}  // namespace

Json new_case_fields(Form const& typed, FieldErrors const& errors, Date today) {
  NewCaseFields const fields(typed, errors, today);
  return {{"channel", fields.channel()},
          {"first", fields.list(asked_first)},
          {"contact", fields.group(asked_of_contact)},
          {"decision", fields.group(asked_of_decision)}};
}

Json person_fields(Form const& typed, FieldErrors const& errors, Date today) {
  NewCaseFields const fields(typed, errors, today);
  auto const of_notification = schema_of<Notification>().at("properties");
  std::vector<Asked> asked;
  for (auto const& each : asked_first)
    if (!of_notification.contains(each.name)) asked.push_back(each);
  asked.insert(asked.end(), asked_of_contact.begin(), asked_of_contact.end());
  return fields.list(asked);
}

Json person_data(Form const& form) {
  return data_of(schema_of<Person>(), form);
}

Json new_case_data(Form const& form) {
  return {{"person", person_data(form)}, {"notification", data_of(schema_of<Notification>(), form)}};
}

}  // namespace jalon::pages
