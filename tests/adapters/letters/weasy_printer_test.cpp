// S13. What a letter is laid out by asks nothing of another host, whatever its text says.
#include "adapters/letters/weasy_printer.hpp"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "adapters/letters/press.hpp"
#include "adapters/letters/sample_data.hpp"
#include "tests/kit/temporary_folder.hpp"

namespace jalon::letters {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// What a tool of poppler says about a PDF.
std::string seen_by(std::string const& tool, std::string const& pdf) {
  kit::TemporaryFolder const folder;
  auto const path = folder.path() / "letter.pdf", said = folder.path() / "said";
  std::ofstream(path, std::ios::binary) << pdf;
  auto const command = "cd '" + folder.path().string() + "' && " + tool + " > said 2>&1";
  EXPECT_EQ(std::system(command.c_str()), 0) << tool;
  std::ifstream answer(said);
  return {std::istreambuf_iterator<char>(answer), std::istreambuf_iterator<char>()};
}
std::string words_of(std::string const& pdf) {
  return seen_by("pdftotext -layout letter.pdf -", pdf);
}

std::string letter(Json data = sample_data(), char const* name = "first_contact") {
  return Press{}.render(name, data).html;
}
std::string page_with(std::string const& body) {
  return "<!DOCTYPE html><html lang=\"fr\"><head><title>Essai</title></head><body><h1>Essai</h1>" + body +
         "</body></html>";
}

// A server that only counts who knocks.
class Door {
 public:
  Door() {
    sockaddr_in address{};
    address.sin_family = AF_INET, address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address);
    listen(socket_, 8);
    socklen_t size = sizeof address;
    getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
  }
  ~Door() { close(socket_); }
  std::string address() const { return "http://127.0.0.1:" + std::to_string(port_); }
  bool somebody_knocked() const {
    pollfd waiting{socket_, POLLIN, 0};
    return poll(&waiting, 1, 0) > 0;
  }

 private:
  int socket_ = socket(AF_INET, SOCK_STREAM, 0);
  int port_ = 0;
};

TEST(Printing, MakesAnA4PdfWithTitleLanguageHeadingsAndTags) {
  auto const pdf = WeasyPrinter{}.print({letter()}, "");
  auto const facts = seen_by("pdfinfo letter.pdf", pdf);
  EXPECT_THAT(facts,
              HasSubstr("Votre orientation vers la pré-orientation, premier contact – ESPO Les Érables"));
  EXPECT_THAT(facts, HasSubstr("A4"));
  EXPECT_THAT(facts, HasSubstr("Tagged:          yes"));
  EXPECT_THAT(pdf, HasSubstr("/Lang (fr)"));
  auto const structure = seen_by("pdfinfo -struct-text letter.pdf", pdf);
  EXPECT_THAT(structure, HasSubstr("H1"));
  EXPECT_THAT(structure, HasSubstr("H2"));
}

// NF: a DL envelope of 110 × 220 mm, its window 100 × 45 mm at 20 mm from the right and the lower edge, the
// sheet folded in three. Whatever way it slides, it shows 45–79 mm from the top and 100–190 mm from the left.
TEST(Printing, PutsTheRecipientWhereTheWindowIs) {
  auto data = sample_data();
  data["recipient"] = {
      {"name", "Marie-Élisabeth de La Rochefoucauld-Montmorency"},
      {"address",
       "Chez Mme Ghislaine Desrousseaux\nRésidence Les Hauts-de-Saint-Affrique, bât. C, apt. 214\n"
       "127 bis avenue du Général-de-Gaulle\nBP 90210\n12400 Saint-Affrique Cedex"}};
  data["recipient"]["name"] = "Xavière de La Rochefoucauld";
  auto const boxes =
      seen_by("pdftotext -bbox -f 1 -l 1 letter.pdf -", WeasyPrinter{}.print({letter(data)}, ""));
  for (std::string const word : {"Xavière", "Rochefoucauld", "Desrousseaux", "214", "12400", "Cedex"}) {
    auto const at = boxes.find(">" + word + "<");
    ASSERT_NE(at, std::string::npos) << word;
    double x_min = 0, y_min = 0, x_max = 0, y_max = 0;
    auto const line = boxes.substr(boxes.rfind("<word", at), 200);
    ASSERT_EQ(std::sscanf(line.c_str(), "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &x_min,
                          &y_min, &x_max, &y_max),
              4);
    constexpr double points_per_mm = 72 / 25.4;
    EXPECT_GE(x_min / points_per_mm, 100) << word;
    EXPECT_LE(x_max / points_per_mm, 190) << word;
    EXPECT_GE(y_min / points_per_mm, 45) << word;
    EXPECT_LE(y_max / points_per_mm, 79) << word;
  }
}

