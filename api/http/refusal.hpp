#pragma once

#include <exception>
#include <string>

#include "api/http/message.hpp"

namespace jalon::http {

/**
 * A request that the server itself turns away, before any handler. The connection is closed after the answer,
 * since nothing that follows on it can be trusted to begin where it seems to.
 */
class Refusal : public std::exception {
 public:
  /** `detail_fr` is shown to the user, and repeats nothing of the request. */
  Refusal(int status, std::string detail_fr) : status_(status), detail_(std::move(detail_fr)) {}

  int status() const { return status_; }
  char const* what() const noexcept override { return detail_.c_str(); }

  /** The problem document: `malformed` for 400, `too_large` for 413, 414 and 431, and so on. */
  Response response() const;

 private:
  int status_;
  std::string detail_;
};

/** A 400. */
inline Refusal malformed(std::string detail_fr) {
  return Refusal(400, std::move(detail_fr));
}

}  // namespace jalon::http
