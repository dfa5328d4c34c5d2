#include "api/commands/bench_cases.hpp"

namespace jalon::commands::bench {

void CaseSupply::fill(std::size_t count) {
  std::lock_guard const lock(mutex_);
  if (waiting_.size() >= count) return;
  for (auto& id : open_cases(database_, count - waiting_.size())) waiting_.push_back(std::move(id));
}

std::string CaseSupply::take() {
  constexpr std::size_t some_more = 50;
  std::lock_guard const lock(mutex_);
  if (waiting_.empty())
    for (auto& id : open_cases(database_, some_more)) waiting_.push_back(std::move(id));
  auto id = std::move(waiting_.front());
  waiting_.pop_front();
  return id;
}

ClientCases::Next ClientCases::next() {
  while (cases_.size() < cases_at_once) cases_.push_back({supply_.take(), 0});
  auto current = std::move(cases_.front());
  cases_.pop_front();
  auto const& command = commands_[current.step];
  Next const next{current.case_id, command};
  if (++current.step < commands_.size()) cases_.push_back(std::move(current));
  return next;
}

}  // namespace jalon::commands::bench
