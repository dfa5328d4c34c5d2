// The weekly look through ViaTrajectoire, as a task of the establishment.
#pragma once
#include <string>

#include "engine/calendar/date.hpp"

namespace jalon {

class Consultations {
 public:
  virtual ~Consultations() = default;
  // Opens the task of the week that begins on `monday`, due on `day`, with how much waits for it. Once a
  // week, whoever asks and however often: false when it is there already, done or not.
  virtual bool open(std::string const& establishment, Date monday, Date day) = 0;
};

}  // namespace jalon
