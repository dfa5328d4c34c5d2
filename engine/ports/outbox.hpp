// What waits to leave the house. Claimed under a lease, sent, recorded; a crash between the server's « 250 »
// and our commit leaves a message in doubt, which a person looks at and which is never sent again by itself.
#pragma once
#include <string>
#include <vector>

#include "engine/json/json.hpp"
#include "engine/ports/mailer.hpp"
#include "engine/ports/press.hpp"

namespace jalon {

struct OutgoingMessage {
  std::string establishment, id, template_name;
  std::optional<OwnTemplate> own_template;  // none: the text that Jalon comes with
  bool by_email = false;
  std::string recipient_address;  // e-mail address; empty for a letter
  Json data;                      // what the template may use (see adapters/letters)
  int attempts = 0;
};

class Outbox {
 public:
  virtual ~Outbox() = default;
  // Claims what may leave now (state pending, its time come): the claim is committed before anything is sent.
  // Without a mail server e-mails stay where they are.
  virtual std::vector<OutgoingMessage> claim(std::size_t limit, bool with_emails) = 0;
  virtual void record_prepared(OutgoingMessage const& message,
                               RenderedMessage const& letter) = 0;  // a letter to print
  virtual void record_sent(OutgoingMessage const& message) = 0;
  // Tried again after `retry_after_s` seconds of real time. `is_shown` opens a task, one for all that waits;
  // it is done by itself when mails leave again.
  virtual void record_try_later(OutgoingMessage const& message, std::string const& reason, int retry_after_s,
                                bool is_shown) = 0;
  virtual void record_refused(OutgoingMessage const& message, std::string const& reason) = 0;  // opens a task
  virtual void record_in_doubt(OutgoingMessage const& message,
                               std::string const& reason) = 0;  // opens a task
  // Claims of processes that died: e-mails become in doubt, letters pending again. Returns how many.
  virtual std::size_t recover_abandoned() = 0;
  // What was claimed and not told of is given up, and then found abandoned as a dead process's is. For when
  // something failed on the way that is nobody's to record.
  virtual void let_go() noexcept = 0;
};

}  // namespace jalon
