// Turns a message's template and data into the text that leaves. Templates are mustache: those that Jalon
// comes with, or what an establishment made of one of them.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/json/json.hpp"

namespace jalon {

// One message, written: as an e-mail (subject, text, html) or as a letter to print (html).
struct RenderedMessage {
  std::string subject;  // one line, without « Objet : »
  std::string html;     // a whole page in French, ready for A4 and a window envelope
  std::string text;     // the same message without formatting
  std::string
      template_version;  // « jalon-3f2a91bc » of the texts that Jalon comes with, « 2 » of the own ones
};

// What an establishment made of a template, by version: 1, 2, …
struct OwnTemplate {
  int version = 0;
  std::string text;
};

// Why a template cannot be used: the line (from 1) and a French reason.
struct TemplateFault {
  int line = 0;
  std::string reason;
};

struct ShippedTemplate {
  std::string version;
  std::string text;
};

class Press {
 public:
  virtual ~Press() = default;
  // Of the establishment's own text when it has one. Throws std::out_of_range when no template has that name,
  // std::invalid_argument when the text is broken.
  virtual RenderedMessage render(std::string_view template_name, Json const& data,
                                 std::optional<OwnTemplate> const& own = std::nullopt) const = 0;

  // As `render`, for an invented person of an invented establishment: how a text will look.
  virtual RenderedMessage sample(std::string_view template_name, std::optional<OwnTemplate> const& own,
                                 bool in_plain_language) const = 0;

  virtual std::vector<std::string> names() const = 0;  // in alphabetical order
  // The text that Jalon comes with; nothing when no template has that name.
  virtual std::optional<ShippedTemplate> shipped(std::string_view template_name) const = 0;
  // Everything that is wrong with a text that is to take the place of a shipped one; empty: it may be used.
  virtual std::vector<TemplateFault> faults(std::string const& text) const = 0;
  // What a reader may stumble over in a text that works: long sentences, unexplained acronyms. French.
  virtual std::vector<std::string> remarks(std::string const& text) const = 0;
};

}  // namespace jalon
