// An essay and how sure each of its fields is.
#ifndef LIBSEARCH_INGEST_ESSAY_HPP
#define LIBSEARCH_INGEST_ESSAY_HPP

#include <map>
#include <string>
#include <string_view>

#include <libsearch/document.hpp>

namespace libsearch::ingest {

struct essay {
  document content;
  std::map<std::string, double> confidence;  ///< fields that were found, 0 to 1
};

/// read_essay() of the public header with confidences. `known_title`: a title that was read
/// elsewhere and does not stand in `text`.
essay read_essay_fields(std::string_view text, const std::string &known_title = {});

}  // namespace libsearch::ingest

#endif
