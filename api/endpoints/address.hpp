// Which addresses a route answers: « /cases/{id}/events », « /feeds/{secret}.ics ».
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace jalon::api {

class AddressPattern {
 public:
  explicit AddressPattern(std::string_view address);
  // What stands in the place of each name is kept in `path`, which is of no use when it does not match.
  bool matches(std::vector<std::string> const& segments, std::map<std::string, std::string>& path) const;

 private:
  std::vector<std::string> parts_;
};

}  // namespace jalon::api
