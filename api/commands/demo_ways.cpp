#include "api/commands/demo_ways.hpp"

namespace jalon::commands {

namespace {

constexpr Role assistant = Role::admin_assistant, coordinator = Role::coordinator;

Json sheets() {
  return {
      {"documents", {"administrative_sheet", "social_sheet", "professional_sheet", "remuneration_sheet"}}};
}
Json notifications() {
  return {{"documents", {"rqth_notification", "orientation_notification"}}};
}

}  // namespace

Steps operator+(Steps steps, Steps const& more) {
  steps.insert(steps.end(), more.begin(), more.end());
  return steps;
}

Steps contacted(int days_ago) {
  return {{days_ago, assistant, "send_first_contact"}};
}
Steps file_sent(int days_ago) {
  return contacted(days_ago + 15) + Steps{{days_ago, assistant, "receive_documents", notifications()}};
}
Steps file_returned(int days_ago) {
  return file_sent(days_ago + 20) + Steps{{days_ago, assistant, "return_file", sheets()}};
}
Steps file_complete(int days_ago) {
  return file_returned(days_ago + 3) + Steps{{days_ago, assistant, "check_file"}};
}
Steps reviewed(std::string const& committee, int listed_days_ago, int days_ago) {
  return file_complete(listed_days_ago + 5) +
         Steps{{listed_days_ago, assistant, "list_for_committee", {{"committee", committee}}},
               {days_ago, coordinator, "open_review"}};
}
Steps retained(std::string const& committee, int days_ago, int rank) {
  return reviewed(committee, days_ago + 14, days_ago) +
         Steps{{days_ago,
                coordinator,
                "decide",
                {{"outcome", "retained"},
                 {"aim", "Construire un projet compatible avec la restriction de port de charges"},
                 {"choice", "person"},
                 {"social_urgency", 1},
                 {"medical_urgency", 0},
                 {"rank", rank}}}};
}
Steps admitted(DemoPlaces const& places, std::string const& session, int days_ago, int rank) {
  return retained(places.past_committee, days_ago, rank) +
         Steps{{days_ago, coordinator, "assign_session", {{"session", session}}},
               {days_ago - 2, assistant, "send_dates_letter"}};
}
Steps convoked(DemoPlaces const& places, std::string const& session, int entry_days_ago, int rank) {
  return admitted(places, session, entry_days_ago + 60, rank) +
         Steps{{entry_days_ago + 31,
                coordinator,
                "hold_pre_reception",
                {{"attended", true}, {"medically_stable", true}}},
               {entry_days_ago + 21, assistant, "send_convocation"}};
}
Steps entered(DemoPlaces const& places, std::string const& session, int entry_days_ago, int rank) {
  return convoked(places, session, entry_days_ago, rank) +
         Steps{{entry_days_ago, coordinator, "record_entry"},
               {entry_days_ago, coordinator, "designate_referent", {{"user", "referent"}}},
               {entry_days_ago - 7, coordinator, "sign_contract"},
               {entry_days_ago - 11,
                coordinator,
                "hold_initial_synthesis",
                {{"summary", "Premières pistes : accueil, logistique, numérique."}}}};
}

Steps departed(DemoPlaces const& places, std::string const& session, int entry_days_ago, int rank) {
  return entered(places, session, entry_days_ago, rank) +
         Steps{{entry_days_ago - 72,
                coordinator,
                "hold_final_synthesis",
                {{"summary", "Projet validé : titre professionnel en ESRP."}}},
               {entry_days_ago - 75,
                coordinator,
                "submit_report",
                {{"recommendation", "vocational_training"},
                 {"training_place", "esrp"},
                 {"person_view", "agrees"}}},
               {entry_days_ago - 77, coordinator, "validate_report"},
               {entry_days_ago - 79, assistant, "send_report"},
               {entry_days_ago - 91, coordinator, "depart"}};
}

}  // namespace jalon::commands
