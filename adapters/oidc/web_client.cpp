#include "adapters/oidc/web_client.hpp"

#include <curl/curl.h>

#include <memory>
#include <new>

namespace jalon::oidc {

namespace {

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

std::size_t take_body(char* bytes, std::size_t, std::size_t size, void* into) {
  auto& body = *static_cast<std::string*>(into);
  if (body.size() + size > WebClient::largest_body_bytes) return 0;
  body.append(bytes, size);
  return size;
}

bool is_of_this_machine(std::string const& url) {
  return url.starts_with("http://127.0.0.1:") || url.starts_with("http://localhost:");
}

}  // namespace

WebAnswer WebClient::ask(std::string const& url, std::string const* form, LogIn const* log_in) const {
  static CURLcode const started = curl_global_init(CURL_GLOBAL_DEFAULT);
  Handle const handle{started == CURLE_OK ? curl_easy_init() : nullptr, &curl_easy_cleanup};
  if (!handle) throw std::bad_alloc{};
  WebAnswer answer;
  curl_easy_setopt(handle.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle.get(), CURLOPT_PROTOCOLS_STR, is_of_this_machine(url) ? "http" : "https");
  curl_easy_setopt(handle.get(), CURLOPT_PROXY, "");
  curl_easy_setopt(handle.get(), CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(handle.get(), CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT, long(patience_.count()));
  curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, &take_body);
  curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &answer.body);
  if (!authority_.empty()) curl_easy_setopt(handle.get(), CURLOPT_CAINFO, authority_.c_str());
  if (form) curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, form->c_str());
  if (log_in) {
    curl_easy_setopt(handle.get(), CURLOPT_HTTPAUTH, long(CURLAUTH_BASIC));
    curl_easy_setopt(handle.get(), CURLOPT_USERNAME, log_in->user.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_PASSWORD, log_in->password.c_str());
  }
  if (curl_easy_perform(handle.get()) != CURLE_OK) return {};
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  answer.status = int(status);
  return answer;
}

WebAnswer WebClient::get(std::string const& url) const {
  return ask(url, nullptr, nullptr);
}

WebAnswer WebClient::post_form(std::string const& url, std::string const& form, LogIn const& log_in) const {
  return ask(url, &form, &log_in);
}

std::string form_encoded(std::string const& text) {
  std::unique_ptr<char, decltype(&curl_free)> const encoded{
      curl_easy_escape(nullptr, text.c_str(), int(text.size())), &curl_free};
  if (!encoded) throw std::bad_alloc{};
  return encoded.get();
}

}  // namespace jalon::oidc
