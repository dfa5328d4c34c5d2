// What an ID token has to be before anything of it is believed. The whole way is tested against a provider:
// tests/oidc.
#include "adapters/oidc/id_token.hpp"

#include <cjose/cjose.h>
#include <gtest/gtest.h>

#include <memory>

namespace jalon::oidc {

namespace {

class SigningKey {
 public:
  SigningKey() : key_(cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &error_), &cjose_jwk_release) {
    cjose_jwk_set_kid(key_.get(), "key", 3, &error_);
  }

  Json published() {
    std::unique_ptr<char, decltype(&std::free)> const text{cjose_jwk_to_json(key_.get(), false, &error_),
                                                           &std::free};
    return {{"keys", {Json::parse(text.get())}}};
  }

  std::string sign(Json const& claims, char const* algorithm = "ES256") {
    std::unique_ptr<cjose_header_t, decltype(&cjose_header_release)> const head{cjose_header_new(&error_),
                                                                                &cjose_header_release};
    cjose_header_set(head.get(), CJOSE_HDR_ALG, algorithm, &error_);
    cjose_header_set(head.get(), CJOSE_HDR_KID, "key", &error_);
    auto const text = claims.dump();
    std::unique_ptr<cjose_jws_t, decltype(&cjose_jws_release)> const signature{
        cjose_jws_sign(key_.get(), head.get(), reinterpret_cast<std::uint8_t const*>(text.data()),
                       text.size(), &error_),
        &cjose_jws_release};
    char const* token = nullptr;
    if (!signature || !cjose_jws_export(signature.get(), &token, &error_)) return "";
    return token;
  }

 private:
  cjose_err error_{};
  std::unique_ptr<cjose_jwk_t, decltype(&cjose_jwk_release)> key_;
};

ExpectedToken expected() {
  return {"https://provider.example", "jalon", "nonce",
          std::chrono::system_clock::time_point(std::chrono::seconds(10'000))};
}

Json claims() {
  return {{"iss", "https://provider.example"},
          {"aud", "jalon"},
          {"nonce", "nonce"},
          {"iat", 9'990},
          {"exp", 10'300},
          {"email", "anne@espo.example"}};
}

}  // namespace

TEST(AnIdToken, IsBelievedWhenTheProviderSignedItForUsNowAndForThisQuestion) {
  SigningKey key;
  auto const checked = check_id_token(key.sign(claims()), key.published(), expected());
  EXPECT_EQ(checked.wrong, "");
  EXPECT_EQ(checked.claims.at("email"), "anne@espo.example");
}

TEST(AnIdToken, OfAnotherKeyIsNotBelieved) {
  SigningKey key, another;
  EXPECT_NE(check_id_token(another.sign(claims()), key.published(), expected()).wrong, "");
  EXPECT_TRUE(check_id_token(key.sign(claims()), {{"keys", Json::array()}}, expected()).unknown_key);
}

TEST(AnIdToken, ChangedByASingleLetterIsNotBelieved) {
  SigningKey key;
  auto const token = key.sign(claims());
  for (std::size_t at = 0; at + 1 < token.size(); at += 7) {  // the last letter of base64 holds idle bits
    auto changed = token;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    if (changed == token) continue;
    EXPECT_NE(check_id_token(changed, key.published(), expected()).wrong, "") << at;
  }
}

TEST(AnIdToken, IsForOneClientOneTimeOneQuestion) {
  SigningKey key;
  for (auto const& [name, value] :
       std::initializer_list<std::pair<char const*, Json>>{{"iss", "https://elsewhere.example"},
                                                           {"aud", "another"},
                                                           {"aud", Json::array({"jalon", "another"})},
                                                           {"nonce", "another"},
                                                           {"nonce", nullptr},
                                                           {"exp", 9'900},
                                                           {"exp", "soon"},
                                                           {"iat", 20'000}}) {
    auto told = claims();
    told[name] = value;
    auto const checked = check_id_token(key.sign(told), key.published(), expected());
    EXPECT_NE(checked.wrong, "") << name << " " << value;
    EXPECT_TRUE(checked.claims.is_null());
  }
}

TEST(AnIdToken, ThatIsNoneIsRefusedWithoutMore) {
  SigningKey key;
  for (char const* text : {"", "x", "a.b.c", "..", "eyJhbGciOiJub25lIn0.e30."})
    EXPECT_NE(check_id_token(text, key.published(), expected()).wrong, "") << text;
  for (Json const& keys :
       {Json(), Json::array(), Json{{"keys", 7}}, Json{{"keys", {{{"kid", "key"}, {"kty", "EC"}}}}}})
    EXPECT_NE(check_id_token(key.sign(claims()), keys, expected()).wrong, "");
}

}  // namespace jalon::oidc
