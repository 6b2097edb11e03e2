// The head of an essay: everything before its first paragraph.
#ifndef LIBSEARCH_INGEST_HEAD_HPP
#define LIBSEARCH_INGEST_HEAD_HPP

#include <string>
#include <vector>

#include "ingest/author_line.hpp"
#include "ingest/line.hpp"

namespace libsearch::ingest {

/// What is known of the title before the lines are read.
struct title_hint {
  std::string title;               ///< read elsewhere, and not among the lines
  std::vector<std::vector<std::string>> largest;  ///< lines in the largest letters, then those in smaller ones, that stand out
};

struct essay_head {
  std::string title;
  std::vector<author> authors;
  std::string affiliation;  ///< where no person is named: the organisation that is
  std::string date;
  bool date_of_event = false;  ///< the day of a talk or a meeting, not of the text
  bool date_of_receipt = false;  ///< the day on which a manuscript came in
  std::string series;
  std::string number;
  // How sure each field is, 0 to 1; 0 where there is none.
  double title_confidence = 0;
  double author_confidence = 0;
};

/// Finds the head's fields and gives its lines the role `head`; what is left with the role `text`
/// is the body. Furniture must be marked already.
essay_head read_head(std::vector<line> &lines, const title_hint &known = {});

}  // namespace libsearch::ingest

#endif
