#include "adapters/letters/plain_text.hpp"

#include <array>
#include <boost/regex.hpp>
#include <vector>

#include "adapters/letters/markup.hpp"

namespace jalon::letters {

namespace {

template <std::size_t N>
bool is_one_of(std::string_view name, std::array<std::string_view, N> const& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 8> left_out{"head",  "style",  "script", "h1",
                                                   "title", "header", "object", "iframe"};
// What begins and ends in a line of its own, with an empty line around it.
constexpr std::array<std::string_view, 15> blocks{"p",       "div",    "ul", "ol",         "table",
                                                  "h2",      "h3",     "h4", "caption",    "section",
                                                  "address", "footer", "dl", "blockquote", "main"};

class Writer {
 public:
  void take(MarkupPiece const& piece) {
    if (!piece.is_tag) return take_text(piece.text);
    if (skipping_ > 0) return skip(piece);
    if (!piece.is_closing && is_left_out(piece)) return begin_skipping(piece);
    piece.is_closing ? close(piece) : open(piece);
  }
  std::string text() const {
    static boost::regex const blanks{"[ \\t]+\\n"}, gaps{"\\n{3,}"}, ends{"\\A\\s+|\\s+\\z"};
    auto text = boost::regex_replace(text_, blanks, "\n");
    text = boost::regex_replace(text, gaps, "\n\n");
    return boost::regex_replace(text, ends, "") + "\n";
  }

 private:
  static bool is_left_out(MarkupPiece const& piece) {
    return is_one_of(piece.name, left_out) || attribute(piece.text, "class") == "sheet";
  }
  void begin_skipping(MarkupPiece const& piece) { skipped_ = std::string(piece.name), skipping_ = 1; }
  void skip(MarkupPiece const& piece) {
    if (piece.name == skipped_) skipping_ += piece.is_closing ? -1 : 1;
  }

  void open(MarkupPiece const& piece) {
    auto const kind = attribute(piece.text, "class");
    if (kind == "lines" || kind == "quote") kept_ = std::string(piece.name);
    if (piece.name == "br" || (kind == "lines" && !text_.ends_with('\n'))) text_ += "\n";
    if (piece.name == "a") link_ = std::string(attribute(piece.text, "href")), link_from_ = text_.size();
    if (piece.name == "ol" || piece.name == "ul") lists_.push_back(piece.name == "ol" ? 1 : 0);
    if (piece.name == "li") begin_item();
    if (piece.name == "tr") text_ += "\n", cells_ = 0;
    if ((piece.name == "td" || piece.name == "th") && cells_++ > 0) text_ += " – ";
    if (is_one_of(piece.name, blocks)) text_ += "\n\n";
  }
  void close(MarkupPiece const& piece) {
    if (piece.name == kept_) kept_.clear();
    if (piece.name == "a") end_link();
    if ((piece.name == "ol" || piece.name == "ul") && !lists_.empty()) lists_.pop_back();
    if (is_one_of(piece.name, blocks)) text_ += "\n\n";
  }
  void begin_item() {
    text_ += "\n";
    bool const numbered = !lists_.empty() && lists_.back() > 0;
    text_ += numbered ? std::to_string(lists_.back()++) + ". " : "- ";
  }
  // An address that the link does not show by itself.
  void end_link() {
    if (!link_.empty() && text_.substr(link_from_) != link_) text_ += " (" + link_ + ")";
    link_.clear();
  }
  void take_text(std::string_view raw) {
    if (skipping_ > 0) return;
    auto const text = without_entities(raw);
    bool blank = text_.empty() || text_.ends_with('\n') || text_.ends_with(' ');
    for (char const c : text) {
      if (c == '\n' && !kept_.empty()) {
        text_ += '\n', blank = true;
      } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
        if (!blank) text_ += ' ';
        blank = true;
      } else {
        text_ += c, blank = false;
      }
    }
  }

  std::string text_, skipped_, kept_, link_;
  std::size_t link_from_ = 0;
  int skipping_ = 0, cells_ = 0;
  std::vector<int> lists_;  // the next number of each open list; 0: it has none
};

}  // namespace

std::string plain_text(std::string_view html) {
  Writer writer;
  for_each_piece(html, [&](MarkupPiece const& piece) { writer.take(piece); });
  return writer.text();
}

}  // namespace jalon::letters
