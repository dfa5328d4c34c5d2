// Where an e-mail about a committee leads to; nowhere while no public address is known.
#pragma once
#include <string>

namespace jalon::api {

inline std::string address_of_committee(std::string const& public_url, std::string const& id) {
  return public_url.empty() ? "" : public_url + "/commissions/" + id;
}
inline std::string address_of_committees(std::string const& public_url) {
  return public_url.empty() ? "" : public_url + "/commissions";
}

}  // namespace jalon::api
