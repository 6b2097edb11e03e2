// Which words of an index have which reading.
#ifndef LIBSEARCH_VARIANTS_READING_TABLE_HPP
#define LIBSEARCH_VARIANTS_READING_TABLE_HPP

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace libsearch::variants {

/// A word with kanji and one of its readings.
struct word_reading {
  std::string word;
  std::string reading;          ///< in katakana
  std::uint32_t frequency = 0;  ///< documents that hold the word, about
};

/// Sorted lines, searched as they are. Thread-safe once made.
class reading_table {
 public:
  /// The lines of the readings: key, word, frequency and reading, with tabs between; the key is the reading in one
  /// line and its romaji key without length in another. Sorted.
  static std::string lines_of(const std::vector<word_reading> &readings);

  /// Adds lines that lines_of() made.
  void add(std::string lines);
  bool empty() const;
  std::size_t bytes() const;

  /// A line. What it says is in the table.
  struct entry {
    std::string_view key, word;
    std::uint32_t frequency = 0;
    std::string_view reading;
  };

  /// Visits the lines whose key is, or begins with, the string.
  using visitor = std::function<void(const entry &)>;
  void for_each(std::string_view key, const visitor &visit) const;
  void for_each_prefix(std::string_view beginning, const visitor &visit) const;
  /// Whether some key begins with the string.
  bool has_prefix(std::string_view beginning) const;

 private:
  std::vector<std::string> blocks_;
};

}  // namespace libsearch::variants

#endif
