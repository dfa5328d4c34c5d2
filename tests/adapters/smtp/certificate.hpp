#pragma once

#include <stdlib.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace jalon::smtp {

// A fresh self-signed certificate for 127.0.0.1, in a folder that goes with it.
class Certificate {
 public:
  Certificate() {
    std::string pattern = (std::filesystem::temp_directory_path() / "jalon-smtp-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for the certificate");
    folder_ = pattern;
    auto const made = std::system(("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 "
                                   "-nodes -days 2 -subj /CN=jalon-test -addext "
                                   "subjectAltName=IP:127.0.0.1 -keyout " +
                                   key() + " -out " + file() + " 2>/dev/null")
                                      .c_str());
    if (made != 0) throw std::runtime_error("openssl makes no certificate: run ./dev setup");
  }
  ~Certificate() { std::filesystem::remove_all(folder_); }
  std::string file() const { return (folder_ / "certificate.pem").string(); }
  std::string key() const { return (folder_ / "key.pem").string(); }
  std::vector<std::string> options() const { return {"--certificate", file(), "--key", key()}; }

 private:
  std::filesystem::path folder_;
};

}  // namespace jalon::smtp
