// The ways that invented persons have come, from the one before it each: so many days ago.
#pragma once
#include "api/commands/demo_story.hpp"

namespace jalon::commands {

using Steps = std::vector<DemoStep>;

Steps operator+(Steps steps, Steps const& more);

Steps contacted(int days_ago);
Steps file_sent(int days_ago);
Steps file_returned(int days_ago);
Steps file_complete(int days_ago);
Steps reviewed(std::string const& committee, int listed_days_ago, int days_ago);
Steps retained(std::string const& committee, int days_ago, int rank);
Steps admitted(DemoPlaces const& places, std::string const& session, int days_ago, int rank);
Steps convoked(DemoPlaces const& places, std::string const& session, int entry_days_ago, int rank);
Steps entered(DemoPlaces const& places, std::string const& session, int entry_days_ago, int rank);
Steps departed(DemoPlaces const& places, std::string const& session, int entry_days_ago, int rank);

}  // namespace jalon::commands
