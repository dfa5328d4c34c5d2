#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace jalon::postgres {

/// Answers that take long to find on a large base and may be a little old: counts and figures. What was found
/// within 50 ms is found anew each time, so that a small house always reads the truth. What took longer is
/// given again for twenty times as long as it took: however many people ask, no more than a twentieth of the
/// time goes into it. May be used from several threads.
template <class Answer>
class CostlyAnswers {
 public:
  template <class Find>
  Answer find(std::string const& question, Find const& find_it) {
    auto const asked_at = Clock::now();
    if (auto const known = still_good(question, asked_at)) return *known;
    auto answer = find_it();
    auto const found_at = Clock::now();
    if (auto const took = found_at - asked_at; took > cheap) keep(question, answer, found_at, took);
    return answer;
  }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::chrono::milliseconds cheap{50};
  static constexpr int times_as_long = 20;
  struct Kept {
    Answer answer;
    Clock::time_point until;
  };

  std::optional<Answer> still_good(std::string const& question, Clock::time_point now) {
    std::lock_guard const lock(mutex_);
    std::erase_if(kept_, [&](auto const& each) { return each.second.until < now; });
    auto const found = kept_.find(question);
    return found == kept_.end() ? std::nullopt : std::optional(found->second.answer);
  }

  void keep(std::string const& question, Answer const& answer, Clock::time_point now, Clock::duration took) {
    std::lock_guard const lock(mutex_);
    kept_.insert_or_assign(question, Kept{answer, now + took * times_as_long});
  }

  std::mutex mutex_;
  std::map<std::string, Kept> kept_;
};

}  // namespace jalon::postgres
