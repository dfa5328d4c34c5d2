// A request's body, field by field: what is wrong is collected and refused together.
#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "api/endpoints/api_problem.hpp"
#include "engine/calendar/instant.hpp"

namespace jalon::api {

class Body {
 public:
  Body(Json const& json, std::initializer_list<std::string_view> known_fields);

  std::optional<std::string> text(std::string const& field);  // required, not blank
  std::optional<std::string> optional_text(std::string const& field);
  std::optional<int> whole(std::string const& field, int least, int most);  // required
  std::optional<int> optional_whole(std::string const& field, int least, int most);
  std::optional<Date> date(std::string const& field);  // required
  std::optional<Date> optional_date(std::string const& field);
  std::optional<Instant> instant(std::string const& field);  // required
  // required, from one to `most` of them
  std::vector<std::string> texts(std::string const& field, std::size_t most);
  Json object(std::string const& field);  // empty when absent

  void wrong(std::string const& field, std::string code, std::string message);
  FieldErrors const& errors() const { return errors_; }
  void refuse() const;  // throws invalid_data when anything was wrong

 private:
  Json const* find(std::string const& field, bool required);
  Json const& json_;
  FieldErrors errors_;
};

}  // namespace jalon::api
