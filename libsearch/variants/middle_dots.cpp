#include "variants/middle_dots.hpp"

#include "text/utf8.hpp"
#include "variants/letters.hpp"

namespace libsearch::variants {
namespace {

using text::char_class;

// The half-width dot becomes ・ and the full-width ＝ becomes = by normalization.
constexpr std::u32string_view dots = U"・·•‧∙";
constexpr std::u32string_view name_marks = U"=゠";
constexpr std::u32string_view countries = U"日米英独仏伊中韓露印豪加欧台越泰朝";

constexpr bool is_letter(char32_t c) { return c >= 'a' && c <= 'z'; }

class finder {
 public:
  finder(const letters &part, const vocabulary &words, replacements &found)
      : part_(part), words_(words), found_(found) {}

  void run() {
    for (std::size_t i = 1; i + 1 < part_.size(); ++i)
      if (holds(dots, part_[i]) || holds(name_marks, part_[i])) drop(i);
    for (std::size_t i = 1; i + 1 < part_.size(); ++i)
      if (is_letter(part_[i]) && holds(countries, part_[i - 1]) && !part_.is_han(i - 2))
        found_.push_back(part_.replaced(i - 1, i, std::string(part_.slice(i - 1, i)) + "・", group::middle_dot));
    for (const auto &[first, last] : part_.katakana_runs()) insert(first, last);
  }

 private:
  void propose(std::size_t i, std::string spelling) {
    found_.push_back(part_.replaced(i, i + 1, std::move(spelling), group::middle_dot));
  }

  bool is_country_before(std::size_t i) const { return holds(countries, part_[i - 1]) && is_letter(part_[i + 1]); }

  void drop(std::size_t i) {
    const bool names = part_.is_katakana(i - 1) && part_.is_katakana(i + 1);
    const bool dot = holds(dots, part_[i]);
    const auto word = [&](std::size_t k) { return part_.is_katakana(k) || is_letter(part_[k]); };
    if (!names && !(dot && (is_country_before(i) || (word(i - 1) && word(i + 1))))) return;
    propose(i, "");
    if (!dot) propose(i, "・");
    if (names && part_[i] != U'=' && words_.occurs_in_words("=")) propose(i, "=");
    if (names && part_[i] != U'゠') propose(i, "゠");
  }

  /// A dot where one word of the index ends and another begins, each of two characters or more.
  void insert(std::size_t first, std::size_t last) {
    std::size_t from = first;
    for (std::size_t i = first + 2; i + 2 <= last; ++i) {
      if (i - from < 2 || !can_begin(part_[i])) continue;
      // The first word of the part may be the end of a longer one.
      if (from == first ? !words_.ends_a_word(part_.slice(from, i)) : !words_.has_word(part_.slice(from, i))) continue;
      if (!begins(i, last)) continue;
      const std::string before(part_.slice(i - 1, i));
      found_.push_back(part_.replaced(i - 1, i, before + "・", group::middle_dot));
      if (words_.occurs_in_words("=")) found_.push_back(part_.replaced(i - 1, i, before + "=", group::middle_dot));
      from = i;
    }
  }

  static bool can_begin(char32_t c) { return !holds(U"ーンッャュョァィゥェォヮ", c); }

  /// Whether a word can begin at `i`: all of the rest begins one, or a word is followed by one.
  bool begins(std::size_t i, std::size_t last) const {
    if (words_.begins_a_word(part_.slice(i, last))) return true;
    if (!words_.begins_a_word(part_.slice(i, i + 2))) return false;
    for (std::size_t k = i + 2; k + 2 <= last; ++k)
      if (can_begin(part_[k]) && words_.has_word(part_.slice(i, k))) return true;
    return false;
  }

  const letters &part_;
  const vocabulary &words_;
  replacements &found_;
};

}  // namespace

void append_middle_dots(const letters &part, const vocabulary &words, replacements &found) {
  finder(part, words, found).run();
}

}  // namespace libsearch::variants
