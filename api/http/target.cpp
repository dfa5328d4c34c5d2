#include "api/http/target.hpp"

#include <algorithm>
#include <boost/url/parse.hpp>
#include <boost/url/pct_string_view.hpp>
#include <boost/url/url_view.hpp>

#include "api/http/refusal.hpp"
#include "api/http/utf8.hpp"

namespace jalon::http {

namespace {

bool is_control(char byte) {
  return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F;
}

bool separates_elsewhere(char byte) {
  return byte == '/' || byte == '\\';
}

std::string decoded(std::string_view segment) {
  return boost::urls::pct_string_view(segment).decode();
}

void check_segment(std::string const& segment) {
  if (segment == "." || segment == "..") throw malformed("L'adresse contient un segment « . » ou « .. ».");
  if (std::any_of(segment.begin(), segment.end(), separates_elsewhere))
    throw malformed("L'adresse contient une barre oblique encodée.");
  if (std::any_of(segment.begin(), segment.end(), is_control))
    throw malformed("L'adresse contient un caractère de contrôle.");
  if (!is_utf8(segment)) throw malformed("L'adresse n'est pas en UTF-8.");
}

// Cut here and not by Boost.URL, whose segments leave out a leading "/.".
std::vector<std::string> segments_of(std::string_view path) {
  std::vector<std::string> segments;
  if (path == "/") return segments;
  while (!path.empty()) {
    path.remove_prefix(1);
    auto segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    check_segment(segments.emplace_back(decoded(segment)));
  }
  return segments;
}

void check_parameter(std::string const& text) {
  if (text.find('\0') != text.npos) throw malformed("Un paramètre de l'adresse contient un caractère nul.");
  if (!is_utf8(text)) throw malformed("Un paramètre de l'adresse n'est pas en UTF-8.");
}

}  // namespace

Target parse_target(std::string_view text) {
  auto parsed = boost::urls::parse_origin_form(text);
  if (parsed.has_error()) throw malformed("L'adresse demandée n'est pas de la forme /chemin?paramètres.");
  Target target;
  target.path = text.substr(0, text.find('?'));
  target.segments = segments_of(target.path);
  for (auto parameter : parsed->params()) {
    check_parameter(parameter.key);
    check_parameter(parameter.value);
    if (parameter.key.empty() && !parameter.has_value) continue;
    target.query.emplace_back(std::move(parameter.key), std::move(parameter.value));
  }
  return target;
}

}  // namespace jalon::http
