// A hyphen at the end of a line: of the word, or of the line.
#ifndef LIBSEARCH_INGEST_HYPHENS_HPP
#define LIBSEARCH_INGEST_HYPHENS_HPP

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/line.hpp"

namespace libsearch::ingest {

/// What the rest of a text says of a word that a line end cuts at a hyphen.
class hyphens {
 public:
  /// Collects the words of the lines, except at line ends that cut one.
  explicit hyphens(const std::vector<line> &lines);

  /// Whether the hyphen between the end of `above`, which ends in one, and the beginning of `below` stays:
  /// long-|term, US-|Japan; not opin-|ion.
  bool stays(std::string_view above, std::string_view below) const;

 private:
  std::set<std::string, std::less<>> words_;  ///< in small letters, hyphens in them
};

}  // namespace libsearch::ingest

#endif
