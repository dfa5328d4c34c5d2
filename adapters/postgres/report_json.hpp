#pragma once

#include "engine/model/report.hpp"

namespace jalon::postgres {

/// A report as `report_facts` (migration 0021) answers it.
Report read_report(Json const& facts);

}  // namespace jalon::postgres
