// Which index a command works on.
#ifndef JSEARCH_INDEX_LOCATION_HPP
#define JSEARCH_INDEX_LOCATION_HPP

#include <string>

#include "options.hpp"

namespace jsearch {

/// --index, else $JSEARCH_INDEX, else the nearest folder .jsearch here or above.
/// @throws libsearch::error errc::not_found when there is none of them.
std::string index_to_read(const arguments &given);

struct index_target {
  std::string path;
  bool chosen_here = false;  ///< no index was named and none found: a new one in this folder
};

/// The same for a command that makes an index where there is none.
index_target index_to_write(const arguments &given);

}  // namespace jsearch

#endif
