#pragma once

#include <boost/regex.hpp>
#include <string>

namespace jalon::letters {

inline std::size_t count(std::string const& text, std::string const& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

// The page as a reader sees it: without styles and tags.
inline std::string visible(std::string html) {
  html = boost::regex_replace(html, boost::regex{"<style>.*?</style>"}, "");
  html = boost::regex_replace(html, boost::regex{"<[^>]*>"}, "");
  return boost::regex_replace(html, boost::regex{"&nbsp;"}, "\u00A0");
}

}  // namespace jalon::letters
