// Where g++'s instrumentation (-fsanitize-coverage=trace-pc) has been: libFuzzer's extra counters.
#include <cstddef>
#include <cstdint>

namespace {
constexpr std::size_t places = 1 << 16;
__attribute__((section("__libfuzzer_extra_counters"))) std::uint8_t counters[places];
}  // namespace

extern "C" void __sanitizer_cov_trace_pc() {
  auto const place = reinterpret_cast<std::uintptr_t>(__builtin_return_address(0));
  ++counters[(place ^ (place >> 16)) % places];
}

// Comparisons of floating point, which g++ reports and libFuzzer does not know.
extern "C" void __sanitizer_cov_trace_cmpf(float, float) {}
extern "C" void __sanitizer_cov_trace_cmpd(double, double) {}
