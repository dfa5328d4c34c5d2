#include "api/import/notification_line.hpp"

#include <optional>
#include <utility>

#include "api/import/department.hpp"
#include "api/import/field_text.hpp"
#include "engine/text/email_address.hpp"
#include "engine/text/utf8.hpp"

namespace jalon::csv {

namespace {

constexpr std::size_t longest_text_characters = 200;

class LineReading {
 public:
  LineReading(Fields const& fields, Date today) : fields_(fields), today_(today) {}

  void read() {
    check_texts();
    read_person();
    read_channel();
    read_received_on();
    read_mdph();
    read_validity();
    for (auto const column :
         {Column::decision_id, Column::national_decision_id, Column::vt_individual_number}) {
      copy(column, notification_);
    }
  }

  std::variant<ImportedNotification, std::vector<LineFault>> result(std::size_t line) && {
    if (!faults_.empty()) return std::move(faults_);
    return ImportedNotification{line, std::move(person_), std::move(notification_)};
  }

 private:
  std::string const& text(Column column) const {
    static std::string const absent;
    auto const found = fields_.find(column);
    return found == fields_.end() ? absent : found->second;
  }

  void refuse(Column column, std::string reason) { faults_.push_back({column, std::move(reason)}); }

  void copy(Column column, Json& into) const {
    if (!text(column).empty()) into[std::string{field_name(column)}] = text(column);
  }

  void check_texts() {
    for (auto const& name : column_names()) {
      auto const& value = text(name.column);
      if (name.required && value.empty()) refuse(name.column, "Ce champ est obligatoire.");
      if (utf8::length(value) > longest_text_characters) {
        refuse(name.column, "Ce texte dépasse " + std::to_string(longest_text_characters) + " caractères.");
      }
      if (!is_clean(name.column, value)) refuse(name.column, "Ce texte contient un caractère de commande.");
    }
  }

  void read_person() {
    for (auto const column : {Column::family_name, Column::given_name, Column::phone, Column::address,
                              Column::legal_representative, Column::resource_person}) {
      copy(column, person_);
    }
    read_birth_date();
    read_email();
    read_contact_preference();
  }

  std::optional<Date> read_date(Column column, Json& into) {
    auto const& written = text(column);
    if (written.empty()) return std::nullopt;
    auto const date = parse_french_or_iso_date(written);
    if (!date) {
      refuse(column, "Cette date n’existe pas ou n’est pas écrite AAAA-MM-JJ ou JJ/MM/AAAA.");
      return std::nullopt;
    }
    into[std::string{field_name(column)}] = to_string(*date);
    return date;
  }

  void read_birth_date() {
    auto const date = read_date(Column::birth_date, person_);
    if (date && *date >= today_) refuse(Column::birth_date, "La date de naissance doit être dans le passé.");
  }

  void read_email() {
    copy(Column::email, person_);
    auto const& address = text(Column::email);
    if (!address.empty() && !is_mailable_address(address)) {
      refuse(Column::email, "Cette adresse électronique n’est pas valable.");
    }
  }

  void read_contact_preference() {
    auto const preference = folded(text(Column::contact_preference));
    if (preference.empty()) return;
    if (preference == "courrier" || preference == "letter") {
      person_["contact_preference"] = "letter";
    } else if (preference == "courriel" || preference == "email") {
      person_["contact_preference"] = "email";
      if (text(Column::email).empty()) {
        refuse(Column::contact_preference, "La préférence « courriel » demande une adresse électronique.");
      }
    } else {
      refuse(Column::contact_preference, "La préférence doit être « courrier » ou « courriel ».");
    }
  }

  void read_channel() {
    auto const channel = folded(text(Column::channel));
    if (channel == "numerique" || channel == "digital") {
      notification_["channel"] = "digital";
    } else if (channel == "papier" || channel == "paper") {
      notification_["channel"] = "paper";
    } else if (!channel.empty()) {
      refuse(Column::channel, "Le canal doit être « numerique » ou « papier ».");
    }
  }

  void read_received_on() {
    auto const date = read_date(Column::received_on, notification_);
    if (date && *date > today_) refuse(Column::received_on, "La date de réception est dans le futur.");
  }

  void read_mdph() {
    if (text(Column::mdph).empty()) return;
    if (auto const code = parse_department(text(Column::mdph))) {
      notification_["mdph"] = *code;
    } else {
      refuse(Column::mdph, "Ce n’est pas un code de département, par exemple 12, 2A ou 974.");
    }
  }

  void read_validity() {
    auto const from = read_date(Column::valid_from, notification_);
    auto const until = read_date(Column::valid_until, notification_);
    if (from && until && *until < *from) {
      refuse(Column::valid_until, "La fin de validité précède le début.");
    }
  }

  Fields const& fields_;
  Date today_;
  Json person_ = Json::object();
  Json notification_ = Json::object();
  std::vector<LineFault> faults_;
};

}  // namespace

std::variant<ImportedNotification, std::vector<LineFault>> read_line(std::size_t line, Fields const& fields,
                                                                     Date today) {
  LineReading reading{fields, today};
  reading.read();
  return std::move(reading).result(line);
}

}  // namespace jalon::csv
