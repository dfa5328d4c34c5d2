#include "api/pages/assets.hpp"

#include <map>
#include <stdexcept>

#include "api/endpoints/hashing.hpp"
#include "api/pages/asset_files.hpp"

namespace jalon::pages {

namespace {

struct Asset {
  std::string address, fingerprint, type;
  std::string_view content;
};

std::string type_of(std::string_view name) {
  return name.ends_with(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
}

std::map<std::string, Asset, std::less<>> const& assets() {
  static auto const all = [] {
    std::map<std::string, Asset, std::less<>> named;
    for (auto const& file : asset_files()) {
      auto const fingerprint = api::hash_of(file.content).substr(0, 16);
      named[std::string(file.name)] = {"/assets/" + fingerprint + "/" + std::string(file.name), fingerprint,
                                       type_of(file.name), file.content};
    }
    return named;
  }();
  return all;
}

http::Response read_asset(Visit& visit) {
  auto const found = assets().find(visit.path.at("name"));
  if (found == assets().end() || found->second.fingerprint != visit.path.at("fingerprint"))
    throw api::ApiProblem{api::ProblemName::not_found, ""};
  return {200,
          found->second.type,
          std::string(found->second.content),
          {{"Cache-Control", "public, max-age=31536000, immutable"}}};
}

}  // namespace

std::string asset_address(std::string_view name) {
  auto const found = assets().find(name);
  if (found == assets().end()) throw std::out_of_range("no asset is named " + std::string(name));
  return found->second.address;
}

std::vector<PageRoute> asset_pages() {
  return {{.method = "GET",
           .address = "/assets/{fingerprint}/{name}",
           .execute = read_asset,
           .open_to_all = true}};
}

}  // namespace jalon::pages
