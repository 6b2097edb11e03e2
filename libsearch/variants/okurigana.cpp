#include "variants/okurigana.hpp"

#include <algorithm>

#include "text/utf8.hpp"
#include "variants/letters.hpp"
#include "variants/okurigana_words.hpp"

namespace libsearch::variants {
namespace {

/// The kana of one row of the table, and what a verb of that row has before た.
std::u32string_view row_of(char32_t kana) {
  static constexpr std::u32string_view rows[] = {U"わいうえおっ", U"かきくけこい", U"がぎぐげごい", U"さしすせそ", U"たちつてとっ",
                                                 U"なにぬねのん", U"ばびぶべぼん", U"まみむめもん", U"らりるれろっ"};
  for (const auto row : rows)
    if (row.find(kana) == 1) return row;
  return {};
}

class okurigana {
 public:
  okurigana(const letters &part, replacements &found) : part_(part), found_(found) {}

  void run() {
    for (std::size_t at = 0; at < part_.size(); ++at) {
      if (!is_han(part_[at])) continue;
      compound(at);
      first_verb(at);
      second_verb(at);
      inside_verb(at);
    }
  }

 private:
  void add(std::size_t from, std::size_t to, const std::u32string &other, bool at_word_start = false) {
    found_.push_back({part_.offset(from), part_.offset(to), text::encode(other), group::okurigana, at_word_start, false,
                      false});
  }

  /// Words of the list: 取組 = 取り組み.
  void compound(std::size_t at) {
    std::size_t length = 0;
    const auto *forms = okurigana_compounds().find(part_.from(at), length);
    if (!forms) return;
    const auto here = part_.from(at).substr(0, length);
    for (const auto &other : *forms) {
      if (other == here) continue;
      // 引上 is no 引き上げ in 取引上.
      const bool bare = std::none_of(other.begin(), other.end(), is_hiragana);
      add(at, at + length, other, bare);
    }
  }

  /// Whether the characters from `at` on are a verb of one kanji in some form.
  bool is_verb(std::size_t at) const {
    if (at >= part_.size()) return false;
    const auto verb = okurigana_verbs().find(part_[at]);
    if (verb == okurigana_verbs().end()) return false;
    const auto behind = part_.from(at + 1);
    return std::any_of(verb->second.begin(), verb->second.end(), [&](const std::u32string &kana) {
      if (kana.empty()) return false;
      const auto row = row_of(kana.back());
      if (row.empty()) return behind.starts_with(kana);
      const auto stem = std::u32string_view(kana).substr(0, kana.size() - 1);
      return behind.starts_with(stem) && behind.size() > stem.size() && row.find(behind[stem.size()]) != row.npos;
    });
  }

  /// 取り組む = 取組む: the first verb's okurigana.
  void first_verb(std::size_t at) {
    const auto verb = okurigana_verbs().find(part_[at]);
    if (verb == okurigana_verbs().end()) return;
    const std::u32string kanji(1, part_[at]);
    if (is_verb(at + 1)) {
      for (const std::u32string &kana : verb->second)
        if (!kana.empty()) add(at, at + 1, kanji + kana);
      return;
    }
    for (const std::u32string &kana : verb->second)
      if (!kana.empty() && part_.from(at + 1).starts_with(kana) && is_verb(at + 1 + kana.size())) {
        add(at, at + 1 + kana.size(), kanji);
        return;
      }
  }

  /// 呼び掛け = 呼びかけ: the second verb in kana.
  void second_verb(std::size_t at) {
    const auto verb = okurigana_verbs().find(part_[at]);
    if (verb == okurigana_verbs().end()) return;
    for (const std::u32string &kana : verb->second) {
      const std::size_t second = at + 1 + kana.size();
      if (second >= part_.size() || !part_.from(at + 1).starts_with(kana)) continue;
      for (const stem &other : okurigana_kana()) {
        const bool in_kanji = part_[second] == other.kanji;
        const std::size_t length = in_kanji ? 1 : other.kana.size();
        if (!in_kanji && !part_.from(second).starts_with(other.kana)) continue;
        const std::size_t tail = second + length;
        if (tail >= part_.size() || other.tails.find(part_[tail]) == other.tails.npos) continue;
        add(second, tail, in_kanji ? other.kana : std::u32string(1, other.kanji));
        if (!in_kanji && !kana.empty()) add(at, tail, {part_[at], other.kanji});
      }
      return;
    }
    bare_second_verb(at, verb->second);
  }

  /// 呼掛け = 呼びかけ.
  void bare_second_verb(std::size_t at, const std::vector<std::u32string> &kana) {
    if (at + 2 >= part_.size()) return;
    for (const stem &other : okurigana_kana())
      if (part_[at + 1] == other.kanji && other.tails.find(part_[at + 2]) != other.tails.npos)
        for (const std::u32string &first : kana)
          if (!first.empty()) add(at, at + 2, part_[at] + first + other.kana);
  }

  /// 終わる = 終る, 行なう = 行う.
  void inside_verb(std::size_t at) {
    const auto stems = okurigana_stems().find(part_[at]);
    if (stems == okurigana_stems().end()) return;
    // 十分る is nothing, 自分って is something else.
    const bool inside = at > 0 && is_han(part_[at - 1]);
    const auto follows = [&](std::size_t tail, const stem &s) {
      return tail < part_.size() && s.tails.find(part_[tail]) != s.tails.npos;
    };
    for (const stem &s : stems->second) {
      if (part_.from(at + 1).starts_with(s.kana) && follows(at + 1 + s.kana.size(), s))
        add(at, at + 1 + s.kana.size(), std::u32string(1, s.kanji));
      else if (!(inside && s.kanji == U'分') && follows(at + 1, s))
        add(at, at + 1, std::u32string(1, s.kanji) + s.kana);
    }
  }

  const letters &part_;
  replacements &found_;
};

}  // namespace

void append_okurigana(std::string_view part, const vocabulary &, replacements &found) {
  // Two kanji, or one and a kana.
  if (part.size() < 6) return;
  const letters points(part);
  okurigana(points, found).run();
}

}  // namespace libsearch::variants
