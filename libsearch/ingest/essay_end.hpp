// What stands below an essay's last paragraph: a date, the author where the head names none.
#ifndef LIBSEARCH_INGEST_ESSAY_END_HPP
#define LIBSEARCH_INGEST_ESSAY_END_HPP

#include <string>
#include <vector>

#include "ingest/author_line.hpp"
#include "ingest/line.hpp"

namespace libsearch::ingest {

struct essay_end {
  std::vector<author> authors;
  std::string date;
  bool date_of_receipt = false;  ///< the day on which a manuscript came in, not of the text
  std::vector<std::string> affiliations;  ///< of the authors that the head names without one; none or one for each
};

/// Reads the lines below the last paragraph and gives those that it uses the role `closing`; authors only where the head
/// names none. The head must have been read: `known` are its authors.
essay_end read_end(std::vector<line> &lines, const std::vector<author> &known);

}  // namespace libsearch::ingest

#endif
