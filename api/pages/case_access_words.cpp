#include "api/pages/case_access_words.hpp"

#include "api/pages/french_time.hpp"
#include "api/pages/words.hpp"
#include "engine/model/field_labels.hpp"
#include "engine/model/value_labels.hpp"

namespace jalon::pages {

namespace {
std::string facts_in_words(Json const& reading) {
  if (reading.at("what") != "case")
    return std::string(french_label_of_value(reading.at("what").get<std::string>()));
  std::string text;
  for (auto const& fact : reading.at("facts"))
    text += (text.empty() ? "" : ", ") + std::string(french_label_of(fact.get<std::string>()));
  return text;
}
}  // namespace

Json readings_in_words(Json const& readings) {
  Json list = Json::array();
  for (auto const& reading : readings) {
    Json line{{"when", french_moment(reading.at("at"))},
              {"who", reading.at("name")},
              {"facts", facts_in_words(reading)}};
    // One page read is several readings of the same minute.
    if (list.empty() || list.back() != line) list.push_back(std::move(line));
  }
  return list;
}

Json accesses_in_words(Json const& accesses) {
  Json list = Json::array();
  for (auto const& access : accesses)
    list.push_back(
        {{"when", french_moment(access.at("at"))}, {"who", access.at("name")}, {"why", access.at("reason")}});
  return list;
}

Json consent_in_words(StaffNames const& names, Json const& entry) {
  return {{"what", entry.at("consent") == "given" ? "Accord" : "Retrait de l’accord"},
          {"about", entry.at("purpose") == "mdph" ? "que le membre de la MDPH lise l’urgence"
                                                  : "que l’équipe lise les conclusions et les urgences"},
          {"way", entry.at("way") == "written" ? "par écrit" : "de vive voix"},
          {"day", in_words(entry.at("on"))},
          {"by", names.of(entry.at("by"))}};
}

}  // namespace jalon::pages
