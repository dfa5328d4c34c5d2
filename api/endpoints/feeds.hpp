#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {

std::vector<Route> feed_routes();

// Where a feed is read: its address carries the secret, and whoever has it reads the feed.
std::string address_of_feed(std::string const& public_url, std::string const& secret);

}  // namespace jalon::api
