#include "api/import/column.hpp"

#include <algorithm>
#include <array>

#include "engine/text/utf8.hpp"

namespace jalon::csv {

namespace {

struct Accents {
  std::u32string_view accented;
  char plain;
};

constexpr std::array<Accents, 8> accents = {{{U"àâäáãåÀÂÄÁÃÅ", 'a'},
                                             {U"çÇ", 'c'},
                                             {U"éèêëÉÈÊË", 'e'},
                                             {U"îïíìÎÏÍÌ", 'i'},
                                             {U"ñÑ", 'n'},
                                             {U"ôöóòõøÔÖÓÒÕØ", 'o'},
                                             {U"ùûüúÙÛÜÚ", 'u'},
                                             {U"ÿýŸÝ", 'y'}}};

// Other ways in which people head the same columns.
struct Alias {
  std::string_view heading;
  Column column;
};

constexpr std::array<Alias, 13> aliases = {{{"nom_de_famille", Column::family_name},
                                            {"date_de_naissance", Column::birth_date},
                                            {"recu_le", Column::received_on},
                                            {"date_de_reception", Column::received_on},
                                            {"departement", Column::mdph},
                                            {"e_mail", Column::email},
                                            {"mail", Column::email},
                                            {"tel", Column::phone},
                                            {"preference_de_contact", Column::contact_preference},
                                            {"numero_de_decision", Column::decision_id},
                                            {"numero_individu", Column::vt_individual_number},
                                            {"valable_du", Column::valid_from},
                                            {"valable_au", Column::valid_until}}};

ColumnName const& named(Column column) {
  return *std::find_if(column_names().begin(), column_names().end(),
                       [&](ColumnName const& name) { return name.column == column; });
}

std::string normalised(std::string_view heading) {
  std::string name;
  utf8::for_each_character(folded(heading), [&](char32_t c) {
    bool const is_joint = c == ' ' || c == '-' || c == '\'' || c == U'’' || c == U'\u00A0' || c == '_';
    if (!is_joint) utf8::append(name, c);
    if (is_joint && !name.empty() && name.back() != '_') name += '_';
  });
  while (!name.empty() && name.back() == '_') name.pop_back();
  return name;
}

}  // namespace

std::vector<ColumnName> const& column_names() {
  static std::vector<ColumnName> const names = {
      {Column::family_name, "nom", "family_name", true},
      {Column::given_name, "prenom", "given_name", true},
      {Column::birth_date, "date_naissance", "birth_date", true},
      {Column::channel, "canal", "channel", true},
      {Column::received_on, "recue_le", "received_on", true},
      {Column::mdph, "mdph", "mdph", true},
      {Column::email, "courriel", "email", false},
      {Column::phone, "telephone", "phone", false},
      {Column::address, "adresse", "address", false},
      {Column::contact_preference, "preference", "contact_preference", false},
      {Column::decision_id, "numero_decision", "decision_id", false},
      {Column::national_decision_id, "numero_decision_national", "national_decision_id", false},
      {Column::vt_individual_number, "numero_individu_vt", "vt_individual_number", false},
      {Column::valid_from, "valide_du", "valid_from", false},
      {Column::valid_until, "valide_au", "valid_until", false},
      {Column::legal_representative, "representant_legal", "legal_representative", false},
      {Column::resource_person, "personne_ressource", "resource_person", false},
  };
  return names;
}

std::string_view french_name(Column column) {
  return named(column).french;
}

std::string_view field_name(Column column) {
  return named(column).field;
}

std::optional<Column> column_of(std::string_view heading) {
  auto const name = normalised(heading);
  for (auto const& known : column_names()) {
    if (name == known.french || name == known.field) return known.column;
  }
  auto const* const alias =
      std::find_if(aliases.begin(), aliases.end(), [&](Alias const& other) { return other.heading == name; });
  if (alias != aliases.end()) return alias->column;
  return std::nullopt;
}

std::string folded(std::string_view text) {
  std::string plain;
  utf8::for_each_character(text, [&](char32_t c) {
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    for (auto const& group : accents) {
      if (group.accented.find(c) != std::u32string_view::npos) c = static_cast<char32_t>(group.plain);
    }
    utf8::append(plain, c);
  });
  return plain;
}

}  // namespace jalon::csv
