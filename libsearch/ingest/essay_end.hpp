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
};

/// Reads the lines below the last paragraph and gives those that it uses the role `closing`; authors only when
/// `authors` asks for them. The head must have been read.
essay_end read_end(std::vector<line> &lines, bool authors);

}  // namespace libsearch::ingest

#endif
