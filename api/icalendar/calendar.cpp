#include "api/icalendar/calendar.hpp"

#include <date/date.h>

#include <locale>

#include "engine/text/utf8.hpp"

namespace jalon::icalendar {

namespace {

constexpr std::size_t longest_line_bytes = 75;

std::string compact(Date date) {
  auto text = to_string(date);
  std::erase(text, '-');
  return text;
}

std::string compact(Instant instant) {
  return date::format(std::locale::classic(), "%Y%m%dT%H%M%SZ", date::floor<std::chrono::seconds>(instant));
}

class Lines {
 public:
  void add(std::string_view line) { text_ += fold(line); }
  void add(std::string_view name, std::string_view value) {
    add(std::string(name).append(":").append(value));
  }
  void add_text(std::string_view name, std::string_view value) { add(name, escape(value)); }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

void add(Lines& lines, Day const& day, std::string const& made_at) {
  lines.add("BEGIN:VEVENT");
  lines.add_text("UID", day.uid);
  lines.add("DTSTAMP", made_at);
  lines.add("DTSTART;VALUE=DATE", compact(day.on));
  lines.add("DTEND;VALUE=DATE", compact(plus_days(day.on, 1)));
  lines.add_text("SUMMARY", day.summary);
  if (!day.description.empty()) lines.add_text("DESCRIPTION", day.description);
  lines.add_text("CATEGORIES", day.category);
  lines.add("TRANSP:TRANSPARENT");
  lines.add("CLASS:CONFIDENTIAL");
  lines.add("END:VEVENT");
}

}  // namespace

std::string escape(std::string_view text) {
  std::string escaped;
  utf8::for_each_character(text, [&](char32_t character) {
    if (character == '\n') return void(escaped += "\\n");
    if (utf8::is_control(character)) return;
    if (character == '\\' || character == ',' || character == ';') escaped += '\\';
    utf8::append(escaped, character);
  });
  return escaped;
}

std::string fold(std::string_view line) {
  std::string folded;
  std::size_t length = 0;
  utf8::for_each_character(line, [&](char32_t character) {
    std::string bytes;
    utf8::append(bytes, character);
    if (length + bytes.size() > longest_line_bytes) {
      folded += "\r\n ";
      length = 1;
    }
    folded += bytes;
    length += bytes.size();
  });
  return folded += "\r\n";
}

std::string to_text(Calendar const& calendar, Instant made_at) {
  Lines lines;
  lines.add("BEGIN:VCALENDAR");
  lines.add("VERSION:2.0");
  lines.add("PRODID:-//Jalon//Agenda//FR");
  lines.add("CALSCALE:GREGORIAN");
  lines.add("METHOD:PUBLISH");
  lines.add_text("NAME", calendar.name);
  lines.add_text("X-WR-CALNAME", calendar.name);
  lines.add("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
  lines.add("X-PUBLISHED-TTL:PT1H");
  for (auto const& day : calendar.days) add(lines, day, compact(made_at));
  lines.add("END:VCALENDAR");
  return lines.take();
}

}  // namespace jalon::icalendar
