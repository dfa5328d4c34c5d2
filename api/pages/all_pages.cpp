#include "api/pages/account.hpp"
#include "api/pages/acts.hpp"
#include "api/pages/assets.hpp"
#include "api/pages/case_access.hpp"
#include "api/pages/case_batch.hpp"
#include "api/pages/case_documents.hpp"
#include "api/pages/case_exchanges.hpp"
#include "api/pages/case_export.hpp"
#include "api/pages/case_journey.hpp"
#include "api/pages/case_list.hpp"
#include "api/pages/case_page.hpp"
#include "api/pages/case_person.hpp"
#include "api/pages/case_stay.hpp"
#include "api/pages/case_team.hpp"
#include "api/pages/committee_dates.hpp"
#include "api/pages/committee_decisions.hpp"
#include "api/pages/committee_entries.hpp"
#include "api/pages/committee_grades.hpp"
#include "api/pages/committee_list.hpp"
#include "api/pages/committee_minutes.hpp"
#include "api/pages/committee_page.hpp"
#include "api/pages/committee_sending.hpp"
#include "api/pages/letters.hpp"
#include "api/pages/live.hpp"
#include "api/pages/log_in.hpp"
#include "api/pages/log_in_set_up.hpp"
#include "api/pages/my_day.hpp"
#include "api/pages/new_case.hpp"
#include "api/pages/outside_log_in.hpp"
#include "api/pages/pathway_page.hpp"
#include "api/pages/plan_corrections.hpp"
#include "api/pages/second_factor_pages.hpp"
#include "api/pages/session_days.hpp"
#include "api/pages/session_list.hpp"
#include "api/pages/session_page.hpp"
#include "api/pages/settings_accounts.hpp"
#include "api/pages/settings_calendar.hpp"
#include "api/pages/settings_log_in.hpp"
#include "api/pages/settings_menu.hpp"
#include "api/pages/settings_policy.hpp"
#include "api/pages/settings_retention.hpp"
#include "api/pages/settings_signatories.hpp"
#include "api/pages/settings_templates.hpp"
#include "api/pages/settings_tokens.hpp"
#include "api/pages/steering.hpp"
#include "api/pages/tasks.hpp"
#include "api/pages/transmissions.hpp"
#include "api/pages/year_calendar.hpp"

namespace jalon::pages {

namespace {
constexpr std::vector<PageRoute> (*groups[])() = {log_in_pages,
                                                  log_in_set_up_pages,
                                                  outside_log_in_pages,
                                                  asset_pages,
                                                  my_day_pages,
                                                  task_pages,
                                                  case_list_pages,
                                                  new_case_pages,
                                                  case_batch_pages,
                                                  letter_pages,
                                                  transmission_pages,
                                                  act_pages,
                                                  case_pages,
                                                  case_journey_pages,
                                                  case_documents_pages,
                                                  case_exchanges_pages,
                                                  case_person_pages,
                                                  case_stay_pages,
                                                  case_access_pages,
                                                  case_team_pages,
                                                  case_export_pages,
                                                  live_pages,
                                                  pathway_pages,
                                                  committee_list_pages,
                                                  committee_date_pages,
                                                  committee_page_pages,
                                                  committee_grade_pages,
                                                  committee_entry_pages,
                                                  committee_sending_pages,
                                                  committee_decision_pages,
                                                  committee_minutes_pages,
                                                  session_list_pages,
                                                  session_page_pages,
                                                  session_day_pages,
                                                  plan_correction_pages,
                                                  steering_pages,
                                                  year_calendar_pages,
                                                  settings_pages,
                                                  account_settings_pages,
                                                  log_in_settings_pages,
                                                  token_settings_pages,
                                                  template_settings_pages,
                                                  signatory_settings_pages,
                                                  retention_settings_pages,
                                                  policy_settings_pages,
                                                  calendar_settings_pages,
                                                  own_account_pages,
                                                  second_factor_pages};
}  // namespace

std::vector<PageRoute> all_pages() {
  std::vector<PageRoute> all;
  for (auto const group : groups) {
    auto const pages = group();
    all.insert(all.end(), pages.begin(), pages.end());
  }
  return all;
}

}  // namespace jalon::pages
