// Those whose way is an everyday one, so that lists are as long as they are at work.
#include "api/commands/demo_ways.hpp"

namespace jalon::commands {

namespace {

Steps listed(DemoPlaces const& places, int days_ago) {
  return file_complete(days_ago + 9) +
         Steps{
             {days_ago, Role::admin_assistant, "list_for_committee", {{"committee", places.next_committee}}}};
}

}  // namespace

std::vector<DemoStory> demo_crowd(DemoPlaces const& places) {
  return {{"Amandine", "Rey", "2003-05-24", false, 1, {}},
          {"Sofiane", "Belkacem", "1986-12-27", true, 2, {}},
          {"Marie-Laure", "Carrière", "1997-01-27", false, 6, {}},
          {"Jean", "Puech", "1993-04-21", false, 9, {}},
          {"Aïcha", "Traoré", "1967-03-04", true, 11, {}},
          {"Luc", "Fournier", "1987-08-28", false, 13, {}},
          {"Patricia", "Gayraud", "1979-07-18", false, 20, contacted(12)},
          {"Enzo", "Moulin", "1970-10-08", false, 35, contacted(26)},
          {"Valérie", "Bru", "1964-12-07", false, 60, contacted(50)},
          {"Stéphane", "Arnal", "1990-05-06", false, 30, contacted(18)},
          {"Mireille", "Cabrol", "1988-03-25", false, 40, file_sent(10)},
          {"Youssef", "Amrani", "1968-03-20", false, 55, file_sent(22)},
          {"Chloé", "Vernhes", "2003-08-05", false, 50, file_sent(28)},
          {"Didier", "Solignac", "1972-01-28", false, 75, file_sent(40)},
          {"Sandra", "Maury", "1964-04-25", false, 60, file_returned(2)},
          {"Kévin", "Raynal", "1977-03-28", false, 66, file_returned(6)},
          {"Brigitte", "Lacan", "1974-05-11", false, 80, file_complete(12)},
          {"Aurélie", "Teyssèdre", "1976-09-22", false, 88, file_complete(18)},
          {"Francis", "Bouloc", "1977-03-23", false, 92, file_complete(26)},
          {"Mariam", "Koné", "1976-07-10", false, 99, file_complete(33)},
          {"Laurent", "Calvet", "1965-06-14", false, 104, listed(places, 15)},
          {"Océane", "Nogaret", "1974-03-09", false, 107, listed(places, 15)},
          {"Gérard", "Malet", "1968-06-10", false, 112, listed(places, 15)},
          {"Estelle", "Fau", "2002-10-01", false, 115, listed(places, 15)},
          {"Samir", "Zidane", "2002-11-23", false, 118, listed(places, 15)},
          {"Monique", "Barthe", "1985-02-10", false, 120, listed(places, 15)},
          {"Romain", "Unal", "1986-05-16", false, 176, retained(places.past_committee, 60, 5)},
          {"Caroline", "Ginestet", "1984-03-16", false, 178, retained(places.past_committee, 60, 6)},
          {"Philippe", "Savy", "1994-12-06", false, 181, retained(places.past_committee, 60, 7)},
          {"Nora", "Hamdi", "1967-05-01", false, 182, admitted(places, places.next_session, 60, 8)},
          {"Benoît", "Carcenac", "1986-07-01", false, 184, admitted(places, places.next_session, 60, 9)},
          {"Isabelle", "Roques", "1999-07-12", false, 262, entered(places, places.running_session, 35, 4)},
          {"Mathis", "Lafon", "1988-10-27", false, 264, entered(places, places.running_session, 35, 5)},
          {"Sylvie", "Cluzel", "1964-08-02", false, 382, departed(places, places.past_session, 147, 2)},
          {"Ahmed", "Saïdi", "1975-10-07", false, 385, departed(places, places.past_session, 147, 3)}};
}

}  // namespace jalon::commands
