#pragma once

#include "engine/model/report.hpp"

namespace jalon::postgres {

/// A report as `report_facts` (migration `sending_transmissions`) answers it.
Report read_report(Json const& facts);

}  // namespace jalon::postgres
