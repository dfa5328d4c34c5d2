#include "engine/reminders/urgent.hpp"

#include <algorithm>
#include <map>

namespace jalon {

bool is_urgent(PathwayReminders const& pathway, TroubledMessage const& message, Date day) {
  auto const& known = pathway.announcing_entry;
  if (std::find(known.begin(), known.end(), message.template_name) == known.end()) return false;
  auto const entry = pathway.entry_day(message.data);
  return entry && *entry >= day && days_between(day, *entry) <= urgent_days;
}

std::vector<UrgentMail> urgent_mails(std::vector<PathwayReminders> const& pathways,
                                     std::vector<TroubledMessage> const& messages, Team const& team,
                                     Date day) {
  std::vector<UrgentMail> mails;
  for (auto const& message : messages) {
    auto const& pathway = reminders_of(pathways, message.workflow);
    if (!is_urgent(pathway, message, day)) continue;
    std::map<std::string, UrgentMail> by_login;
    for (auto role : {Role::admin_assistant, Role::coordinator})
      for (auto const& heard : team.who_hears(role, {}, day)) {
        UrgentMail mail{heard.to->login,
                        heard.to->name,
                        message,
                        *pathway.entry_day(message.data),
                        heard.because,
                        "",
                        ""};
        if (heard.instead_of)
          mail.instead_of = heard.instead_of->login, mail.instead_of_name = heard.instead_of->name;
        by_login.emplace(mail.login, std::move(mail));
      }
    for (auto& [login, mail] : by_login)
      if (std::find(message.told.begin(), message.told.end(), login) == message.told.end())
        mails.push_back(std::move(mail));
  }
  return mails;
}

Instant leaves_at(Instant now, ReminderHours const& hours, OpeningCalendar const& calendar) {
  auto const today = paris_date(now);
  if (now >= instant_of(today, hours.evening))
    return instant_of(calendar.next_opening_day(plus_days(today, 1)), hours.morning);
  auto const day = calendar.next_opening_day(today);
  return std::max(now, instant_of(day, hours.morning));
}

Json details_of(UrgentMail const& mail, std::string const& public_url) {
  auto const& message = mail.message;
  return {{"login", mail.login},
          {"about", message.id},
          {"file", message.reference},
          {"url", public_url + "/dossiers/" + message.reference},
          {"message", message.template_name},
          {"trouble", message.trouble},
          {"entry_on", to_string(mail.entry_on)},
          {"instead_of", mail.instead_of_name.empty() ? Json(nullptr) : Json(mail.instead_of_name)}};
}

}  // namespace jalon
