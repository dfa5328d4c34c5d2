// One door that bytes come in by, as libFuzzer and the replay of its corpus both call it. What must hold is
// said by `must`; a refusal by the exception meant for it is an ordinary answer, any other exception ends the
// program.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size);

namespace jalon::fuzz {

inline std::string_view text_of(std::uint8_t const* bytes, std::size_t size) {
  return {reinterpret_cast<char const*>(bytes), size};
}

inline void must(bool holds, char const* what) {
  if (holds) return;
  std::fprintf(stderr, "must hold: %s\n", what);
  std::abort();
}

}  // namespace jalon::fuzz
