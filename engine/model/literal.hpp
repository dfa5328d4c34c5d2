// A string literal as a template parameter: the identifiers and French labels of a table are written with it.
#pragma once
#include <algorithm>
#include <cstddef>
#include <string_view>

namespace jalon {

template <std::size_t N>
struct Literal {
  char characters[N]{};
  constexpr Literal(char const (&text)[N]) {
    std::copy_n(text, N, characters);
  }  // NOLINT: meant to be implicit
  constexpr std::string_view view() const { return {characters, N - 1}; }
};

}  // namespace jalon
