#pragma once

#include <string>

#include "adapters/smtp/smtp_settings.hpp"
#include "engine/ports/mailer.hpp"

namespace jalon::smtp {

inline Email sample_mail() {
  return {"message-42@jalon.example.org", "camille.roussel@example.org", "Votre dossier d’admission",
          "Bonjour,\nvotre dossier est ouvert.\n", "<p>Bonjour,</p>\n<p>votre dossier est ouvert.</p>\n"};
}

// The same time-out in every phase.
inline Timeouts patient(std::chrono::milliseconds time) {
  return {time, time, time, time, time, std::chrono::ceil<std::chrono::seconds>(time)};
}

inline SmtpSettings settings_for(std::string url) {
  SmtpSettings settings;
  settings.url = std::move(url);
  settings.from = "admissions@espo.example.org";
  settings.from_name = "ESPO Les Érables, admissions";
  settings.starttls = StartTls::none;
  settings.timeouts = patient(std::chrono::seconds{10});
  return settings;
}

}  // namespace jalon::smtp
