#pragma once

#include <memory>
#include <string>
#include <variant>

namespace jalon {

// One e-mail, ready to leave: what the outbox hands to a mail server.
struct Email {
  std::string message_id;  // without < >; made from the outbox row, so that a repeat is recognisable
  std::string to;          // one bare address, person@example.org
  std::string subject;     // UTF-8, one line
  std::string text;        // UTF-8, the plain version
  std::string html;        // UTF-8, the same content as a page; may be empty
};

// What a try that failed for now is about.
enum class Trouble {
  mail,     // this mail or its addressee: others may leave
  server,   // the server is out of reach or overloaded: the others would fare alike
  settings  // the server turns us away before any mail (log-in, encryption): a person must mend it
};

// What became of it. The reasons are French sentences for staff; they name no address.
struct Sent {};  // the server said 250 after the data: it is the server's now
struct TryLater {
  std::string reason;
  Trouble trouble = Trouble::mail;
};  // nothing was accepted and a later try may succeed
struct Refused {
  std::string reason;
};  // a person must act: repeating the same mail is useless
struct InDoubt {
  std::string reason;
};  // all was sent, no answer came: never repeat it blindly

using SendOutcome = std::variant<Sent, TryLater, Refused, InDoubt>;

// One conversation with the mail server, for the mails that leave together; connects with its first mail and
// takes leave when it is destroyed. For one thread.
class MailSession {
 public:
  virtual ~MailSession() = default;
  // Does not throw for what the network or the server does: every such end is an outcome. After a failure
  // the next mail is sent over a fresh connection.
  virtual SendOutcome send(Email const& email) = 0;
};

// A mail server. May be used from several threads.
class Mailer {
 public:
  virtual ~Mailer() = default;
  virtual std::unique_ptr<MailSession> open() = 0;
  // The program ends: conversations break off where that leaves no doubt, and no new one begins.
  virtual void hang_up() = 0;
};

}  // namespace jalon
