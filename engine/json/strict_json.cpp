#include "engine/json/strict_json.hpp"

#include "engine/json/strict_builder.hpp"

namespace jalon {

namespace {

// Reads the text and remembers how far: the events of nlohmann carry no position.
class Cursor {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = char const*;
  using reference = char const&;

  Cursor(char const* at, char const*& farthest) : at_(at), farthest_(&farthest) {}
  reference operator*() const { return *at_; }
  Cursor& operator++() {
    *farthest_ = ++at_;
    return *this;
  }
  bool operator==(Cursor const& other) const { return at_ == other.at_; }

 private:
  char const* at_;
  char const** farthest_;
};

}  // namespace

MalformedJson::MalformedJson(std::string const& reason, std::size_t offset_bytes)
    : std::runtime_error("JSON refusé à l'octet " + std::to_string(offset_bytes) + " : " + reason + "."),
      offset_bytes_(offset_bytes) {}

Json parse_json(std::string_view text) {
  // nlohmann takes a NUL byte for the end of the text, and would not look at what follows it.
  if (auto nul = text.find('\0'); nul != text.npos) throw MalformedJson("caractère nul", nul);

  Json document;
  StrictBuilder builder(document);
  char const* farthest = text.data();
  char const* end = text.data() + text.size();
  bool complete = Json::sax_parse(Cursor(text.data(), farthest), Cursor(end, farthest), &builder);
  if (!complete) throw MalformedJson(builder.reason(), static_cast<std::size_t>(farthest - text.data()));
  return document;
}

}  // namespace jalon
