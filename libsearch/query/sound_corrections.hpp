// Words that sound like one which finds nothing: romaji or kana in their place, kanji that are read alike.
#ifndef LIBSEARCH_QUERY_SOUND_CORRECTIONS_HPP
#define LIBSEARCH_QUERY_SOUND_CORRECTIONS_HPP

#include <string>
#include <string_view>
#include <vector>

#include "analysis/name_reading.hpp"
#include "index/lexicon.hpp"
#include "variants/readings.hpp"
#include "variants/vocabulary.hpp"

namespace libsearch::query {

/// One thread at a time.
class sound_corrections {
 public:
  /// `readings` is empty where the dictionaries of the index know none. All must outlive it.
  sound_corrections(const indexing::lexicon &words, const variants::vocabulary &vocabulary,
                    variants::reading_source readings, analysis::name_reader &reader)
      : words_(words), vocabulary_(vocabulary), readings_(std::move(readings)), reader_(reader) {}

  /// Words, and rows of words, that the normalized word may stand for:
  ///  - kana or romaji in place of katakana or kanji: えねるぎー, enerugii, dennryoku;
  ///  - kana that an input method made of Latin letters: えねrgy;
  ///  - kanji that are read as others: 原始力 for 原子力.
  /// Not each of them need occur.
  std::vector<std::string> of(const std::string &word);

  /// Reads what is read only once.
  void prepare() const {
    if (readings_) readings_();
  }

  /// The Latin words that an input method may have made the kana of, whether or not they are words: lんg is lng.
  static std::vector<std::string> typed_as(std::string_view word);

 private:
  void add_words_of(const std::string &key, std::vector<std::string> &found) const;
  void add_rows_of(const std::string &kana, std::vector<std::string> &found) const;

  const indexing::lexicon &words_;
  const variants::vocabulary &vocabulary_;
  variants::reading_source readings_;
  analysis::name_reader &reader_;
};

}  // namespace libsearch::query

#endif
