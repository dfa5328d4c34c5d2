#include "engine/simulation/staff_habits.hpp"

#include <array>

namespace jalon {

namespace {

constexpr Role AA = Role::admin_assistant, CO = Role::coordinator, DR = Role::doctor, RF = Role::referent;

// In this state, with this likelihood a day, this is done.
struct Usual {
  std::string_view state;
  double likelihood;
  Role by;
  std::string_view event, data;
};

constexpr std::string_view notifications =
    R"({"documents":["rqth_notification","orientation_notification"]})";
constexpr std::string_view sheets =
    R"({"documents":["administrative_sheet","social_sheet","professional_sheet","remuneration_sheet"]})";

constexpr std::array usual{
    Usual{"notified_digital", 0.12, AA, "send_first_contact", "{}"},
    Usual{"notified_digital", 0.004, AA, "reject_notification", R"({"reason":"Orientation expirée"})"},
    Usual{"notified_paper", 0.2, AA, "search_via_trajectoire",
          R"({"found":true,"national_decision_id":"DEC-1"})"},
    Usual{"first_contact_sent", 0.03, AA, "receive_documents", notifications},
    Usual{"first_contact_sent", 0.02, AA, "record_interest", "{}"},
    Usual{"first_contact_sent", 0.01, AA, "send_reminder", R"({"by":["letter"]})"},
    Usual{"interest_expressed", 0.05, AA, "receive_documents", notifications},
    Usual{"first_contact_sent", 0.005, AA, "close_without_answer", "{}"},
    Usual{"file_sent", 0.04, AA, "return_file", sheets},
    Usual{"file_sent", 0.02, AA, "send_reminder", R"({"by":["phone"]})"},
    Usual{"file_reminded", 0.04, AA, "return_file", sheets},
    Usual{"file_reminded", 0.01, AA, "close_without_answer", "{}"},
    Usual{"completeness_check", 0.3, AA, "check_file", "{}"},
    Usual{"incomplete_admin_help", 0.05, AA, "receive_documents", notifications},
    Usual{"on_committee_list", 0.2, CO, "open_review", "{}"},
    Usual{"under_review", 0.9, CO, "decide",
          R"({"outcome":"retained","aim":"Projet","choice":"person","rank":1})"},
    Usual{"under_review", 0.3, CO, "decide",
          R"({"outcome":"not_retained","reason":"Relève d'un autre service"})"},
    Usual{"assigned", 0.3, AA, "send_dates_letter", "{}"},
    Usual{"admitted", 0.05, CO, "hold_pre_reception", R"({"attended":true})"},
    Usual{"pre_reception_done", 0.1, AA, "send_convocation", "{}"},
    Usual{"pre_reception_done", 0.003, DR, "postpone_for_health", "{}"},
    Usual{"postponed_health", 0.03, DR, "confirm_stable", "{}"},
    Usual{"suspended_health", 0.05, DR, "resume", "{}"},
    Usual{"stay", 0.003, DR, "interrupt_for_health", "{}"},
    Usual{"stay", 0.003, CO, "abandon", "{}"},
    Usual{"follow_up", 0.01, RF, "record_follow_up", R"({"check":3,"result":"training"})"},
};

bool has_come(std::optional<Date> day, Date today) {
  return day && *day <= today;
}

std::optional<Date> date_in(Json const& data, char const* part, char const* field) {
  if (!data.contains(part) || !data[part].contains(field)) return std::nullopt;
  return parse_date(data[part][field].get<std::string>());
}

// What hangs on a date of the case rather than on chance.
std::optional<Habit> due_habit(Snapshot const& snapshot, std::string const& state, Date today,
                               PlannedDates const& planned) {
  std::string const day = to_string(today);
  if (state == "waiting_committee")
    return Habit{AA, "list_for_committee", {{"committee", planned.committee}}};
  if (state == "retained") return Habit{CO, "assign_session", {{"session", planned.session}}};
  if (state == "convoked" && has_come(date_in(snapshot.data, "seat", "entry_on"), today))
    return Habit{CO, "record_entry", {{"entered_on", day}}};
  if (state != "stay") return std::nullopt;
  auto const place = [&](char const* region) { return snapshot.places.at(std::string("stay.") + region); };
  int const days = days_between(snapshot.entered.at("journey"), today);
  if (place("referent") == "to_designate") return Habit{CO, "designate_referent", {{"user", "referent"}}};
  if (place("contract") == "to_sign" && days > 5) return Habit{CO, "sign_contract", {{"signed_on", day}}};
  if (place("assessment") == "awaiting_s2" && days > 10)
    return Habit{CO, "hold_initial_synthesis", {{"summary", "Pistes"}}};
  if (place("assessment") == "in_progress" && days > 80)
    return Habit{CO, "hold_final_synthesis", {{"summary", "Projet"}}};
  if (place("assessment") == "final_held" && days > 95) return Habit{CO, "depart", {{"departed_on", day}}};
  return std::nullopt;
}

}  // namespace

std::optional<Habit> habit_in(Snapshot const& snapshot, Date today, PlannedDates const& planned,
                              std::function<double()> const& chance) {
  std::string const& state = snapshot.places.at("journey");
  if (auto habit = due_habit(snapshot, state, today, planned)) {
    if (chance() < 0.4) return habit;
    return std::nullopt;
  }
  for (auto const& each : usual)
    if (each.state == state && chance() < each.likelihood)
      return Habit{each.by, std::string(each.event), Json::parse(each.data)};
  if (chance() < 0.0005 && !state.starts_with("closed")) return Habit{AA, "renounce", Json::object()};
  return std::nullopt;
}

}  // namespace jalon
