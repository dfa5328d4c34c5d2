#include "tests/kit/engine/breaking.hpp"

#include <algorithm>

namespace jalon::kit {

namespace {
template <class List>
auto& named(List& list, std::string_view id) {
  auto const found = std::find_if(list.begin(), list.end(), [&](auto const& each) { return each.id == id; });
  if (found == list.end()) throw std::invalid_argument("nothing is called " + std::string(id));
  return *found;
}

void complete_anew(Definition& definition) {
  for (auto& each : definition.events) each.rows.clear();
  for (auto& each : definition.states) each.region = -1, each.initial = false;
  definition.complete();
}
}  // namespace

int state_number(Definition const& definition, std::string_view region, std::string_view id) {
  int const number = definition.find_state(definition.find_region(region), id);
  if (number < 0) throw std::invalid_argument("no state " + std::string(id));
  return number;
}

StateModel& state(Definition& definition, std::string_view region, std::string_view id) {
  return definition.states[std::size_t(state_number(definition, region, id))];
}

RowModel& row(Definition& definition, std::string_view id) {
  return named(definition.rows, id);
}

EventModel& event(Definition& definition, std::string_view id) {
  return named(definition.events, id);
}

DeadlineModel& deadline(Definition& definition, std::string_view id) {
  return named(definition.deadlines, id);
}

int deadline_number(Definition const& definition, std::string_view id) {
  return int(&named(definition.deadlines, id) - definition.deadlines.data());
}

void remove_rows(Definition& definition, std::function<bool(RowModel const&)> const& unwanted) {
  if (std::erase_if(definition.rows, unwanted) == 0) throw std::invalid_argument("no row to remove");
  complete_anew(definition);
}

void remove_row(Definition& definition, std::string_view id) {
  remove_rows(definition, [&](RowModel const& each) { return each.id == id; });
}

void remove_rows_of(Definition& definition, std::string_view event_id) {
  int const number = definition.find_event(event_id);
  remove_rows(definition, [&](RowModel const& each) { return each.event == number; });
}

void remove_rows_from(Definition& definition, std::string_view region, std::string_view state_id) {
  int const number = state_number(definition, region, state_id);
  remove_rows(definition, [&](RowModel const& each) { return each.source == number; });
}

void add_row_like(Definition& definition, std::string_view id, std::function<void(RowModel&)> const& change) {
  RowModel copy = row(definition, id);
  change(copy);
  definition.rows.push_back(std::move(copy));
  complete_anew(definition);
}

}  // namespace jalon::kit
