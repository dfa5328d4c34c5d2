#include "workflows/preorientation_policy.hpp"

#include <stdexcept>

#include "engine/model/erased.hpp"
#include "workflows/preorientation.hpp"

namespace jalon {

namespace {

using namespace preorientation;
using boost::describe::describe_enumerators;

std::vector<Document> missing_from(AnyOf<Document> const& there, Policy const& policy) {
  std::vector<Document> missing;
  boost::mp11::mp_for_each<describe_enumerators<Document>>([&](auto document) {
    auto const& has = there.values;
    if (policy.requires_document(document.name) &&
        std::find(has.begin(), has.end(), document.value) == has.end())
      missing.push_back(document.value);
  });
  return missing;
}

Data const& data_before(Turn const& turn) {
  return *static_cast<Data const*>(turn.data_before);
}

bool file_complete(Turn const& turn) {
  auto const& data = data_before(turn);
  return data.documents_waived_because || missing_from(data.documents, turn.around.policy).empty();
}

std::string names_of(std::vector<Document> const& documents) {
  std::string names;
  for (auto const document : documents)
    names += (names.empty() ? "" : ", ") + std::string(french_name_of(document));
  return names;
}

std::string missing_documents(Turn const& turn) {
  return names_of(missing_from(data_before(turn).documents, turn.around.policy));
}

// What the pre-reception found missing counts where the policy requires it.
std::vector<Document> missing_for_entry(Turn const& turn) {
  auto const& data = data_before(turn);
  auto missing = missing_from(data.documents, turn.around.policy);
  if (!data.pre_reception) return missing;
  for (auto const document : data.pre_reception->missing_documents.values)
    if (turn.around.policy.requires_document(boost::describe::enum_to_string(document, "")) &&
        std::find(missing.begin(), missing.end(), document) == missing.end())
      missing.push_back(document);
  return missing;
}

bool file_complete_for_entry(Turn const& turn) {
  return data_before(turn).documents_waived_because || missing_for_entry(turn).empty();
}

std::string missing_documents_for_entry(Turn const& turn) {
  return names_of(missing_for_entry(turn));
}

bool completes_file(Turn const& turn) {
  auto documents = data_before(turn).documents;
  auto const& received = static_cast<ReceiveDocuments const*>(turn.event_data)->documents.values;
  documents.values.insert(documents.values.end(), received.begin(), received.end());
  return missing_from(documents, turn.around.policy).empty();
}

bool leaves_file_incomplete(Turn const& turn) {
  return !completes_file(turn);
}

std::vector<std::string_view> missing_in(Json const& data, Policy const& policy) {
  FieldErrors errors;
  auto const read = read_described<Data>(data, "", errors);
  std::vector<std::string_view> names;
  if (read.documents_waived_because) return names;
  for (auto const document : missing_from(read.documents, policy))
    names.push_back(boost::describe::enum_to_string(document, ""));
  return names;
}

void replace_guards(RowModel& row, bool is_entry) {
  for (auto& guard : row.guards) {
    if (guard.id != FileComplete::id) continue;
    guard.holds = is_entry ? &file_complete_for_entry : &file_complete;
    guard.detail = is_entry ? &missing_documents_for_entry : &missing_documents;
  }
}

void replace_conditions(RowModel& row) {
  for (auto& condition : row.conditions)
    if (condition.id == CompletesFile::id)
      condition.holds = condition.negated ? &leaves_file_incomplete : &completes_file;
}

// Each when the event (any, when empty) brings the person into the state. The follow-up's text invites to the
// first of the four checks, whichever way the person left.
constexpr OptionalLetterModel letters_on_wish[] = {
    {"acknowledgement", "Accusé de réception, au retour du dossier", ReturnFile::id, CompletenessCheck::id},
    {"retained_waiting", "Retenu(e) et en attente d'une place, à la décision", Decide::id, Retained::id},
    {"follow_up_invitation", "Invitation au suivi, au départ", "", FollowUp::id},
    {"follow_up_invitation", "Invitation au suivi, au départ", "", FollowUpEarly::id}};

constexpr ClassifiedField classified_fields[] = {{"note", FactClass::medical, PostponeForHealth::id},
                                                 {"note", FactClass::medical, InterruptForHealth::id},
                                                 {"medical_urgency", FactClass::conclusion},
                                                 {"medically_stable", FactClass::conclusion},
                                                 {"social_urgency", FactClass::social},
                                                 {"reason", FactClass::leaving, Renounce::id},
                                                 {"reason", FactClass::leaving, Abandon::id},
                                                 {"note", FactClass::team},
                                                 {"text", FactClass::team, AddNote::id},
                                                 {"summary", FactClass::team},
                                                 {"comment", FactClass::team},
                                                 {"objectives", FactClass::team},
                                                 {"project_objectives", FactClass::team}};

}  // namespace

void let_policy_decide(Definition& definition) {
  boost::mp11::mp_for_each<describe_enumerators<Document>>([&](auto document) {
    definition.documents.known.emplace_back(document.name, french_name_of(document.value));
  });
  definition.documents.missing = &missing_in;
  definition.optional_letters.assign(std::begin(letters_on_wish), std::end(letters_on_wish));
  definition.classified.assign(std::begin(classified_fields), std::end(classified_fields));
  for (auto& row : definition.rows) {
    replace_guards(row, definition.events[std::size_t(row.event)].id == SendConvocation::id);
    replace_conditions(row);
  }
}

}  // namespace jalon
