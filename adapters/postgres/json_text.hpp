#pragma once

#include <string>
#include <string_view>

#include "engine/json/json.hpp"

namespace jalon::postgres {

/// Writes JSON straight into a text: a batch of entries is megabytes, and building the documents first costs
/// more than all the rest of recording them. Commas come by themselves; brackets are the caller's to close.
class JsonText {
 public:
  JsonText& begin_object() { return open('{'); }
  JsonText& begin_array() { return open('['); }
  JsonText& end_object() { return close('}'); }
  JsonText& end_array() { return close(']'); }

  JsonText& name(std::string_view name);

  // Values: of an array, or after a name.
  JsonText& text(std::string_view value);
  JsonText& number(long value);
  JsonText& flag(bool value);
  JsonText& null();
  JsonText& document(Json const& value);

  std::string const& written() const { return text_; }

 private:
  JsonText& open(char bracket);
  JsonText& close(char bracket);
  void separate();
  void quote(std::string_view value);

  std::string text_;
};

}  // namespace jalon::postgres
