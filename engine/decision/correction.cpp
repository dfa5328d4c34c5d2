// The way back from a mistake: history is never rewritten, a correction is a further entry.
#include "engine/decision/deadline_keeping.hpp"
#include "engine/decision/decision.hpp"
#include "engine/decision/step.hpp"

namespace jalon {

namespace {

Refusal invalid(std::string pointer, std::string code, std::string message) {
  return {Refusal::Kind::invalid_data,
          "Des données ne conviennent pas.",
          {{std::move(pointer), std::move(code), std::move(message)}},
          {}};
}

}  // namespace

Decision correct(Definition const& definition, Snapshot const& before, Snapshot const& then, int back_to,
                 std::string const& reason, Surroundings const& around) {
  if (back_to < 1 || back_to >= before.revision)
    return invalid("/back_to", "range", "une étape passée de l'historique est attendue");
  if (!is_sound_text(reason)) return invalid("/reason", "empty", "une correction demande un motif");
  auto const data_then = definition.data.read(then.data);
  auto const seat = definition.data.seat(data_then.get());
  auto const seat_now = definition.data.seat(definition.data.read(before.data).get());
  if (seat && seat != seat_now && around.facts.session &&
      around.facts.session->taken >= around.facts.session->capacity)
    return Refusal{Refusal::Kind::refused,
                   "Quelque chose manque encore.",
                   {},
                   {{"seat_free", "la place a été donnée entre-temps : la session est complète"}}};
  Step step(definition, before, around, around.today);
  Move move = step.begin_move("correction", {{"back_to", back_to}, {"reason", reason}});
  step.turn().effects.tasks_opened.push_back({"",
                                              "check_sent",
                                              "Correction : vérifier ce qui a déjà été envoyé ou transmis",
                                              "",
                                              Role::admin_assistant,
                                              {},
                                              false});
  return step.go_back(std::move(move), then);
}

namespace {

void merge(Json& target, Json const& patch) {
  for (auto const& [field, value] : patch.items()) {
    if (value.is_null())
      target.erase(field);
    else
      target[field] = value;
  }
}

void refuse_fixed_fields(Json const& patch, FieldErrors& errors) {
  for (auto const& [part, fields] : patch.items()) {
    if (part != "person" && part != "notification") {
      errors.push_back({"/" + part, "unknown_field", "ce champ est inconnu ici"});
      continue;
    }
    if (!fields.is_object()) errors.push_back({"/" + part, "type", "un objet est attendu"});
    if (part == "person" || !fields.is_object()) continue;
    for (auto const& [field, unused] : fields.items())
      if (field != "valid_from" && field != "valid_until" && field != "decision_id")
        errors.push_back({"/notification/" + field, "unknown_field", "ce champ ne se corrige pas"});
  }
  if (patch.empty()) errors.push_back({"", "required", "rien n'est à corriger"});
}

}  // namespace

Decision amend(Definition const& definition, Snapshot const& before, Json const& patch,
               Surroundings const& around) {
  FieldErrors errors;
  if (!patch.is_object()) return invalid("", "type", "un objet est attendu");
  refuse_fixed_fields(patch, errors);
  if (!errors.empty())
    return Refusal{Refusal::Kind::invalid_data, "Des données ne conviennent pas.", errors, {}};
  Json person = write_described(before.person), notification = write_described(before.notification);
  if (patch.contains("person")) merge(person, patch["person"]);
  if (patch.contains("notification")) merge(notification, patch["notification"]);
  Snapshot after = before;
  after.person = read_described<Person>(person, "/person", errors);
  after.notification = read_described<Notification>(notification, "/notification", errors);
  if (errors.empty()) {
    check_person(after.person, around.today, "/person", errors);
    check_notification(after.notification, around.today, "/notification", errors);
  }
  if (!errors.empty())
    return Refusal{Refusal::Kind::invalid_data, "Des données ne conviennent pas.", errors, {}};
  Step step(definition, after, around, around.today);
  return step.finish(step.begin_move("correct_data", patch));
}

}  // namespace jalon
