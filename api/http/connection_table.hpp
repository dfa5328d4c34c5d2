#pragma once

#include <boost/asio/ip/address.hpp>
#include <cstddef>
#include <map>
#include <set>
#include <string>

#include "api/http/limits.hpp"

namespace jalon::http {

class Connection;

/** The connections that are open, counted by address. One thread only. */
class ConnectionTable {
 public:
  explicit ConnectionTable(Limits const& limits) : limits_(limits) {}

  /** Whether one more may come from there. */
  bool has_room(boost::asio::ip::address const& peer) const {
    auto counted = by_address_.find(counted_as(peer));
    bool address_is_full = counted != by_address_.end() && counted->second >= limits_.connections_per_address;
    return !address_is_full && open_.size() < limits_.connections;
  }

  void add(Connection& connection, boost::asio::ip::address const& peer) {
    open_.insert(&connection);
    ++by_address_[counted_as(peer)];
  }

  void remove(Connection& connection, boost::asio::ip::address const& peer) {
    open_.erase(&connection);
    auto counted = by_address_.find(counted_as(peer));
    if (--counted->second == 0) by_address_.erase(counted);
  }

  std::set<Connection*> const& open() const { return open_; }

 private:
  // One house has one IPv4 address, or one IPv6 /64 in which it has as many as it wants.
  static std::string counted_as(boost::asio::ip::address const& peer) {
    if (peer.is_v4()) return peer.to_string();
    auto address = peer.to_v6();
    if (address.is_v4_mapped())
      return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, address).to_string();
    auto bytes = address.to_bytes();
    return std::string(bytes.begin(), bytes.begin() + 8);
  }

  Limits const& limits_;
  std::set<Connection*> open_;
  std::map<std::string, std::size_t> by_address_;
};

}  // namespace jalon::http
