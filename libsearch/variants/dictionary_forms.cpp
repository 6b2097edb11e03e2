#include "variants/dictionary_forms.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "text/kana.hpp"
#include "text/utf8.hpp"

namespace libsearch::variants {
namespace {

/// Forms of one word, and words of the index that are looked at for them.
constexpr std::size_t most_forms = 12, most_visited = 20000;
/// Read and spelled like 組み合い, which means something else.
constexpr std::string_view a_word_of_its_own = "組合";

/// Verbs and adjectives by what dictionaries call them.
bool is_inflected(const std::string &part_of_speech) {
  return part_of_speech.rfind("動詞", 0) == 0 || part_of_speech.rfind("形容詞", 0) == 0;
}

/// What may stand behind a verb and still only inflect it.
bool is_ending(std::string_view word) {
  static constexpr std::string_view endings[] = {"た", "だ", "て", "で", "ます", "まし"};
  return std::find(std::begin(endings), std::end(endings), word) != std::end(endings);
}

class form_finder {
 public:
  form_finder(std::string_view part, const vocabulary &words, analysis::text_analyzer &analyzer, replacements &found)
      : part_(part), words_(words), analyzer_(analyzer), found_(found) {}

  void run() {
    const std::vector<analysis::word> cut = analyzer_.words(part_);
    for (std::size_t i = 0; i < cut.size(); ++i) {
      if (cut[i].first != text::char_class::han) continue;
      const bool last = std::all_of(cut.begin() + static_cast<std::ptrdiff_t>(i) + 1, cut.end(),
                                    [&](const analysis::word &w) { return is_ending(text_of(w)); });
      forms_of(cut[i], last);
    }
  }

 private:
  std::string_view text_of(const analysis::word &w) const { return part_.substr(w.start, w.end - w.start); }

  void forms_of(const analysis::word &word, bool last) {
    const std::string_view written = text_of(word);
    const auto known = analyzer_.lexemes(written);
    // The likeliest entry: 行っ is 行く before it is 行う.
    if (known.empty() || known.front().reading.empty()) return;
    const analysis::lexeme &own = known.front();
    const bool inflected = last && is_inflected(own.part_of_speech) && !own.base.empty();
    std::size_t behind_first = 0, visited = 0, forms = 0;
    text::next(written, behind_first);
    const std::string kanji = text::kanji_skeleton(written);
    words_.for_each_prefix(written.substr(0, behind_first), [&](std::string_view other) {
      if (other != written && text::kanji_skeleton(other) == kanji && add(word, own, inflected, other)) ++forms;
      return forms < most_forms && ++visited < most_visited;
    });
  }

  bool add(const analysis::word &word, const analysis::lexeme &own, bool inflected, std::string_view other) {
    if (other == a_word_of_its_own || text_of(word) == a_word_of_its_own) return false;
    const auto known = analyzer_.lexemes(other);
    if (known.empty()) return false;
    // The likeliest here as well: 進め is 進める before it is 進む, 食物 is no 食べ物.
    const analysis::lexeme &entry = known.front();
    if (entry.reading == own.reading) {
      found_.push_back({word.start, word.end, std::string(other), group::okurigana, true, true, false});
      return true;
    }
    if (!inflected || entry.base != own.base || !is_inflected(entry.part_of_speech)) return false;
    found_.push_back({word.start, part_.size(), std::string(other), group::inflection, true, true, false});
    return true;
  }

  std::string_view part_;
  const vocabulary &words_;
  analysis::text_analyzer &analyzer_;
  replacements &found_;
};

}  // namespace

void append_dictionary_forms(std::string_view part, const vocabulary &words, analysis::text_analyzer &analyzer,
                             replacements &found) {
  if (!analyzer.knows_readings() || !text::has_kanji(part)) return;
  form_finder(part, words, analyzer, found).run();
}

}  // namespace libsearch::variants
