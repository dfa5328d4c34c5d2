#include "api/commands/readiness.hpp"

#include <map>

namespace jalon::commands {

namespace {

constexpr std::chrono::seconds longest_silence{60};

std::string in_french(std::string const& work) {
  static std::map<std::string, std::string> const names{
      {"deadlines", "échéances"}, {"outbox", "envois"}, {"reports", "transmissions"}, {"audit", "scellés"}};
  return names.at(work);
}

}  // namespace

api::Readiness readiness_of(Program& program, BackgroundWork const& background) {
  api::Readiness readiness;
  auto const note = [&readiness](std::string const& part, bool is_well, std::string const& else_) {
    readiness.parts[part] = is_well ? "ok" : else_;
    readiness.is_ready = readiness.is_ready && is_well;
  };
  for (auto const& [work, since] : background.silences())
    note(in_french(work), since < longest_silence,
         "rien n'a abouti depuis une minute ; le journal dit pourquoi.");
  try {
    program.registers.clock();
    note("base", true, "");
  } catch (Unavailable const&) {
    note("base", false, "PostgreSQL ne répond pas ; vérifiez qu'il tourne et --database.");
  }
  return readiness;
}

}  // namespace jalon::commands
