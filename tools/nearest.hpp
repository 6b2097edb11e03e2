#ifndef JSEARCH_NEAREST_HPP
#define JSEARCH_NEAREST_HPP

#include <string>
#include <vector>

namespace jsearch {

/// The name that `typed` was probably meant to be, or "" when none is near: a slip of the finger
/// or a name cut short.
std::string nearest(const std::string &typed, const std::vector<std::string> &names);

}  // namespace jsearch

#endif
