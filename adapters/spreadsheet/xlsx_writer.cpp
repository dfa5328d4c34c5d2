#include "adapters/spreadsheet/xlsx_writer.hpp"

#include <xlsxwriter.h>

#include <memory>
#include <stdexcept>

#include "adapters/spreadsheet/memory_file.hpp"
#include "engine/calendar/date.hpp"
#include "engine/text/harmless.hpp"

namespace jalon::spreadsheet {

namespace {

// A library that reports errors one call at a time: the first one ends the file.
void require(lxw_error error) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(lxw_strerror(error));
}

class Book {
 public:
  explicit Book(std::string const& path) : book_(workbook_new(path.c_str())) {
    if (!book_) throw std::runtime_error("no workbook");
  }
  Book(Book const&) = delete;
  Book& operator=(Book const&) = delete;
  ~Book() {
    if (book_) workbook_close(book_);
  }

  lxw_workbook* get() const { return book_; }
  void close() {
    auto* const book = book_;
    book_ = nullptr;  // closing frees it, whatever comes of it
    require(workbook_close(book));
  }

 private:
  lxw_workbook* book_;
};

lxw_format* text_format(lxw_workbook* book) {
  auto* const format = workbook_add_format(book);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  format_set_border(format, LXW_BORDER_HAIR);
  return format;
}
lxw_format* date_format(lxw_workbook* book) {
  auto* const format = text_format(book);
  format_set_num_format(format, "dd/mm/yyyy");
  format_set_align(format, LXW_ALIGN_LEFT);
  return format;
}
lxw_format* heading_format(lxw_workbook* book) {
  auto* const format = text_format(book);
  format_set_bold(format);
  format_set_bg_color(format, 0xDCE6F1);
  return format;
}

lxw_datetime day_of(Date date) {
  lxw_datetime day{};
  day.year = int(date.year());
  day.month = int(unsigned(date.month()));
  day.day = int(unsigned(date.day()));
  return day;
}

class Page {
 public:
  Page(lxw_workbook* book, Sheet const& sheet)
      : page_(workbook_add_worksheet(book, sheet.name.c_str())),
        texts_(text_format(book)),
        dates_(date_format(book)),
        headings_(heading_format(book)) {
    if (!page_) throw std::runtime_error("no sheet can be named " + sheet.name);
  }

  void write(Sheet const& sheet) {
    write_headings(sheet.columns);
    lxw_row_t row = 1;
    for (auto const& line : sheet.lines) {
      lxw_col_t column = 0;
      for (auto const& cell : line) write_cell(row, column++, cell);
      ++row;
    }
    if (!sheet.columns.empty())
      require(worksheet_autofilter(page_, 0, 0, row - 1, lxw_col_t(sheet.columns.size() - 1)));
  }

  void prepare_printing(std::string const& title) {
    worksheet_set_landscape(page_);
    constexpr std::uint8_t a4 = 9;
    worksheet_set_paper(page_, a4);
    worksheet_set_margins(page_, 0.4, 0.4, 0.8, 0.6);
    require(worksheet_repeat_rows(page_, 0, 0));
    constexpr std::uint16_t one_page_wide = 1, any_height = 0;
    worksheet_fit_to_pages(page_, one_page_wide, any_height);
    require(worksheet_set_header(page_, ("&L&B" + in_header(title)).c_str()));
    require(worksheet_set_footer(page_, "&Rpage &P / &N"));
  }

 private:
  // « & » begins a code there.
  static std::string in_header(std::string const& text) {
    std::string escaped;
    for (char c : text) escaped += c == '&' ? "&&" : std::string(1, c);
    return escaped;
  }

  void write_headings(std::vector<SheetColumn> const& columns) {
    lxw_col_t column = 0;
    for (auto const& [heading, width] : columns) {
      require(worksheet_set_column(page_, column, column, width, nullptr));
      require(worksheet_write_string(page_, 0, column, heading.c_str(), headings_));
      ++column;
    }
    worksheet_freeze_panes(page_, 1, 0);
  }

  void write_cell(lxw_row_t row, lxw_col_t column, Json const& cell) {
    if (cell.is_null()) return require(worksheet_write_blank(page_, row, column, texts_));
    if (cell.is_number()) return require(worksheet_write_number(page_, row, column, cell, texts_));
    auto const text = cell.get<std::string>();
    if (auto const date = parse_date(text)) {
      auto day = day_of(*date);
      return require(worksheet_write_datetime(page_, row, column, &day, dates_));
    }
    require(worksheet_write_string(page_, row, column, harmless(text).c_str(), texts_));
  }

  lxw_worksheet* page_;
  lxw_format *texts_, *dates_, *headings_;
};

void set_title(lxw_workbook* book, std::string title) {
  lxw_doc_properties properties{};
  properties.title = title.data();
  require(workbook_set_properties(book, &properties));
}

}  // namespace

std::string XlsxWriter::write(Sheet const& sheet) const {
  MemoryFile const file;
  Book book(file.path());
  set_title(book.get(), sheet.title);
  Page page(book.get(), sheet);
  page.write(sheet);
  page.prepare_printing(sheet.title);
  book.close();
  return file.content();
}

}  // namespace jalon::spreadsheet
