#pragma once

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cstddef>
#include <utility>

namespace jalon::http {

/**
 * Threads for work that blocks, with a bound on how much may wait for them. `has_room` and `run` belong to
 * the one thread of input and output, to which each result comes back. The destructor drops what waits, and
 * returns when what runs has returned.
 */
class WorkerPool {
 public:
  WorkerPool(std::size_t workers, std::size_t waiting_max)
      : at_once_max_(workers + waiting_max), threads_(workers) {}

  bool has_room() const { return at_once_ < at_once_max_; }

  /** `co_await`s the result of `work`, which must not throw. */
  template <typename Result, typename Work>
  boost::asio::awaitable<Result> run(Work work) {
    ++at_once_;
    Result result = co_await begin<Result>(std::move(work));
    --at_once_;
    co_return result;
  }

 private:
  template <typename Result, typename Work>
  auto begin(Work work) {
    return boost::asio::async_initiate<boost::asio::use_awaitable_t<> const, void(Result)>(
        [this](auto resume, Work todo) {
          boost::asio::post(threads_, [resume = std::move(resume), todo = std::move(todo)]() mutable {
            auto executor = boost::asio::get_associated_executor(resume);
            boost::asio::post(executor, [resume = std::move(resume), result = todo()]() mutable {
              std::move(resume)(std::move(result));
            });
          });
        },
        boost::asio::use_awaitable, std::move(work));
  }

  std::size_t at_once_ = 0;
  std::size_t at_once_max_;
  boost::asio::thread_pool threads_;
};

}  // namespace jalon::http
