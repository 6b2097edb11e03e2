// Our lists of verbs and compounds, one entry a line, and what is made of them.
#ifndef LIBSEARCH_VARIANTS_OKURIGANA_WORDS_HPP
#define LIBSEARCH_VARIANTS_OKURIGANA_WORDS_HPP

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace libsearch::variants {

/// Lines of kanji/okurigana, where the okurigana is that of the form before ます: 取/り, 受/け, 当/たり. Empty okurigana for
/// verbs of one kanji alone (見, 出).
extern const char okurigana_verb_lines[];

/// Lines of kanji/kana/tails: the kana may be left out, or written, where one of the tails follows: 終/わ/らりるれろっ.
extern const char okurigana_stem_lines[];

/// Lines of words with the okurigana that may be left out in parentheses: 取(り)組(み). From the left: the last one only
/// when all others are.
extern const char okurigana_compound_lines[];

/// Kanji/kana/tails: the second verb of a compound that is also written in kana: 掛/か/けりるろっら.
extern const char okurigana_kana_lines[];

/// Okurigana of each kanji.
using verb_table = std::unordered_map<char32_t, std::vector<std::u32string>>;
const verb_table &okurigana_verbs();

struct stem {
  char32_t kanji;
  std::u32string kana, tails;
};
/// By kanji.
const std::unordered_map<char32_t, std::vector<stem>> &okurigana_stems();
const std::vector<stem> &okurigana_kana();

/// The forms of each compound; each form leads to all of its word.
class compound_table {
 public:
  compound_table();
  /// The forms of the longest compound that `text` begins with, and its length; null where there is none.
  const std::vector<std::u32string> *find(std::u32string_view text, std::size_t &length) const;

 private:
  std::vector<std::vector<std::u32string>> words_;
  std::unordered_map<char32_t, std::vector<std::pair<std::u32string, std::size_t>>> by_first_;  // longest first
};
const compound_table &okurigana_compounds();

/// The forms of one entry: 取(り)組(み) gives 取り組み, 取組み, 取組.
std::vector<std::u32string> compound_forms(std::u32string_view entry);

}  // namespace libsearch::variants

#endif
