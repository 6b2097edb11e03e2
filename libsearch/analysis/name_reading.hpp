// How a name or a title is read: 小山堅 is コヤマケン. As far as the dictionaries know.
#ifndef LIBSEARCH_ANALYSIS_NAME_READING_HPP
#define LIBSEARCH_ANALYSIS_NAME_READING_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/text_analyzer.hpp"

namespace libsearch::analysis {

/// One way to read a text, with the places where its words begin.
struct name_reading {
  std::string text;                    ///< kanji in katakana, everything else as it is written
  std::vector<std::uint32_t> starts;   ///< byte offsets of words in `text`, ascending; the first is 0
};

/// Asks the dictionaries of an analyzer, each word once. One thread at a time.
class name_reader {
 public:
  /// The analyzer must outlive it.
  explicit name_reader(text_analyzer &analyzer) : analyzer_(analyzer) {}

  /// The ways to read a normalized text that holds kanji, the likeliest first, at most `most`. Nothing where a word of
  /// it has no reading, and where it holds no kanji.
  std::vector<name_reading> readings(std::string_view normalized, std::size_t most = 3);

 private:
  const std::vector<std::string> &of_word(const std::string &word);

  text_analyzer &analyzer_;
  std::unordered_map<std::string, std::vector<std::string>> known_;
};

}  // namespace libsearch::analysis

#endif
