#include "engine/simulation/crashing_store.hpp"

namespace jalon {

CrashingStore::CrashingStore(SimulatedStore& store, double likelihood, Chance chance, Tell tell)
    : store_(store), likelihood_(likelihood), chance_(std::move(chance)), tell_(std::move(tell)) {}

CrashingStore::Mishap CrashingStore::mishap() {
  if (likelihood_ <= 0 || chance_() >= likelihood_) return Mishap::none;
  return Mishap(1 + int(chance_() * 4) % 4);
}

std::vector<Recorded> CrashingStore::record(std::vector<Entry>& entries) {
  switch (mishap()) {
    case Mishap::none:
      break;
    case Mishap::commit_failed:
      tell_("écriture perdue");
      throw CommitInDoubt("the commit failed");
    case Mishap::answer_lost:
      store_.record(entries);
      tell_("réponse de l'écriture perdue");
      throw CommitInDoubt("the commit's answer was lost");
    case Mishap::died_before:
      tell_("processus mort avant l'écriture");
      throw ProcessDied("before the commit");
    case Mishap::died_after:
      store_.record(entries);
      tell_("processus mort après l'écriture");
      throw ProcessDied("after the commit");
  }
  return store_.record(entries);
}

std::size_t CrashingStore::fire_due(Portion portion, Decide const& decide) {
  bool fails = false, dies = false;
  auto const decide_or_die = [&](Instant now, std::vector<DueDeadline> const& due) {
    auto entries = decide(now, due);
    auto const what = mishap();  // only where something is due
    fails = what == Mishap::commit_failed || what == Mishap::died_before;
    dies = what == Mishap::answer_lost || what == Mishap::died_after;
    if (!fails) return entries;
    tell_("processus mort avant l'écriture des échéances");
    throw ProcessDied("before the deadlines' commit");
  };
  auto const claimed = store_.fire_due(portion, decide_or_die);
  if (!dies) return claimed;
  tell_("processus mort après l'écriture des échéances");
  throw ProcessDied("after the deadlines' commit");
}

}  // namespace jalon
