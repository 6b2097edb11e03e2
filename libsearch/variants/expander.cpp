#include "variants/expander.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "text/char_class.hpp"
#include "text/utf8.hpp"
#include "variants/dictionary_forms.hpp"
#include "variants/english_stems.hpp"
#include "variants/eras.hpp"
#include "variants/inflection.hpp"
#include "variants/iteration_marks.hpp"
#include "variants/kana_forms.hpp"
#include "variants/kanji_forms.hpp"
#include "variants/letters.hpp"
#include "variants/long_vowels.hpp"
#include "variants/look_alikes.hpp"
#include "variants/marks.hpp"
#include "variants/middle_dots.hpp"
#include "variants/numerals.hpp"
#include "variants/okurigana.hpp"
#include "variants/small_ke.hpp"
#include "variants/word_pairs.hpp"

namespace libsearch::variants {
namespace {

/// Replacements that do not overlap, by ascending place.
using choice = std::vector<const replacement *>;

bool fits(const choice &chosen, const replacement &next) {
  return chosen.empty() || chosen.back()->end <= next.start;
}

alternative apply(std::string_view part, const choice &chosen) {
  alternative made;
  std::size_t at = 0;
  for (const replacement *piece : chosen) {
    made.text += part.substr(at, piece->start - at);
    made.text += piece->text;
    at = piece->end;
    // What must be the edge of a word is one where the piece is at the edge of the part.
    made.at_word_start |= piece->at_word_start && piece->start == 0;
    made.at_word_end |= piece->at_word_end && piece->end == part.size();
    made.whole_number |= piece->whole_number;
    if (std::find(made.why.begin(), made.why.end(), piece->why) == made.why.end()) made.why.push_back(piece->why);
  }
  made.text += part.substr(at);
  return made;
}

class combiner {
 public:
  combiner(std::string_view part, const replacements &pieces) : part_(part) {
    for (const replacement &piece : pieces) sorted_.push_back(&piece);
    std::stable_sort(sorted_.begin(), sorted_.end(),
                     [](const replacement *a, const replacement *b) { return a->start < b->start; });
    seen_.insert(std::string(part));
  }

  std::vector<alternative> run() {
    for (const replacement *piece : sorted_) add({piece});
    all_of_a_group();
    for (std::size_t size = 2; size <= sorted_.size() && grew_; ++size) {
      grew_ = false;
      choice chosen;
      choose(0, size, chosen);
    }
    return std::move(made_);
  }

 private:
  /// A text is mostly consistent: what is written the old way at one place is so at the next.
  void all_of_a_group() {
    std::set<group> groups;
    for (const replacement *piece : sorted_) groups.insert(piece->why);
    for (const group why : groups) {
      choice chosen;
      for (const replacement *piece : sorted_)
        if (piece->why == why && fits(chosen, *piece)) chosen.push_back(piece);
      if (chosen.size() > 1) add(chosen);
    }
  }

  void choose(std::size_t from, std::size_t missing, choice &chosen) {
    if (missing == 0) {
      grew_ = true;
      return add(chosen);
    }
    for (std::size_t i = from; i + missing <= sorted_.size() && made_.size() < most_alternatives; ++i) {
      if (!fits(chosen, *sorted_[i])) continue;
      chosen.push_back(sorted_[i]);
      choose(i + 1, missing - 1, chosen);
      chosen.pop_back();
    }
  }

  void add(const choice &chosen) {
    if (made_.size() >= most_alternatives) return;
    alternative next = apply(part_, chosen);
    if (next.text.empty() || !seen_.insert(next.text).second) return;
    made_.push_back(std::move(next));
  }

  std::string_view part_;
  std::vector<const replacement *> sorted_;
  std::set<std::string> seen_;
  std::vector<alternative> made_;
  bool grew_ = true;
};

/// Whether each character of a piece is in some word of the index; remembered, as pieces share their characters.
class known_characters {
 public:
  explicit known_characters(const vocabulary &words) : words_(words) {}

  bool holds_all_of(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t start = at;
      const char32_t c = text::next(text, at);
      if (text::class_of(c) == text::char_class::other) continue;
      const auto [known, added] = known_.try_emplace(c, false);
      if (added) known->second = words_.occurs_in_words(text.substr(start, at - start));
      if (!known->second) return false;
    }
    return true;
  }

 private:
  const vocabulary &words_;
  std::map<char32_t, bool> known_;
};

}  // namespace

std::vector<alternative> combine(std::string_view part, const replacements &pieces) {
  return combiner(part, pieces).run();
}

void expander::append_spellings(std::string_view part, replacements &pieces) const {
  if (!selectors_) selectors_ = glyph_selectors(words_);
  const letters spelled(part);
  append_kanji_forms(spelled, words_, *selectors_, pieces);
  append_word_pairs(spelled, words_, pieces);
  append_iteration_marks(spelled, words_, pieces);
  append_kana_forms(spelled, words_, pieces);
  append_small_ke(spelled, words_, pieces);
  append_look_alikes(spelled, words_, pieces);
  append_long_vowels(spelled, words_, pieces);
  append_middle_dots(spelled, words_, pieces);
  append_marks(spelled, words_, pieces);
}

std::vector<alternative> expander::alternatives(std::string_view part, const group_set &groups) const {
  replacements pieces;
  const auto on = [&](group why) { return groups[static_cast<std::size_t>(why)]; };
  append_english_stems(part, words_, stemmer_, pieces);
  append_spellings(part, pieces);
  if (on(group::numeral)) append_numerals(part, words_, pieces);
  if (on(group::era)) append_eras(part, words_, pieces);
  if (on(group::okurigana)) append_okurigana(part, words_, pieces);
  if (on(group::inflection)) append_inflections(part, words_, pieces);
  if (analyzer_ && (on(group::okurigana) || on(group::inflection)))
    append_dictionary_forms(part, words_, *analyzer_, pieces);
  if (on(group::reading)) append_readings(part, words_, readings_, pieces);
  if (on(group::synonym)) synonyms_.append(part, pieces);
  // What no document holds need not be combined with the rest.
  known_characters known(words_);
  std::erase_if(pieces, [&](const replacement &piece) { return !on(piece.why) || !known.holds_all_of(piece.text); });
  if (pieces.empty()) return {};
  return combine(part, pieces);
}

}  // namespace libsearch::variants
