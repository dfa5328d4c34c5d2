#include "api/commands/bench_pathway.hpp"

#include <algorithm>

#include "api/commands/bench_interrupt.hpp"
#include "api/endpoints/hashing.hpp"

namespace jalon::commands::bench {

namespace {

constexpr RoleSet roles{Role::admin_assistant, Role::coordinator, Role::doctor};
constexpr std::size_t cases_in_a_commit = 250;

std::vector<Command> commands_with(std::string const& committee, std::string const& session) {
  auto const note = "A téléphoné : demande à être reçue un matin, les transports sont rares l'après-midi.";
  std::vector<std::pair<std::string, Json>> const steps{
      {"send_first_contact", Json::object()},
      {"add_note", {{"kind", "call"}, {"text", note}}},
      {"record_interest", {{"note", "Souhaite reprendre une formation après son reclassement."}}},
      {"receive_documents", {{"documents", {"rqth_notification", "orientation_notification"}}}},
      {"send_reminder", {{"by", {"phone", "letter"}}}},
      {"return_file",
       {{"documents", {"administrative_sheet", "social_sheet", "professional_sheet", "remuneration_sheet"}}}},
      {"check_file", Json::object()},
      {"list_for_committee", {{"committee", committee}}},
      {"open_review", Json::object()},
      {"decide",
       {{"outcome", "retained"},
        {"aim", "Construire un projet compatible avec la restriction de port de charges"},
        {"choice", "person"},
        {"social_urgency", 1},
        {"rank", 12}}},
      {"assign_session", {{"session", session}}},
      {"send_dates_letter", Json::object()},
      {"hold_pre_reception", {{"attended", true}, {"medically_stable", true}}},
      {"send_convocation", Json::object()}};
  std::vector<Command> commands;
  for (auto const& [event, data] : steps) commands.push_back({event, data, {}, {}, {}});
  return commands;
}

Date today(BenchDatabase& database) {
  return paris_date(database.program().registers.clock().now);
}

std::string add_account(BenchDatabase& database) {
  auto& registers = database.program().registers;
  auto const password = api::hash_password(api::new_token());
  registers.add_account(
      {database.establishment(), bench_login, "Mesure des temps", {}, {}, roles.names(), password});
  auto const token = api::new_token();
  registers.add_token(database.establishment(), bench_login, api::hash_of(token), 1);
  return token;
}

}  // namespace

Pathway lay_pathway(BenchDatabase& database, std::size_t clients) {
  auto& registers = database.program().registers;
  auto const committee = registers.add_committee(database.establishment(), {plus_days(today(database), 30)});
  Pathway pathway;
  pathway.token = add_account(database);
  NewSession session;
  session.entry_on = plus_days(today(database), 90), session.capacity = 100'000'000;
  for (std::size_t client = 0; client < clients; ++client) {
    pathway.sessions.push_back(registers.add_session(database.establishment(), session).at("id"));
    pathway.commands.push_back(commands_with(committee.at("id"), pathway.sessions.back()));
  }
  return pathway;
}

Request bench_request(BenchDatabase const& database) {
  return {database.establishment(), {bench_login, roles, ""}, {}, ""};
}

Command opening(std::size_t number, Date received_on) {
  auto const text = std::to_string(number);
  Json const person{{"family_name", "Castelnau"},
                    {"given_name", "Dominique"},
                    {"birth_date", "1984-05-17"},
                    {"phone", "05 65 00 00 00"},
                    {"address", text + " rue de la Fontaine, 12100 Millau"}};
  Json const notification{{"channel", "digital"},
                          {"received_on", to_string(received_on)},
                          {"mdph", "12"},
                          {"national_decision_id", "MESURE-" + text},
                          {"valid_until", to_string(plus_days(received_on, 1800))}};
  return {"open_case", {{"person", person}, {"notification", notification}}, {}, {}, {}};
}

std::vector<std::string> open_cases(BenchDatabase& database, std::size_t count) {
  auto const day = today(database);
  std::vector<std::string> opened;
  while (opened.size() < count) {
    stop_if_interrupted();
    std::vector<Command> commands;
    for (auto left = std::min(cases_in_a_commit, count - opened.size()); left > 0; --left)
      commands.push_back(opening(opened.size() + commands.size(), day));
    auto outcomes = database.program().runner.open_all(bench_request(database), "preorientation", commands);
    for (auto& outcome : outcomes) opened.push_back(require_done(std::move(outcome), "open_case").case_id);
  }
  return opened;
}

Done require_done(Outcome outcome, std::string const& event) {
  if (auto* done = std::get_if<Done>(&outcome)) return std::move(*done);
  std::string reason = "le dossier n'existe pas, ou la clé a déjà servi";
  if (auto const* refusal = std::get_if<Refusal>(&outcome)) {
    reason = refusal->message;
    for (auto const& error : refusal->errors) reason += " " + error.pointer + " " + error.message;
    for (auto const& blocked : refusal->blocked_by) reason += " " + blocked.message;
  }
  throw CommandFailed("La mesure s'arrête à « " + event + " » : " + reason);
}

}  // namespace jalon::commands::bench
