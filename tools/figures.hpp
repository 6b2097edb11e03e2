// Figures as people read them.
#ifndef JSEARCH_FIGURES_HPP
#define JSEARCH_FIGURES_HPP

#include <cstdint>
#include <string>

namespace jsearch {

/// "1,234,567"
std::string count_text(std::uint64_t value);

/// "512 B", "1.4 MB"; powers of 1000.
std::string bytes_text(std::uint64_t bytes);

/// "0:07", "1:02:03"
std::string duration_text(double seconds);

}  // namespace jsearch

#endif
