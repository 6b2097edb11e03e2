// How the words of an index are read.
#ifndef LIBSEARCH_INDEX_LEXICON_READINGS_HPP
#define LIBSEARCH_INDEX_LEXICON_READINGS_HPP

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "analysis/text_analyzer.hpp"
#include "index/lexicon.hpp"
#include "variants/reading_table.hpp"

namespace libsearch::indexing {

/// The readings of the words of a lexicon that hold kanji, asked of the dictionary when they are first wanted. Those
/// of the base are kept in a file beside it, where the folder can be written; the file is made again when it is absent,
/// damaged or of another analysis. One thread at a time.
class lexicon_readings {
 public:
  /// `folder` is that of the lexicon's files. The analyzer must outlive it.
  lexicon_readings(std::shared_ptr<const lexicon> words, analysis::text_analyzer &analyzer, std::string folder)
      : words_(std::move(words)), analyzer_(analyzer), folder_(std::move(folder)) {}

  /// Empty where no dictionary of the index knows readings.
  const variants::reading_table &table();
  /// Bytes of memory; 0 before table() was called.
  std::size_t bytes() const { return table_ ? table_->bytes() : 0; }

 private:
  std::string lines_of(bool base);
  std::string lines_of_base();

  std::shared_ptr<const lexicon> words_;
  analysis::text_analyzer &analyzer_;
  std::string folder_;
  std::optional<variants::reading_table> table_;
};

}  // namespace libsearch::indexing

#endif
