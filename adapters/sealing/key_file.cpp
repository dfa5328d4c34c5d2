#include "adapters/sealing/key_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>

namespace jalon::sealing {

namespace {

[[noreturn]] void refuse(std::filesystem::path const& path, std::string const& what) {
  throw std::runtime_error("La clé « " + path.string() + " » " + what);
}

class OpenFile {
 public:
  OpenFile(std::filesystem::path const& path, int flags)
      : number_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  ~OpenFile() {
    if (number_ >= 0) ::close(number_);
  }
  OpenFile(OpenFile const&) = delete;
  OpenFile& operator=(OpenFile const&) = delete;

  bool is_kept() const { return number_ >= 0 && ::fsync(number_) == 0; }
  bool write(std::string const& text) const {
    return number_ >= 0 && ::write(number_, text.data(), text.size()) == ssize_t(text.size());
  }

 private:
  int number_;
};

}  // namespace

std::optional<SealingKey> read_key_file(std::filesystem::path const& path) {
  if (!std::filesystem::exists(path)) return std::nullopt;
  std::ifstream file(path);
  std::string text;
  if (!std::getline(file, text)) refuse(path, "ne se lit pas.");
  auto key = SealingKey::from_text(text);
  if (!key) refuse(path, "n'en est pas une : 64 chiffres hexadécimaux sont attendus.");
  return key;
}

void make_key_file(std::filesystem::path const& path, SealingKey const& key) {
  auto unfinished = path;
  unfinished += "." + std::to_string(::getpid());
  {
    OpenFile const file(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
    if (!file.write(key.text() + "\n") || !file.is_kept()) refuse(path, "ne s'écrit pas.");
  }
  // a link, unlike a renaming, takes no other file's place
  bool const is_made = ::link(unfinished.c_str(), path.c_str()) == 0;
  ::unlink(unfinished.c_str());
  if (!is_made || !OpenFile(path.parent_path(), O_RDONLY | O_DIRECTORY).is_kept())
    refuse(path, "ne s'écrit pas, ou existe déjà.");
}

}  // namespace jalon::sealing
