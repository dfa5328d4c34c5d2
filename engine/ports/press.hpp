// Turns a message's template and data into the text that leaves.
#pragma once
#include <string>
#include <string_view>

#include "engine/json/json.hpp"

namespace jalon {

// One message, written: as an e-mail (subject, text, html) or as a letter to print (html).
struct RenderedMessage {
  std::string subject;  // one line, without « Objet : »
  std::string html;     // a whole page in French, ready for A4 and a window envelope
  std::string text;     // the same message without formatting
};

class Press {
 public:
  virtual ~Press() = default;
  // Throws std::out_of_range when no template has that name.
  virtual RenderedMessage render(std::string_view template_name, Json const& data) const = 0;
};

}  // namespace jalon
