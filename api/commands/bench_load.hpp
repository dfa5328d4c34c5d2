// Clients that do the same thing again and again, and how long each time took them.
#pragma once
#include <functional>
#include <vector>

namespace jalon::commands::bench {

struct Load {
  double per_s = 0, p50_ms = 0, p99_ms = 0;
};

// One thread a client; each calls its function until the time is over. What one throws ends them all and is
// thrown here.
Load drive(std::vector<std::function<void()>> const& clients, double seconds);

double median(std::vector<double> values);
double percentile(std::vector<double> values, double rank);  // rank: 0.99

// The median of each figure.
Load median(std::vector<Load> const& loads);

}  // namespace jalon::commands::bench
