#include "api/commands/demo_story.hpp"

namespace jalon::commands {

namespace {

using Steps = std::vector<DemoStep>;
constexpr Role assistant = Role::admin_assistant, coordinator = Role::coordinator, doctor = Role::doctor;

Json sheets() {
  return {
      {"documents", {"administrative_sheet", "social_sheet", "professional_sheet", "remuneration_sheet"}}};
}
Json notifications() {
  return {{"documents", {"rqth_notification", "orientation_notification"}}};
}

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

}  // namespace

std::vector<DemoStory> demo_stories(DemoPlaces const& places) {
  auto const& committee = places.past_committee;
  return {
      {"Camille", "Martin", "1984-05-17", false, 3, {}},
      {"Nadia", "Benali", "1991-02-03", false, 22, {}},
      {"Yves", "Castan", "1972-11-30", true, 4, {}},
      {"Sophie",
       "Delmas",
       "1988-07-08",
       true,
       30,
       {{25, assistant, "search_via_trajectoire", {{"found", false}}}}},
      {"Karim", "Haddad", "1979-01-21", false, 40, contacted(33)},
      {"Lucie", "Fabre", "1995-09-12", false, 50,
       contacted(45) + Steps{{30, assistant, "record_interest", {{"note", "A téléphoné, très intéressée"}}}}},
      {"Thomas", "Roussel", "1983-03-26", false, 80, file_sent(45)},
      {"Inès", "Marty", "1990-12-05", false, 90,
       file_sent(60) + Steps{{25, assistant, "send_reminder", {{"by", {"phone", "letter"}}}}}},
      {"Paul", "Bonnet", "1968-06-14", false, 70, file_returned(5)},
      {"Agnès", "Vidal", "1977-04-02", true, 75,
       Steps{{70,
              assistant,
              "search_via_trajectoire",
              {{"found", true}, {"national_decision_id", "DEC-DEMO-10"}}},
             {45, assistant, "return_file", {{"documents", {"administrative_sheet", "social_sheet"}}}},
             {40, assistant, "check_file"}}},
      {"Mehdi", "Cazals", "1986-10-19", false, 95, file_complete(20)},
      {"Élodie", "Pons", "1993-08-27", false, 100, file_complete(30)},
      {"Bruno", "Alary", "1975-02-11", false, 110,
       file_complete(25) +
           Steps{{15, assistant, "list_for_committee", {{"committee", places.next_committee}}}}},
      {"Simone", "Albouy", "1981-03-19", false, 105,
       file_complete(32) +
           Steps{{15, assistant, "list_for_committee", {{"committee", places.next_committee}}}}},
      {"Fatou", "Diallo", "1989-05-05", false, 170, retained(committee, 60, 3)},
      {"Gilles", "Serres", "1980-09-09", false, 175, retained(committee, 60, 4)},
      {"Claire", "Rouquette", "1987-01-15", false, 180, admitted(places, places.next_session, 60, 1)},
      {"Omar", "Lacombe", "1982-12-01", false, 180, admitted(places, places.next_session, 60, 2)},
      {"Julie", "Andrieu", "1994-03-03", false, 260, entered(places, places.running_session, 35, 1)},
      {"Marc", "Galtier", "1971-07-22", false, 260,
       entered(places, places.running_session, 35, 2) +
           Steps{{20,
                  Role::referent,
                  "draft_project",
                  {{"objectives", "Vérifier le métier d'agent d'accueil"}}},
                 {18, Role::referent, "consent_to_project", {{"given", true}}}}},
      {"Rachida", "Cros", "1985-11-11", false, 260,
       entered(places, places.running_session, 35, 3) + Steps{{6, doctor, "interrupt_for_health"}}},
      {"Denis", "Calmels", "1978-06-06", false, 380,
       entered(places, places.past_session, 147, 1) +
           Steps{{75,
                  coordinator,
                  "hold_final_synthesis",
                  {{"summary", "Projet validé : titre professionnel en ESRP."}}},
                 {72,
                  coordinator,
                  "submit_report",
                  {{"recommendation", "vocational_training"},
                   {"training_place", "esrp"},
                   {"person_view", "agrees"}}},
                 {70, coordinator, "validate_report"},
                 {68, assistant, "send_report"},
                 {56, coordinator, "depart"},
                 {26, Role::referent, "record_follow_up", {{"check", 1}, {"result", "training"}}}}},
      {"Nicole", "Fages", "1969-10-10", false, 120,
       file_sent(70) + Steps{{30, assistant, "renounce", {{"reason", "A retrouvé un emploi"}}}}},
      {"Hugo", "Bessière", "1996-04-04", false, 150,
       contacted(140) + Steps{{75, assistant, "send_reminder", {{"by", {"letter"}}}},
                              {40, assistant, "close_without_answer"}}},
      {"Sarah", "Combes", "1992-06-30", false, 170,
       reviewed(committee, 74, 60) +
           Steps{{60,
                  coordinator,
                  "decide",
                  {{"outcome", "not_retained"},
                   {"reason", "Le projet relève d'un accompagnement de type UEROS."}}}}}};
}

}  // namespace jalon::commands
