// Author lines: who wrote, and where they work.
#ifndef LIBSEARCH_INGEST_AUTHOR_LINE_HPP
#define LIBSEARCH_INGEST_AUTHOR_LINE_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <unicode/unistr.h>

namespace libsearch::ingest {

struct author {
  std::string name;
  std::string affiliation;  ///< organisation, unit and position as written; may be empty
};

struct author_line {
  std::vector<author> authors;  ///< empty when the line is an affiliation only
  std::string affiliation;      ///< of a line that is an affiliation only
  std::string organisation;     ///< the affiliation's part that 同 on a later line stands for
  bool labelled = false;        ///< "By ...", "著者: ..." says so itself
  bool translators = false;     ///< "訳者: ...", "Translated by ..."
  std::size_t lines = 1;        ///< lines of the source that it was put together from
  /// An affiliation or a label stands with the name. Else the line is two words that may be a name,
  /// to be believed only behind a title.
  bool strong = false;
};

/// Reads a folded line as an author line; nothing when any part of it is something else, so that a
/// sentence never becomes an author. `ditto` is the organisation 同 stands for; `labelled` says that a label before the
/// line calls it an author's.
std::optional<author_line> read_author_line(const icu::UnicodeString &line,
                                            const std::string &ditto, bool labelled = false);

}  // namespace libsearch::ingest

#endif
