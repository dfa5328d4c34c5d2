#pragma once

#include <filesystem>
#include <optional>

#include "adapters/sealing/sealing_key.hpp"

namespace jalon::sealing {

/// The key that a file holds; nothing when there is no such file. Throws std::runtime_error, in French, when
/// it cannot be read or holds no key.
std::optional<SealingKey> read_key_file(std::filesystem::path const& path);

/// Makes the file, readable by its owner alone (0600), whole or not at all, and on the disk when it returns.
/// Throws std::runtime_error, in French, also when it exists.
void make_key_file(std::filesystem::path const& path, SealingKey const& key);

}  // namespace jalon::sealing
