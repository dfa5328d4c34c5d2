// Breaks a copy of a definition on purpose, for the tests of the proof. Names that lead nowhere throw.
#pragma once
#include <functional>

#include "engine/model/definition.hpp"

namespace jalon::kit {

int state_number(Definition const& definition, std::string_view region, std::string_view id);
StateModel& state(Definition& definition, std::string_view region, std::string_view id);
RowModel& row(Definition& definition, std::string_view id);
EventModel& event(Definition& definition, std::string_view id);
int deadline_number(Definition const& definition, std::string_view id);  // the first of that name
DeadlineModel& deadline(Definition& definition, std::string_view id);

// Takes rows out, and has regions and rows follow from what is left.
void remove_rows(Definition& definition, std::function<bool(RowModel const&)> const& unwanted);
void remove_row(Definition& definition, std::string_view id);
void remove_rows_of(Definition& definition, std::string_view event);
void remove_rows_from(Definition& definition, std::string_view region, std::string_view state);

// Adds a copy of a row, changed, at the end of the table.
void add_row_like(Definition& definition, std::string_view id, std::function<void(RowModel&)> const& change);

}  // namespace jalon::kit