TEST(Printing, JoinsABatchInTheOrderOfTheList) {
  std::vector<std::string> pages;
  for (char const* reference : {"2026-0003", "2026-0001", "2026-0002"}) {
    auto data = sample_data();
    data["reference"] = reference;
    pages.push_back(letter(data, "reminder"));
  }
  auto const pdf = WeasyPrinter{}.print(pages, "Trois courriers");
  EXPECT_THAT(seen_by("pdfinfo letter.pdf", pdf), HasSubstr("Trois courriers"));
  auto const words = words_of(pdf);
  auto const third = words.find("2026-0003"), first = words.find("2026-0001"),
             second = words.find("2026-0002");
  EXPECT_LT(third, first);
  EXPECT_LT(first, second);
  EXPECT_THAT(words, HasSubstr("page 1 / 1")) << "each letter counts its own pages";
  EXPECT_THAT(seen_by("pdfinfo -struct-text letter.pdf", pdf), HasSubstr("H1"));
}

TEST(Printing, FetchesNothingFromTheNetwork) {
  Door const door;
  auto const at = door.address();
  auto const pdf = WeasyPrinter{}.print(
      {page_with("<img src=\"" + at + "/a.png\"><link rel=\"stylesheet\" href=\"" + at +
                 "/a.css\"><link rel=\"attachment\" href=\"" + at + "/b\"><style>@import url(" + at +
                 "/c.css); @font-face { font-family: x; src: url(" + at +
                 "/d.woff) } p { font-family: x; background: url(" + at + "/e.png) }</style><object data=\"" +
                 at + "/f\"></object><embed src=\"" + at +
                 "/g\"><svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"" + at +
                 "/h.png\"/></svg><p>lu</p>")},
      "");
  EXPECT_FALSE(door.somebody_knocked());
  EXPECT_THAT(words_of(pdf), HasSubstr("lu"));
}

TEST(Printing, ReadsNoFile) {
  kit::TemporaryFolder const folder;
  auto const secret = folder.path() / "secret.css";
  std::ofstream(secret) << "p::after { content: \"SECRET\" }";
  auto const address = "file://" + secret.string();
  auto const pdf = WeasyPrinter{}.print(
      {page_with("<link rel=\"stylesheet\" href=\"" + address + "\"><link rel=\"attachment\" href=\"" +
                 address + "\"><style>@import url(" + address + ")</style><img src=\"" + address +
                 "\"><p>lu</p>")},
      "");
  EXPECT_THAT(words_of(pdf), HasSubstr("lu"));
  EXPECT_THAT(words_of(pdf), Not(HasSubstr("SECRET")));
  EXPECT_THAT(seen_by("pdfdetach -list letter.pdf", pdf), HasSubstr("0 embedded files"));
}

TEST(Printing, ShowsAPictureThatThePageCarriesItself) {
  auto const pdf = WeasyPrinter{}.print({page_with("<img src=\"data:image/png;base64,"
                                                   "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42"
                                                   "mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==\">")},
                                        "");
  EXPECT_THAT(seen_by("pdfimages -list letter.pdf", pdf), HasSubstr("image"));
}

TEST(Printing, StopsWhatTakesTooLongOrTooMuch) {
  using namespace std::chrono_literals;
  constexpr std::size_t mib = 1 << 20;
  std::string many;
  for (int i = 0; i < 20'000; ++i) many += "<p>encore</p>";
  WeasyPrinter const hurried({1s, 1024 * mib, 64 * mib}), cramped({60s, 90 * mib, 64 * mib}),
      thrifty({60s, 1024 * mib, 1'000});
  EXPECT_THROW(hurried.print({page_with(many)}, ""), PrintingFailed);
  EXPECT_THROW(cramped.print({page_with("<p>x</p>")}, ""), PrintingFailed);
  EXPECT_THROW(thrifty.print({page_with("<p>x</p>")}, ""), PrintingFailed);
  EXPECT_THROW(WeasyPrinter{}.print({}, ""), PrintingFailed);
}

}  // namespace
}  // namespace jalon::letters
