#include "variants/replacement.hpp"

namespace libsearch::variants {

const char *name_of(group why) {
  static constexpr const char *names[group_count] = {
      "kanji", "mark", "iteration", "kana", "long-vowel", "middle-dot", "numeral",
      "era", "okurigana", "inflection", "stem", "reading", "synonym",
  };
  return names[static_cast<std::size_t>(why)];
}

std::string group_names() {
  std::string names;
  for (std::size_t i = 0; i < group_count; ++i) {
    if (i > 0) names += ", ";
    names += name_of(static_cast<group>(i));
  }
  return names;
}

}  // namespace libsearch::variants
