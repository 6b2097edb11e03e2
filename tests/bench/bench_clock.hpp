// Medians of repeated work, for the benchmarks written in C++.
#ifndef LIBSEARCH_TESTS_BENCH_CLOCK_HPP
#define LIBSEARCH_TESTS_BENCH_CLOCK_HPP

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

namespace bench {

/// Milliseconds that `work` takes, once.
template <class Work>
double milliseconds_of(Work &&work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// The value below which `share` of the values lie.
inline double quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

/// The median of `rounds` times, in milliseconds; one round before them warms up.
template <class Work>
double median_of(std::size_t rounds, Work &&work) {
  work();
  std::vector<double> times;
  for (std::size_t i = 0; i < rounds; ++i) times.push_back(milliseconds_of(work));
  return quantile(times, 0.5);
}

}  // namespace bench

#endif
