#include "adapters/smtp/smtp_mailer.hpp"

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "adapters/smtp/header_text.hpp"
#include "adapters/smtp/smtp_session.hpp"
#include "engine/text/email_address.hpp"

namespace jalon::smtp {

namespace {

void demand(bool holds, char const* what_is_wrong) {
  if (!holds) throw std::invalid_argument(what_is_wrong);
}

bool are_positive(Timeouts const& timeouts) {
  return std::min({timeouts.greeting, timeouts.command, timeouts.data, timeouts.block, timeouts.end,
                   std::chrono::milliseconds{timeouts.farewell}}) > std::chrono::milliseconds{0};
}

void check(SmtpSettings const& settings) {
  demand(settings.url.starts_with("smtp://") || settings.url.starts_with("smtps://"),
         "smtp url: must begin with smtp:// or smtps://");
  demand(is_header_text(settings.url) && settings.url.find(' ') == std::string::npos,
         "smtp url: must hold no blank or control character");
  demand(settings.url.find('@') == std::string::npos, "smtp url: must hold no user and password");
  demand(is_mailable_address(settings.from), "smtp from: is no e-mail address");
  demand(is_header_text(settings.from_name), "smtp from_name: must be one line of UTF-8");
  demand(settings.user.empty() == settings.password.empty(), "smtp user and password: both or none");
  demand(are_positive(settings.timeouts), "smtp timeouts: must be positive");
}

}  // namespace

SmtpMailer::SmtpMailer(SmtpSettings settings) : settings_(std::move(settings)) {
  check(settings_);
}

std::unique_ptr<MailSession> SmtpMailer::open() {
  return std::make_unique<SmtpSession>(settings_, hung_up_);
}

}  // namespace jalon::smtp
