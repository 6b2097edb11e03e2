// Linked data in a page: what schema.org's Article and its kinds say.
#ifndef LIBSEARCH_INGEST_JSON_LD_HPP
#define LIBSEARCH_INGEST_JSON_LD_HPP

#include <string>
#include <string_view>
#include <vector>

#include "ingest/author_line.hpp"

namespace libsearch::ingest {

struct linked_article {
  std::string headline;
  std::vector<author> authors;
  std::string published;  ///< as written
  std::string changed;
  std::string site;       ///< publisher, or the site that the page is part of
  std::vector<std::string> keywords;
  bool article = false;   ///< else a page of another type
};

/// The articles that a script of type application/ld+json describes, and the page if it does; none when it is not JSON.
std::vector<linked_article> read_json_ld(std::string_view text);

}  // namespace libsearch::ingest

#endif
