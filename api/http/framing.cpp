#include "api/http/framing.hpp"

#include <algorithm>
#include <charconv>

#include "api/http/ascii.hpp"
#include "api/http/refusal.hpp"

namespace jalon::http {

namespace {

using Values = std::vector<std::string_view>;

Values values_of(Head const& head, std::string_view wanted) {
  Values values;
  for (auto const& [name, value] : head.fields)
    if (equals_ignoring_case(name, wanted)) values.push_back(value);
  return values;
}

void check_host(Head const& head) {
  Values hosts = values_of(head, "host");
  if (hosts.size() > 1) throw malformed("En-tête Host présent deux fois.");
  if (hosts.empty() && head.is_http_1_1) throw malformed("En-tête Host absent.");
  if (hosts.empty()) return;
  bool is_host = std::all_of(hosts[0].begin(), hosts[0].end(), is_host_character);
  if (hosts[0].empty() || !is_host) throw malformed("En-tête Host invalide.");
}

std::uint64_t length_in(std::string_view digits) {
  bool only_digits = std::all_of(digits.begin(), digits.end(), is_digit);
  std::uint64_t length_bytes = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length_bytes);
  if (!only_digits || error != std::errc{}) throw malformed("En-tête Content-Length invalide.");
  return length_bytes;
}

void read_content_length(Head& head) {
  Values lengths = values_of(head, "content-length");
  if (lengths.empty()) return;
  if (lengths.size() > 1) throw malformed("En-tête Content-Length présent deux fois.");
  head.content_length = length_in(lengths[0]);
}

void read_transfer_encoding(Head& head) {
  Values codings = values_of(head, "transfer-encoding");
  if (codings.empty()) return;
  if (!head.is_http_1_1) throw malformed("En-tête Transfer-Encoding en HTTP/1.0.");
  if (!values_of(head, "content-length").empty())
    throw malformed("En-têtes Transfer-Encoding et Content-Length ensemble.");
  if (codings.size() > 1 || codings[0] != "chunked")
    throw malformed("En-tête Transfer-Encoding non pris en charge.");
  head.is_chunked = true;
}

void read_connection(Head& head) {
  head.keeps_alive = head.is_http_1_1;
  for (auto options : values_of(head, "connection")) {
    while (!options.empty()) {
      auto option = options.substr(0, options.find(','));
      options.remove_prefix(std::min(options.size(), option.size() + 1));
      if (equals_ignoring_case(trimmed(option), "close")) head.keeps_alive = false;
    }
  }
}

void read_expectation(Head& head) {
  if (!head.is_http_1_1) return;
  for (auto expectation : values_of(head, "expect")) {
    if (!equals_ignoring_case(expectation, "100-continue"))
      throw Refusal(417, "En-tête Expect non pris en charge.");
    head.expects_continue = true;
  }
}

}  // namespace

void read_framing(Head& head) {
  check_host(head);
  read_transfer_encoding(head);
  read_content_length(head);
  read_connection(head);
  read_expectation(head);
}

}  // namespace jalon::http
