// How long a closed case is kept: the setting « retention » {"months"}. Shipped as 24 after the day of the
// last entry (CNIL, référentiel for the social and medico-social accompaniment of persons, 2021: two years
// after the last contact, unless the law says otherwise); the database has that default, because it is there
// that a case is due.
#pragma once
#include "engine/json/json.hpp"

namespace jalon {

struct RetentionBounds {
  static constexpr int least_months = 6, most_months = 240;
};

// Throws std::invalid_argument in French: {"months"} from 6 to 240.
void check_retention_setting(Json const& value);

}  // namespace jalon
