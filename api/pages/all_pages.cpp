#include "api/pages/acts.hpp"
#include "api/pages/assets.hpp"
#include "api/pages/case_batch.hpp"
#include "api/pages/case_list.hpp"
#include "api/pages/case_page.hpp"
#include "api/pages/letters.hpp"
#include "api/pages/log_in.hpp"
#include "api/pages/my_day.hpp"
#include "api/pages/new_case.hpp"
#include "api/pages/steering.hpp"
#include "api/pages/tasks.hpp"
#include "api/pages/transmissions.hpp"

namespace jalon::pages {

std::vector<PageRoute> all_pages() {
  std::vector<PageRoute> all;
  for (auto const& some : {log_in_pages(), asset_pages(), my_day_pages(), task_pages(), case_list_pages(),
                           new_case_pages(), case_batch_pages(), letter_pages(), transmission_pages(),
                           act_pages(), case_pages(), steering_pages()})
    all.insert(all.end(), some.begin(), some.end());
  return all;
}

}  // namespace jalon::pages
