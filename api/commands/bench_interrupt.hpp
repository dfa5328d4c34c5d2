// Ctrl-C ends a measure as an error does: its database is stopped and its folder removed.
#pragma once

namespace jalon::commands::bench {

void watch_for_interrupts();
bool is_interrupted();
void stop_if_interrupted();  // throws CommandFailed

}  // namespace jalon::commands::bench
