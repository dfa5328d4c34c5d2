// What has become overdue joins its owner's e-mail: one digest per person and morning, on the days when the
// establishment is open.
#pragma once
#include "engine/ports/case_store.hpp"
#include "engine/ports/outbox.hpp"
#include "engine/ports/registers.hpp"
#include "engine/ports/settings.hpp"

namespace jalon {

class MorningDigests {
 public:
  MorningDigests(CaseStore& store, SettingsSource& settings, Registers& registers, Outbox& outbox)
      : store_(store), settings_(settings), registers_(registers), outbox_(outbox) {}

  // Asked as often as one likes: a digest already there is not made again.
  void open_all();

 private:
  bool is_open_today(std::string const& establishment);

  CaseStore& store_;
  SettingsSource& settings_;
  Registers& registers_;
  Outbox& outbox_;
};

}  // namespace jalon
