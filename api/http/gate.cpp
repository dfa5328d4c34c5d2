#include "api/http/gate.hpp"

#include <algorithm>

#include "api/http/ascii.hpp"
#include "api/http/framing.hpp"
#include "api/http/refusal.hpp"

namespace jalon::http {

namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::size_t method_bytes_max = 32;

std::string_view next_line(std::string_view& rest) {
  auto line = rest.substr(0, rest.find(line_end));
  rest.remove_prefix(std::min(rest.size(), line.size() + line_end.size()));
  return line;
}

std::string_view next_word(std::string_view& rest) {
  auto word = rest.substr(0, rest.find(' '));
  rest.remove_prefix(std::min(rest.size(), word.size() + 1));
  return word;
}

void check_method(std::string_view method) {
  bool in_capitals = std::all_of(method.begin(), method.end(), is_method_character);
  if (method.empty() || method.size() > method_bytes_max || !in_capitals)
    throw malformed("Méthode HTTP invalide.");
  if (method == "TRACE" || method == "CONNECT") throw malformed("Méthode HTTP refusée par ce serveur.");
}

void check_target(std::string_view target, Limits const& limits) {
  if (target.size() > limits.target_bytes)
    throw Refusal(414, "L'adresse demandée dépasse la longueur admise.");
  bool is_plain = std::all_of(target.begin(), target.end(), is_visible);
  if (!is_plain) throw malformed("L'adresse contient des caractères non encodés.");
  if (!target.starts_with('/')) throw malformed("L'adresse demandée doit commencer par une barre oblique.");
}

void read_request_line(Head& head, std::string_view line, Limits const& limits) {
  head.method = next_word(line);
  head.target = next_word(line);
  check_method(head.method);
  check_target(head.target, limits);
  if (line != "HTTP/1.1" && line != "HTTP/1.0") throw malformed("Version de HTTP non prise en charge.");
  head.is_http_1_1 = line == "HTTP/1.1";
}

void read_field(Head& head, std::string_view line) {
  if (line.starts_with(' ') || line.starts_with('\t'))
    throw malformed("En-tête replié sur plusieurs lignes.");
  auto colon = line.find(':');
  if (colon == line.npos) throw malformed("Ligne d'en-tête sans deux-points.");
  auto name = line.substr(0, colon);
  auto value = trimmed(line.substr(colon + 1));
  if (name.empty() || !std::all_of(name.begin(), name.end(), is_token_character))
    throw malformed("Nom d'en-tête invalide.");
  if (std::any_of(value.begin(), value.end(), is_control_but_tab))
    throw malformed("Caractère de contrôle dans un en-tête.");
  head.fields.emplace_back(name, value);
}

}  // namespace

std::optional<std::size_t> header_end(std::string_view received, std::size_t scanned_bytes) {
  auto line_feed = received.find('\n', scanned_bytes);
  for (; line_feed != received.npos; line_feed = received.find('\n', line_feed + 1)) {
    if (line_feed == 0 || received[line_feed - 1] != '\r')
      throw malformed("Fin de ligne invalide dans l'en-tête.");
    auto begun = received.substr(0, line_feed + 1);
    if (begun.ends_with("\r\n\r\n")) return begun.size();
  }
  return std::nullopt;
}

void refuse_oversized(std::string_view received, Limits const& limits) {
  auto request_line = received.substr(0, received.find('\n'));
  next_word(request_line);
  if (next_word(request_line).size() > limits.target_bytes)
    throw Refusal(414, "L'adresse demandée dépasse la longueur admise.");
  throw Refusal(431, "Les en-têtes dépassent la taille admise.");
}

Head examine(std::string_view header, Limits const& limits) {
  if (header.size() > limits.header_bytes) refuse_oversized(header, limits);
  Head head;
  read_request_line(head, next_line(header), limits);
  for (auto line = next_line(header); !line.empty(); line = next_line(header)) read_field(head, line);
  if (!header.empty()) throw malformed("Ligne vide dans l'en-tête.");
  read_framing(head);
  return head;
}

}  // namespace jalon::http
