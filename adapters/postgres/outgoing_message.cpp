#include "adapters/postgres/outgoing_message.hpp"

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

Json data_of(Json const& row, Addressee const& addressee) {
  Json data = row.at("details");
  for (char const* field : {"establishment", "person", "notification", "reference", "mdph", "by_email"})
    data[field] = row.at(field);
  if (!row.at("items").is_null()) data["items"] = row.at("items");
  data["recipient"] = {{"name", addressee.name}, {"address", addressee.address}};
  data["date"] = french_long_date(text_of(row, "today"));
  data["to_mdph"] = text_of(row, "recipient") == "mdph";
  return data;
}

}  // namespace

OutgoingMessage read_outgoing(Json const& row) {
  auto const addressee = addressee_of(row);
  OutgoingMessage message;
  message.establishment = row.at("house");
  message.id = row.at("id");
  message.template_name = row.at("template");
  message.by_email = row.at("by_email");
  message.attempts = row.at("attempts");
  if (message.by_email) message.recipient_address = addressee.email;
  message.data = data_of(row, addressee);
  return message;
}

}  // namespace jalon::postgres
