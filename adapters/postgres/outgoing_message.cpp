#include "adapters/postgres/outgoing_message.hpp"

#include <algorithm>
#include <array>

#include "engine/calendar/date.hpp"

namespace jalon::postgres {
namespace {

struct Addressee {
  std::string name, email, address;
};

std::string text_of(Json const& json, char const* field) {
  auto const found = json.is_object() ? json.find(field) : json.end();
  return found != json.end() && found->is_string() ? found->get<std::string>() : "";
}

std::string french_long_date(std::string const& iso) {
  static constexpr std::array months{"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                     "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
  auto const date = parse_date(iso).value();
  auto const day = unsigned(date.day());
  return (day == 1 ? "1er" : std::to_string(day)) + " " + months.at(unsigned(date.month()) - 1) + " " +
         std::to_string(int(date.year()));
}

Addressee person_of(Json const& person) {
  return {text_of(person, "given_name") + " " + text_of(person, "family_name"), text_of(person, "email"),
          text_of(person, "address")};
}

Addressee mdph_of(Json const& row) {
  Json const& known = row.at("mdph_address");
  auto const name = text_of(known, "name");
  return {name.empty() ? "MDPH (" + text_of(row, "mdph") + ")" : name,
          known.is_string() ? known.get<std::string>() : text_of(known, "email"), text_of(known, "address")};
}

Addressee addressee_of(Json const& row) {
  auto const recipient = text_of(row, "recipient");
  if (recipient == "person") return person_of(row.at("person"));
  if (recipient == "mdph") return mdph_of(row);
  return {text_of(row.at("staff"), "name"), text_of(row.at("staff"), "email"), ""};
}

Json const& list_of(Json const& row, char const* field) {
  static Json const none = Json::array();
  return row.at(field).is_array() ? row.at(field) : none;
}

// The next date of each deadline, by its name.
Json next_dates(Json const& deadlines) {
  Json dates = Json::object();
  for (auto const& each : deadlines) {
    auto const id = text_of(each, "id"), due = text_of(each, "due");
    if (!each.value("passed", false) && (!dates.contains(id) || due < dates[id])) dates[id] = due;
  }
  return dates;
}

// Until when the person is asked to answer: what the assistant awaits in the case's journey.
Json answer_due(Json const& deadlines) {
  Json due;
  for (auto const& each : deadlines) {
    bool const awaited = text_of(each, "region") == "journey" && text_of(each, "owner") == "admin_assistant";
    if (awaited && !each.value("passed", false) && (due.is_null() || text_of(each, "due") < due))
      due = text_of(each, "due");
  }
  return due;
}

// Those that are not over, the next few.
Json coming_closures(Json const& closures, std::string const& today) {
  constexpr std::size_t most = 4;
  std::vector<Json> coming;
  for (auto const& closure : closures)
    if (text_of(closure, "last") >= today) coming.push_back(closure);
  std::stable_sort(coming.begin(), coming.end(), [](Json const& one, Json const& other) {
    return text_of(one, "first") < text_of(other, "first");
  });
  coming.resize(std::min(most, coming.size()));
  return coming;
}

// The establishment as the letter shows it: signed by whom this kind of letter is signed by, else by whom the
// letter head names.
Json signing(Json const& row) {
  Json establishment = row.at("establishment");
  Json const& signatories = row.at("signatories");
  auto const own = signatories.is_object() ? signatories.find(text_of(row, "template")) : signatories.end();
  if (!signatories.is_object() || own == signatories.end()) return establishment;
  establishment["signatory"] = text_of(*own, "name");
  establishment["signatory_title"] = text_of(*own, "title");
  return establishment;
}

}  // namespace

Json letter_data(Json const& row) {
  auto const addressee = addressee_of(row);
  auto const& deadlines = list_of(row, "deadlines");
  Json data{{"due", answer_due(deadlines)},
            {"deadlines", next_dates(deadlines)},
            {"closures", coming_closures(list_of(row, "closures"), text_of(row, "today"))}};
  data.update(row.at("details"));
  for (char const* field : {"person", "notification", "documents_not_required", "reference", "mdph",
                            "by_email", "case", "event", "referent_name"})
    data[field] = row.at(field);
  data["establishment"] = signing(row);
  data["recipient"] = {{"name", addressee.name}, {"address", addressee.address}};
  data["date"] = french_long_date(data.contains("day") ? text_of(data, "day") : text_of(row, "today"));
  data["to_mdph"] = text_of(row, "recipient") == "mdph";
  return data;
}

std::optional<OwnTemplate> own_template_of(Json const& row) {
  Json const& own = row.at("own_template");
  if (own.is_null()) return std::nullopt;
  return OwnTemplate{own.at("version"), own.at("text")};
}

OutgoingMessage read_outgoing(Json const& row) {
  OutgoingMessage message;
  message.establishment = row.at("house");
  message.id = row.at("id");
  message.template_name = row.at("template");
  message.own_template = own_template_of(row);
  message.by_email = row.at("by_email");
  message.attempts = row.at("attempts");
  if (message.by_email) message.recipient_address = addressee_of(row).email;
  message.data = letter_data(row);
  return message;
}

}  // namespace jalon::postgres
