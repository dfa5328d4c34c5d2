// What the API does, done from a terminal in the name of an account: the same code, roles, checks and words.
// Whoever has a terminal of the house could make a token of any account; here it needs none.
#pragma once
#include <optional>
#include <string>

#include "api/commands/with_program.hpp"
#include "api/endpoints/house.hpp"
#include "api/endpoints/router.hpp"

namespace jalon::commands {

struct Acting {
  std::string login, public_url = {};
};
// --login, which is required.
void add_acting(CLI::App& verb, std::string& login);

class Desk {
 public:
  // Throws CommandFailed when the establishment has no such active account. The program outlives the desk.
  Desk(Program& program, CommonOptions const& common, Acting const& acting);
  Desk(Desk const&) = delete;

  // The address lies below /api/v1; with a key the same request is not done twice.
  http::Response answer(std::string const& method, std::string const& address, Json const& body = nullptr,
                        std::string const& key = "");
  // The same, as JSON; throws CommandFailed with the reasons of a refusal.
  Json ask(std::string const& method, std::string const& address, Json const& body = nullptr,
           std::string const& key = "");

  // A case by its identifier or its reference (« 2026-0042 »); nothing when none in sight has that reference.
  std::optional<std::string> find_case(std::string const& name);
  // The same; throws CommandFailed.
  std::string case_named(std::string const& name);

 private:
  Program& program_;
  api::House house_;
  api::Router router_;
  Registers::Caller caller_;
};

// A problem document in words, on one line.
std::string refusal_in_words(Json const& problem);

template <class F>
void with_desk(CommonOptions const& common, Acting const& acting, F act) {
  with_program(common, [&](Program& program) {
    Desk desk(program, common, acting);
    act(desk);
  });
}

}  // namespace jalon::commands
