#pragma once

#include <string>
#include <variant>

namespace jalon {

// One e-mail, ready to leave: what the outbox hands to a Mailer.
struct Email {
  std::string message_id;  // without < >; made from the outbox row, so that a repeat is recognisable
  std::string to;          // one bare address, person@example.org
  std::string subject;     // UTF-8, one line
  std::string text;        // UTF-8, the plain version
  std::string html;        // UTF-8, the same content as a page; may be empty
};

// What became of it. The reasons are French sentences for staff; they name no address.
struct Sent {};  // the server said 250 after the data: it is the server's now
struct TryLater {
  std::string reason;
};  // nothing was accepted and a later try may succeed
struct Refused {
  std::string reason;
};  // a person must act: repeating the same mail is useless
struct InDoubt {
  std::string reason;
};  // all was sent, no answer came: never repeat it blindly

using SendOutcome = std::variant<Sent, TryLater, Refused, InDoubt>;

// Sends e-mails, one at a time. Does not throw for what the network or the server does: every such end is
// an outcome. May be called from several threads.
class Mailer {
 public:
  virtual ~Mailer() = default;
  virtual SendOutcome send(Email const& email) = 0;
};

}  // namespace jalon
