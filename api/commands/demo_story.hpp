// What has happened to the invented persons, told in days before today.
#pragma once
#include <string>
#include <vector>

#include "engine/json/json.hpp"
#include "engine/model/role.hpp"

namespace jalon::commands {

struct DemoStep {
  int days_ago;
  Role by;
  std::string event;
  Json data = Json::object();
};
struct DemoStory {
  std::string given_name, family_name, birth_date;
  bool paper = false;
  int received_days_ago = 0;
  std::vector<DemoStep> steps;
};

// What the stories point to: made before they are told.
struct DemoPlaces {
  std::string past_committee, next_committee, past_session, running_session, next_session;
};
std::vector<DemoStory> demo_stories(DemoPlaces const& places);
std::vector<DemoStory> demo_crowd(DemoPlaces const& places);  // those whose way is an everyday one

}  // namespace jalon::commands
