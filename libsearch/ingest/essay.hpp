// An essay and how sure each of its fields is.
#ifndef LIBSEARCH_INGEST_ESSAY_HPP
#define LIBSEARCH_INGEST_ESSAY_HPP

#include <map>
#include <string>
#include <string_view>

#include <libsearch/document.hpp>

#include "ingest/head.hpp"

namespace libsearch::ingest {

struct essay {
  document content;
  std::map<std::string, double> confidence;  ///< fields that were found, 0 to 1
};

/// read_essay() of the public header, with confidences and what is known of the title.
essay read_essay_fields(std::string_view text, const title_hint &known = {});

}  // namespace libsearch::ingest

#endif
