// Who the case is about and which notification opened it: the same for every admission workflow.
// Shapes: the contract's `person` and `notification`.
#pragma once
#include <optional>

#include "engine/model/described.hpp"

namespace jalon {

enum class ContactPreference { letter, email };
BOOST_DESCRIBE_ENUM(ContactPreference, letter, email)

enum class Channel { digital, paper };
BOOST_DESCRIBE_ENUM(Channel, digital, paper)

struct Person {
  Text family_name, given_name;
  Date birth_date;
  std::optional<std::string> email, phone, address;
  std::optional<ContactPreference> contact_preference;
  std::optional<std::string> legal_representative, resource_person;

  friend bool operator==(Person const&, Person const&) = default;
  // By e-mail only when the person asked for it and has an address (contract, « Messages »).
  bool is_written_by_email() const {
    return contact_preference == ContactPreference::email && email && !email->empty();
  }
};
BOOST_DESCRIBE_STRUCT(Person, (),
                      (family_name, given_name, birth_date, email, phone, address, contact_preference,
                       legal_representative, resource_person))

struct Notification {
  Channel channel{};
  Date received_on;  // the day it appeared (pathway C4: the person waits from that day)
  std::string mdph;  // department code, « 12 », « 2A », « 974 »
  std::optional<std::string> decision_id, national_decision_id, vt_individual_number;
  std::optional<Date> valid_from, valid_until;

  // An absent end is open.
  bool is_valid_on(Date day) const {
    return (!valid_from || *valid_from <= day) && (!valid_until || day <= *valid_until);
  }
};
BOOST_DESCRIBE_STRUCT(Notification, (),
                      (channel, received_on, mdph, decision_id, national_decision_id, vt_individual_number,
                       valid_from, valid_until))

// What the types alone do not say: dates in order, a real department, an e-mail that could be one.
void check_person(Person const& person, Date today, std::string const& pointer, FieldErrors& errors);
void check_notification(Notification const& notification, Date today, std::string const& pointer,
                        FieldErrors& errors);
bool is_department(std::string_view code);

}  // namespace jalon
