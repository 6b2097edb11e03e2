#include "variants/kana_forms.hpp"

#include "text/utf8.hpp"
#include "variants/letters.hpp"

namespace libsearch::variants {
namespace {

/// Two ways to write a sound; each is replaced by the other.
struct sound {
  std::u32string_view one, other;
};

constexpr sound sounds[] = {
    {U"ヴァ", U"バ"}, {U"ヴィ", U"ビ"}, {U"ヴェ", U"ベ"}, {U"ヴォ", U"ボ"}, {U"ヴュ", U"ビュ"}, {U"ヴ", U"ブ"},
    {U"ウィ", U"ウイ"}, {U"ウェ", U"ウエ"}, {U"ウォ", U"ウオ"},
    {U"ファ", U"フア"}, {U"フィ", U"フイ"}, {U"フェ", U"フエ"}, {U"フォ", U"フオ"},
    {U"クァ", U"クア"}, {U"クィ", U"クイ"}, {U"クェ", U"クエ"}, {U"クォ", U"クオ"},
    {U"グァ", U"グア"}, {U"イェ", U"イエ"},
    {U"ヂ", U"ジ"}, {U"ヅ", U"ズ"},
};

constexpr std::u32string_view small = U"ァィゥェォャュョ";
constexpr std::u32string_view i_sounds = U"イキシチニヒミリギジヂビピィ";
constexpr std::u32string_view behind_small_tsu = U"カキクケコサシスセソタチツテトパピプペポ";

class finder {
 public:
  finder(const letters &part, const vocabulary &words, replacements &found)
      : part_(part), words_(words), found_(found) {}

  void run() {
    for (const auto &[first, last] : part_.katakana_runs())
      for (std::size_t i = first; i < last; ++i) {
        for (const sound &s : sounds) {
          try_sound(first, i, last, s.one, s.other);
          try_sound(first, i, last, s.other, s.one);
        }
        ia(first, i, last);
        tsu(first, i, last);
      }
  }

 private:
  /// Whether some word holds the spelling beside the character in front or behind; a word may end on one side.
  bool occurs(std::size_t first, std::size_t i, std::size_t end, std::size_t last, const std::string &spelling) const {
    if (i == first && end == last) return words_.occurs_in_words(spelling);
    if (i > first && words_.occurs_in_words(std::string(part_.slice(i - 1, i)) + spelling)) return true;
    return end < last && words_.occurs_in_words(spelling + std::string(part_.slice(end, end + 1)));
  }

  void try_sound(std::size_t first, std::size_t i, std::size_t last, std::u32string_view from,
                 std::u32string_view to) {
    const std::size_t end = i + from.size();
    if (part_[i] != from[0] || end > last || (from.size() == 2 && part_[i + 1] != from[1])) return;
    // ヴァ is no ブァ, ビャ no ヴィャ.
    if (holds(small, part_[end])) return;
    std::string spelling = text::encode(to);
    if (!occurs(first, i, end, last, spelling)) return;
    // At the end of a part フイ may be 不意: then it is not in フィルム. The rules on ヴ need no such care.
    const bool vowel = from.size() == 2 && to.size() == 2;
    found_.push_back(part_.replaced(i, end, std::move(spelling), group::kana, false, vowel));
  }

  /// ダイヤモンド and ダイア, ギリシャ and ギリシア.
  void ia(std::size_t first, std::size_t i, std::size_t last) {
    if (i == first) return;
    const bool at_end = i + 1 == last;
    if (holds(i_sounds, part_[i - 1])) {
      if (part_[i] == U'ヤ') propose(first, i, last, "ア");
      if (part_[i] == U'ア') propose(first, i, last, "ヤ");
    }
    // アジア is no アジャ, and シアン no シャン.
    if (holds(U"シジ", part_[i - 1]) && at_end && i - first >= 3) {
      if (part_[i] == U'ャ') propose(first, i, last, "ア");
      if (part_[i] == U'ア') propose(first, i, last, "ャ");
    }
  }

  void propose(std::size_t first, std::size_t i, std::size_t last, const std::string &spelling) {
    if (occurs(first, i, i + 1, last, spelling))
      found_.push_back(part_.replaced(i, i + 1, spelling, group::kana, false, true));
  }

  /// Only where all of the katakana become a word of the index: ドイツカップ is no ドイッカップ.
  void tsu(std::size_t first, std::size_t i, std::size_t last) {
    if (i == first || (part_[i] != U'ツ' && part_[i] != U'ッ') || !holds(behind_small_tsu, part_[i + 1])) return;
    const std::string other = part_[i] == U'ツ' ? "ッ" : "ツ";
    const std::string whole =
        std::string(part_.slice(first, i)) + other + std::string(part_.slice(i + 1, last));
    if (words_.has_word(whole)) found_.push_back(part_.replaced(i, i + 1, other, group::kana));
  }

  const letters &part_;
  const vocabulary &words_;
  replacements &found_;
};

}  // namespace

void append_kana_forms(const letters &part, const vocabulary &words, replacements &found) {
  finder(part, words, found).run();
}

}  // namespace libsearch::variants
