#include "api/commands/bench_interrupt.hpp"

#include <csignal>

#include "api/commands/options.hpp"

namespace jalon::commands::bench {

namespace {
volatile std::sig_atomic_t interrupted = 0;
}

void watch_for_interrupts() {
  for (int const number : {SIGINT, SIGTERM}) std::signal(number, [](int) { interrupted = 1; });
}

bool is_interrupted() {
  return interrupted != 0;
}

void stop_if_interrupted() {
  if (is_interrupted()) throw CommandFailed("Mesure interrompue.");
}

}  // namespace jalon::commands::bench
