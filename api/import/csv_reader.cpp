#include "api/import/csv_reader.hpp"

#include <csv.h>

#include <algorithm>
#include <new>
#include <utility>

namespace jalon::csv {

namespace {

bool is_line_break(char c) {
  return c == '\r' || c == '\n';
}

// Feeds libcsv byte by byte, to know the line on which each record begins.
class CsvReading {
 public:
  CsvReading(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) { start_parser(); }
  ~CsvReading() { csv_free(&parser_); }
  CsvReading(CsvReading const&) = delete;
  CsvReading& operator=(CsvReading const&) = delete;

  CsvText run() {
    do {
      while (position_ < text_.size()) read_byte();
    } while (!is_finished());
    return std::move(result_);
  }

 private:
  void start_parser() {
    unsigned char const options = CSV_STRICT | CSV_STRICT_FINI;
    if (csv_init(&parser_, options) != 0) throw std::bad_alloc{};
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter_));
  }

  void read_byte() {
    char const byte = text_[position_];
    if (!in_record_ && !is_line_break(byte)) {
      in_record_ = true;
      record_ = {line_, {}};
      record_start_ = position_;
    }
    if (csv_parse(&parser_, &byte, 1, &take_field, &take_record, this) != 1) {
      if (csv_error(&parser_) != CSV_EPARSE) throw std::bad_alloc{};
      return give_up_record();
    }
    bool const is_lone_return = byte == '\r' && text_.substr(position_ + 1, 1) != "\n";
    if (byte == '\n' || is_lone_return) ++line_;
    ++position_;
  }

  // At the end of the text: an open quote sends the reading back, all else is done.
  bool is_finished() {
    if (csv_fini(&parser_, &take_field, &take_record, this) == 0) return true;
    give_up_record();
    return position_ == text_.size();
  }

  // Notes the fault and goes back to the line after the one where the record began.
  void give_up_record() {
    result_.faults.push_back({record_.line});
    csv_free(&parser_);
    start_parser();
    in_record_ = false;
    position_ = std::min(text_.find_first_of("\r\n", record_start_), text_.size());
    line_ = record_.line;
  }

  static void take_field(void* bytes, std::size_t size, void* self) {
    auto const* const text = static_cast<char const*>(bytes);
    static_cast<CsvReading*>(self)->record_.fields.emplace_back(text, size);
  }

  static void take_record(int, void* self) {
    auto& reading = *static_cast<CsvReading*>(self);
    auto const& fields = reading.record_.fields;
    bool const is_blank =
        std::all_of(fields.begin(), fields.end(), [](auto const& field) { return field.empty(); });
    if (!is_blank) reading.result_.records.push_back(std::move(reading.record_));
    reading.record_ = {};
    reading.in_record_ = false;
  }

  std::string_view text_;
  char delimiter_;
  csv_parser parser_{};
  CsvText result_;
  CsvRecord record_{};
  bool in_record_ = false;
  std::size_t record_start_ = 0;
  std::size_t position_ = 0;
  std::size_t line_ = 1;
};

}  // namespace

CsvText read_csv(std::string_view text, char delimiter) {
  return CsvReading{text, delimiter}.run();
}

char detect_delimiter(std::string_view text) {
  auto const first_line = text.substr(0, text.find_first_of("\r\n"));
  auto const count = [&](char c) { return std::count(first_line.begin(), first_line.end(), c); };
  return count(',') > count(';') ? ',' : ';';
}

}  // namespace jalon::csv
