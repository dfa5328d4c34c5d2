#include <gmock/gmock.h>

#include <random>

#include "adapters/smtp/header_text.hpp"
#include "adapters/smtp/smtp_mailer.hpp"
#include "engine/text/email_address.hpp"
#include "engine/text/utf8.hpp"
#include "tests/adapters/smtp/sample_mail.hpp"

namespace jalon::smtp {
namespace {

using namespace std::string_literals;

// Nobody listens there: a mail that is refused was refused without a connection.
SmtpMailer mailer_without_server() {
  return SmtpMailer{settings_for("smtp://127.0.0.1:1")};
}

bool is_refused(Email const& mail) {
  return std::holds_alternative<Refused>(mailer_without_server().open()->send(mail));
}

TEST(BadMail, TheSampleItselfIsNotRefused) {
  EXPECT_FALSE(is_refused(sample_mail()));
}

TEST(BadMail, ALineBreakInAnyHeaderValueIsRefused) {
  for (auto const& evil :
       {"\r"s, "\n"s, "\r\n"s, "\0"s, "\r\nBcc: x@example.org"s, "\t"s, "\x7F"s, "\u2028"s, "\u0085"s}) {
    for (auto const field : {&Email::message_id, &Email::to, &Email::subject}) {
      for (bool const at_the_end : {true, false}) {
        auto mail = sample_mail();
        mail.*field = at_the_end ? mail.*field + evil : evil + mail.*field;
        EXPECT_TRUE(is_refused(mail)) << mail.*field;
      }
    }
  }
}

TEST(BadMail, AnEmptySubjectIsRefused) {
  auto mail = sample_mail();
  mail.subject.clear();
  EXPECT_TRUE(is_refused(mail));
}

TEST(BadMail, ATextThatIsNoUtf8IsRefused) {
  for (auto const field : {&Email::subject, &Email::text, &Email::html}) {
    auto mail = sample_mail();
    mail.*field = "caf\xE9";
    EXPECT_TRUE(is_refused(mail));
  }
}

TEST(BadMail, ANulInTheBodyIsRefused) {
  auto mail = sample_mail();
  mail.text = "avant\0après"s;
  EXPECT_TRUE(is_refused(mail));
}

TEST(BadMail, AMessageIdHasTwoSidesAndNoBrackets) {
  for (auto const* id : {"", "a", "a@", "@b", "<a@b>", "a b@c", "a@b@c", "a..b@c", "é@b"}) {
    auto mail = sample_mail();
    mail.message_id = id;
    EXPECT_TRUE(is_refused(mail)) << id;
  }
}

TEST(BadSettings, AreNamed) {
  auto const complaint = [](auto change) {
    auto settings = settings_for("smtp://127.0.0.1:1");
    change(settings);
    try {
      SmtpMailer{settings};
    } catch (std::invalid_argument const& fault) {
      return std::string{fault.what()};
    }
    return "none"s;
  };
  EXPECT_THAT(complaint([](auto& s) { s.url = "http://127.0.0.1"; }), ::testing::StartsWith("smtp url"));
  EXPECT_THAT(complaint([](auto& s) { s.url = "smtp://a:b@c"; }), ::testing::StartsWith("smtp url"));
  EXPECT_THAT(complaint([](auto& s) { s.url += "\r\nx"; }), ::testing::StartsWith("smtp url"));
  EXPECT_THAT(complaint([](auto& s) { s.from = "nobody"; }), ::testing::StartsWith("smtp from"));
  EXPECT_THAT(complaint([](auto& s) { s.from_name = "a\r\nBcc: b"; }),
              ::testing::StartsWith("smtp from_name"));
  EXPECT_THAT(complaint([](auto& s) { s.user = "alone"; }), ::testing::StartsWith("smtp user"));
  EXPECT_THAT(complaint([](auto& s) { s.timeouts.farewell = {}; }), ::testing::StartsWith("smtp timeouts"));
  EXPECT_EQ(complaint([](auto&) {}), "none");
}

TEST(EmailAddress, AcceptsWhatPeopleHave) {
  for (auto const* address : {"camille.roussel@example.org", "a@b.fr", "jean-paul+espo@mail.exemple.fr",
                              "o'neil@example.org", "x_y@sous-domaine.example.co"}) {
    EXPECT_TRUE(is_mailable_address(address)) << address;
  }
}

TEST(EmailAddress, RefusesWhatIsDoubtful) {
  for (auto const& address : {""s,
                              "a"s,
                              "@b.fr"s,
                              "a@"s,
                              "a@b"s,
                              "a@b."s,
                              "a@.b.fr"s,
                              "a..b@c.fr"s,
                              ".a@b.fr"s,
                              "a.@b.fr"s,
                              "a b@c.fr"s,
                              "\"a\"@b.fr"s,
                              "a@b.fr,c@d.fr"s,
                              "<a@b.fr>"s,
                              "a@b.fr>"s,
                              "é@b.fr"s,
                              "a@b-.fr"s,
                              "a@-b.fr"s,
                              "a@[127.0.0.1]"s,
                              "a@127.0.0.1"s,
                              "a@b@c.fr"s,
                              std::string(65, 'a') + "@b.fr",
                              "a@" + std::string(64, 'b') + ".fr",
                              "a@b.fr\r\nRCPT TO:<c@d.fr>"s,
                              "a\0@b.fr"s,
                              "a(x)@b.fr"s}) {
    EXPECT_FALSE(is_mailable_address(address)) << address;
  }
}

TEST(EmailAddress, NoAcceptedAddressHoldsWhatSmtpReads) {
  std::random_device::result_type const seed = std::random_device{}();
  RecordProperty("seed", std::to_string(seed));
  std::mt19937 random{seed};
  std::string const alphabet = "ab1.-@<>,;: \"\\()[]\r\n\t\0é%"s;
  int accepted = 0;
  for (int i = 0; i < 300'000; ++i) {
    std::string address = i % 2 == 0 ? "a@b.fr"s : ""s;
    auto const changes = std::uniform_int_distribution<int>{0, 6}(random);
    for (int n = 0; n < changes; ++n) {
      auto const at = std::uniform_int_distribution<std::size_t>{0, address.size()}(random);
      address.insert(at, 1,
                     alphabet[std::uniform_int_distribution<std::size_t>{0, alphabet.size() - 1}(random)]);
    }
    if (!is_mailable_address(address)) continue;
    ++accepted;
    ASSERT_EQ(address.find_first_of("<>,;: \"\\()[]\r\n\t\0"s), std::string::npos) << "seed " << seed;
    ASSERT_EQ(std::count(address.begin(), address.end(), '@'), 1) << "seed " << seed;
  }
  EXPECT_GT(accepted, 1000) << "seed " << seed;
}

TEST(HeaderText, ShortPlainTextStaysAsItIs) {
  EXPECT_EQ(encode_header_text("Bonjour"), "Bonjour");
}

TEST(HeaderText, WhatLooksEncodedIsEncodedAgain) {
  EXPECT_EQ(encode_header_text("=?x?="), "=?UTF-8?Q?=3D=3Fx=3F=3D?=");
}

TEST(HeaderText, NoLineIsLongerThan76AndNoCharacterIsCut) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "é’🙂 ";
  std::istringstream lines{encode_header_text(text)};
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    if (line.back() == '\r') line.pop_back();
    EXPECT_LE(line.size(), 76u);
    EXPECT_TRUE(line.find("=?UTF-8?Q?=") <= 1) << line;  // each word begins with a whole, encoded character
    EXPECT_THAT(line, ::testing::EndsWith("?="));
  }
  EXPECT_GT(count, 5);
}

TEST(MailDate, IsWrittenAsRfc5322Wants) {
  EXPECT_EQ(mail_date(std::chrono::system_clock::from_time_t(0)), "Thu, 01 Jan 1970 00:00:00 +0000");
  EXPECT_EQ(mail_date(std::chrono::system_clock::from_time_t(1'769'498'700)),
            "Tue, 27 Jan 2026 07:25:00 +0000");
}

}  // namespace
}  // namespace jalon::smtp
