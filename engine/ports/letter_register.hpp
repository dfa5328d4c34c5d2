// Letters as people work with them: read, print, post, and the texts they are made of. Every reading of a
// person's letter or document is kept, with who and when.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/ports/press.hpp"
#include "engine/ports/registers.hpp"

namespace jalon {

class LetterRegister {
 public:
  virtual ~LetterRegister() = default;

  // The letters with these identifiers that are in sight, in this order: {"id", "status", "template",
  // "reference", "html" (null: not prepared yet)}. Where one is missing or not ready, nothing was read.
  virtual Json read(Sight const& sight, std::vector<std::string> const& messages,
                    std::string const& login) = 0;

  // What a document is made of, and by which text.
  struct Making {
    Json data;
    std::optional<OwnTemplate> own;
  };
  // About a case as it is now. Nothing when there is no such case.
  virtual std::optional<Making> document(std::string const& establishment, std::string const& case_id,
                                         std::string const& template_name, std::string const& login) = 0;
  // Of the house, about no case alone: `content` is what it says, beside the establishment's own head. Who
  // gathered that content has kept its reading.
  virtual Making paper(std::string const& establishment, std::string const& template_name,
                       Json const& content) = 0;

  // A letter left the house, or came back: recorded with an entry in the case's history. Saying the same
  // again is yes; not_this_way: it is not ready or left otherwise; it never left, came back already, or
  // before it left.
  virtual Finished post(std::string const& establishment, std::string const& message, Date on,
                        std::string const& login) = 0;
  virtual Finished take_back(std::string const& establishment, std::string const& message, Date on,
                             std::string const& reason, std::string const& login) = 0;
  // As the list of messages shows it.
  virtual std::optional<Json> message(std::string const& establishment, std::string const& id) = 0;

  // Versions of own templates, the newest first of each: {"name", "version", "text" (null: went back to
  // Jalon's), "set_by", "set_at"}.
  virtual Json own_templates(std::string const& establishment, std::optional<std::string> const& name) = 0;
  // Without a text: back to the one that Jalon comes with. Answers the new version.
  virtual int set_template(std::string const& establishment, std::string const& name,
                           std::optional<std::string> const& text, std::string const& login) = 0;
};

}  // namespace jalon
