// The eras of the Japanese calendar since Meiji.
#ifndef LIBSEARCH_TEXT_ERAS_HPP
#define LIBSEARCH_TEXT_ERAS_HPP

#include <array>
#include <cstdint>
#include <string_view>

namespace libsearch::text {

struct era {
  std::u32string_view name;
  char32_t letter;                    ///< of the short form, case folded
  std::int32_t first_day, last_day;  ///< YYYYMMDD, both included
};

/// First and last days as the eras were proclaimed; Meiji's is the first day of its first year in the
/// calendar that was in force, as the Gregorian calendar counts it.
inline constexpr std::array<era, 5> eras{{
    {U"明治", U'm', 18680125, 19120729},
    {U"大正", U't', 19120730, 19261224},
    {U"昭和", U's', 19261225, 19890107},
    {U"平成", U'h', 19890108, 20190430},
    {U"令和", U'r', 20190501, 99991231},
}};

}  // namespace libsearch::text

#endif
