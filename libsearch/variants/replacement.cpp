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
  std::vector<group> all;
  for (std::size_t i = 0; i < group_count; ++i) all.push_back(static_cast<group>(i));
  return names_of(all);
}

std::string names_of(const std::vector<group> &groups) {
  std::string names;
  for (const group why : groups) {
    if (!names.empty()) names += ", ";
    names += name_of(why);
  }
  return names;
}

}  // namespace libsearch::variants
