#pragma once

#include <string>
#include <vector>

#include "engine/json/json.hpp"

namespace jalon {

/**
 * Builds a value from the events of nlohmann's parser, and stops at the first thing that `parse_json`
 * refuses. An event that returns false ends the parse; `reason()` then says why, in French.
 */
class StrictBuilder : public nlohmann::json_sax<Json> {
 public:
  explicit StrictBuilder(Json& document) : document_(document) {}

  std::string const& reason() const { return reason_; }

  bool null() override;
  bool boolean(bool value) override;
  bool number_integer(number_integer_t value) override;
  bool number_unsigned(number_unsigned_t value) override;
  bool number_float(number_float_t value, string_t const& text) override;
  bool string(string_t& value) override;
  bool binary(binary_t& value) override;
  bool start_object(std::size_t size) override;
  bool key(string_t& name) override;
  bool end_object() override;
  bool start_array(std::size_t size) override;
  bool end_array() override;
  bool parse_error(std::size_t position, std::string const& last_token,
                   nlohmann::detail::exception const& error) override;

 private:
  bool refuse(std::string reason);
  bool open(Json container);
  bool close();
  Json& place(Json value);

  Json& document_;
  std::vector<Json*> open_;  // from the outermost container to the innermost
  Json* member_ = nullptr;   // where the value of the key just read goes
  std::string reason_;
};

}  // namespace jalon
