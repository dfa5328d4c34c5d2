#include "api/endpoints/session_lists.hpp"

#include <algorithm>
#include <boost/mp11.hpp>

#include "api/endpoints/committee_list.hpp"
#include "workflows/preorientation.hpp"

namespace jalon::api {

namespace {

bool has(Json const& list, std::string_view name) {
  return list.is_array() && std::find(list.begin(), list.end(), name) != list.end();
}

// What never came, and what was found missing at the pre-reception.
std::string missing_documents(Json const& seat) {
  auto const found_missing = seat.at("pre_reception").is_object()
                                 ? seat.at("pre_reception").value("missing_documents", Json::array())
                                 : Json::array();
  std::string names;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<preorientation::Document>>([&](auto each) {
    if (!has(seat.at("documents"), each.name) || has(found_missing, each.name))
      names += (names.empty() ? "" : ", ") + std::string(preorientation::french_name_of(each.value));
  });
  return names;
}

std::string known_stability(Json const& seat) {
  auto const& held = seat.at("pre_reception");
  auto const stable = held.is_object() ? held.value("medically_stable", Json()) : Json();
  if (!stable.is_boolean()) return "à vérifier";
  return stable.get<bool>() ? "confirmée" : "non confirmée";
}

std::string known_urgency(Json const& seat) {
  auto const& held = seat.at("pre_reception");
  auto const urgent = held.is_object() ? held.value("social_urgency", Json()) : Json();
  if (urgent.is_boolean()) return urgent.get<bool>() ? "signalée" : "aucune";
  auto const& grade = seat.at("social_urgency");
  return grade.is_number() ? "en commission : " + grade.dump() + " sur 3" : "à vérifier";
}

Json attendee(Json const& seat) {
  return {{"reference", seat.at("reference")},
          {"family_name", seat.at("family_name")},
          {"given_name", seat.at("given_name")}};
}

Json session_in_words(Json const& session) {
  return {{"entry_on", session.at("entry_on")}, {"pre_reception_on", session.at("pre_reception_on")}};
}

}  // namespace

Json session_seen_by(RoleSet roles, Json session) {
  int const free = session.at("capacity").get<int>() - session.at("taken").get<int>();
  session["free"] = free;
  for (auto& seat : session["seats"]) {
    seat.erase("documents"), seat.erase("pre_reception"), seat.erase("social_urgency");
  }
  session["waiting"] = waiting_seen_by(roles, std::move(session["waiting"]), free);
  return session;
}

Json waiting_seen_by(RoleSet roles, Json waiting, int free) {
  bool const sees_urgencies = roles.meets(committee_readers());
  for (auto& line : waiting) {
    line["offered"] = line.at("place").get<int>() <= free;
    if (!sees_urgencies)
      for (char const* field : {"social_urgency", "medical_urgency", "reason", "difference", "consent"})
        line[field] = nullptr;
  }
  return list_seen_by(roles, {{"version", nullptr}, {"lines", std::move(waiting)}}).at("lines");
}

Json pre_reception_content(Json const& session, RoleSet roles) {
  bool const sees_urgencies = roles.meets(committee_readers());
  Json attendees = Json::array();
  for (auto const& seat : session.at("seats")) {
    auto line = attendee(seat);
    line["stability"] = sees_urgencies ? known_stability(seat) : "";
    line["urgency"] = sees_urgencies ? known_urgency(seat) : "";
    line["missing"] = missing_documents(seat);
    attendees.push_back(line);
  }
  return {{"session", session_in_words(session)}, {"attendees", attendees}};
}

Json attendance_content(Json const& session, std::string const& on) {
  Json attendees = Json::array();
  for (auto const& seat : session.at("seats")) attendees.push_back(attendee(seat));
  return {{"session", session_in_words(session)}, {"on", on}, {"attendees", attendees}};
}

}  // namespace jalon::api
