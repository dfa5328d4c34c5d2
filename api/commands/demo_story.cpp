#include "api/commands/demo_story.hpp"

#include "api/commands/demo_ways.hpp"

namespace jalon::commands {

namespace {
constexpr Role assistant = Role::admin_assistant, coordinator = Role::coordinator, doctor = Role::doctor;
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
       departed(places, places.past_session, 147, 1) +
           Steps{{26, Role::referent, "record_follow_up", {{"check", 1}, {"result", "training"}}}}},
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
