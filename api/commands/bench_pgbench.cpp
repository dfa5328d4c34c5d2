#include "api/commands/bench_pgbench.hpp"

#include <libpq-fe.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <fstream>

#include "adapters/postgres/cluster/binaries.hpp"
#include "api/commands/bench_interrupt.hpp"

namespace jalon::commands::bench {

namespace {

using Words = std::vector<std::string>;

std::vector<char*> pointers_to(Words& words) {
  std::vector<char*> pointers;
  for (auto& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

// The connection goes by the environment: a password is nothing for a list of processes.
Words environment_for(std::string const& connection_string) {
  Words environment;
  for (char** entry = environ; *entry != nullptr; ++entry)
    if (!std::string_view(*entry).starts_with("PG")) environment.emplace_back(*entry);
  auto* const options = PQconninfoParse(connection_string.c_str(), nullptr);
  for (auto const* option = options; option != nullptr && option->keyword != nullptr; ++option)
    if (option->envvar != nullptr && option->val != nullptr)
      environment.push_back(std::string(option->envvar) + "=" + option->val);
  PQconninfoFree(options);
  return environment;
}

struct Finished {
  bool succeeded = false;
  std::string output;
};

std::string read_to_the_end(int descriptor) {
  std::string text;
  char part[4096];
  for (ssize_t size = 0; (size = read(descriptor, part, sizeof part)) != 0;) {
    if (size > 0) text.append(part, std::size_t(size));
    if (size < 0 && errno != EINTR) break;
  }
  return text;
}

Finished run(Words words, Words environment) {
  int ends[2];
  if (pipe(ends) != 0) throw CommandFailed("pgbench ne peut pas être lancé.");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
  posix_spawn_file_actions_addclose(&actions, ends[0]);
  pid_t process = 0;
  bool const started = posix_spawn(&process, words.front().c_str(), &actions, nullptr,
                                   pointers_to(words).data(), pointers_to(environment).data()) == 0;
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  Finished finished{false, started ? read_to_the_end(ends[0]) : "pas de processus"};
  close(ends[0]);
  int status = 0;
  while (started && waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  finished.succeeded = started && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  return finished;
}

std::string pgbench_path() {
  auto const path = postgres::find_binaries(std::nullopt).folder / "pgbench";
  if (!std::filesystem::exists(path))
    throw CommandFailed("« " + path.string() +
                        " » est introuvable : la mesure de comparaison le demande (paquet postgresql).");
  return path.string();
}

double number_after(std::string const& output, std::string const& label) {
  auto const found = output.find(label);
  if (found == std::string::npos) throw CommandFailed("pgbench n'a pas donné « " + label + " » :\n" + output);
  return std::stod(output.substr(found + label.size()));
}

Words command_line(PgbenchScript const& script, PgbenchRun const& run, std::string const& script_path) {
  auto const clients = std::to_string(run.clients);
  Words words{pgbench_path(),
              "--no-vacuum",
              "--protocol=prepared",
              "--client=" + clients,
              "--jobs=" + std::to_string(std::min<std::size_t>(run.clients, 2)),
              "--file=" + script_path};
  words.push_back(run.transactions > 0 ? "--transactions=" + std::to_string(run.transactions)
                                       : "--time=" + std::to_string(run.seconds));
  for (auto const& [name, value] : script.variables) words.push_back("--define=" + name + "=" + value);
  return words;
}

}  // namespace

std::string PgbenchScript::bind(std::string const& value) {
  auto const [name, is_new] = names_.emplace(value, "v" + std::to_string(names_.size()));
  if (is_new) variables[name->second] = value;
  return ":" + name->second;
}

PgbenchResult run_pgbench(BenchDatabase const& database, PgbenchScript const& script,
                          PgbenchRun const& wanted) {
  auto const path = database.folder() / "floor.sql";
  std::ofstream(path) << script.text;
  auto const finished =
      run(command_line(script, wanted, path.string()), environment_for(database.connection_string()));
  stop_if_interrupted();
  if (!finished.succeeded) throw CommandFailed("pgbench a échoué :\n" + finished.output);
  return {number_after(finished.output, "tps = "),
          std::size_t(number_after(finished.output, "number of transactions actually processed: "))};
}

int pgbench_seconds(double seconds) {
  return std::max(1, int(std::lround(seconds)));
}

}  // namespace jalon::commands::bench
