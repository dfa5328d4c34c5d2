#pragma once

#include <boost/asio/buffer.hpp>
#include <cstring>
#include <string_view>
#include <vector>

namespace jalon::http {

/** Bytes received and not yet used, in a fixed piece of memory: a client cannot make it grow. */
class InputBuffer {
 public:
  explicit InputBuffer(std::size_t size_bytes) : storage_(size_bytes) {}

  std::string_view unread() const { return {storage_.data() + begin_, end_ - begin_}; }

  /** Room for more; moves what is unread, so that views into it are lost. Empty only if all the memory is
   * unread. */
  boost::asio::mutable_buffer room() {
    std::memmove(storage_.data(), storage_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
    return boost::asio::buffer(storage_.data() + end_, storage_.size() - end_);
  }

  void received(std::size_t bytes) { end_ += bytes; }
  void consume(std::size_t bytes) { begin_ += bytes; }

 private:
  std::vector<char> storage_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace jalon::http
