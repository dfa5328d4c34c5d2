#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jalon::csv {

// The columns of a file of notifications.
enum class Column {
  family_name,
  given_name,
  birth_date,
  channel,
  received_on,
  mdph,
  email,
  phone,
  address,
  contact_preference,
  decision_id,
  national_decision_id,
  vt_individual_number,
  valid_from,
  valid_until,
  legal_representative,
  resource_person,
};

// What a column is called: in a French file, and in the contract's JSON.
struct ColumnName {
  Column column;
  std::string_view french;
  std::string_view field;
  bool required;
};

std::vector<ColumnName> const& column_names();

std::string_view french_name(Column column);
std::string_view field_name(Column column);

// The column that a heading means, in French or by the contract's name; case, accents, spaces, hyphens and
// apostrophes do not count.
std::optional<Column> column_of(std::string_view heading);

// A text without accents and in lower case, for comparing names: « Éloïse » and « ELOISE » are the same.
std::string folded(std::string_view text);

}  // namespace jalon::csv
