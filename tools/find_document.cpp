#include "find_document.hpp"

#include <algorithm>
#include <filesystem>

namespace jsearch {

namespace {

std::string canonical_form(const std::string &path) {
  std::error_code failure;
  const auto absolute = std::filesystem::absolute(path, failure);
  if (failure) return path;
  const auto canonical = std::filesystem::weakly_canonical(absolute, failure);
  return (failure ? absolute.lexically_normal() : canonical).string();
}

}  // namespace

found_document find_document(libsearch::index &index, const std::string &typed) {
  using by = found_document::by;
  if (typed.empty()) return {by::nothing, typed};
  if (index.get(typed)) return {by::id, typed};
  const std::string place = canonical_form(typed);
  std::string by_path, by_copy;
  std::size_t records = 0;
  index.for_each_origin([&](const std::string &id, const libsearch::source &origin) {
    if (origin.path == place) by_path = id, ++records;
    for (const libsearch::source &copy : origin.copies)
      if (copy.shown == typed || copy.path == place) by_copy = id;
  });
  // A file of JSON lines is no document.
  if (records == 1) return {by::file, by_path};
  if (!by_copy.empty()) return {by::copy, by_copy};
  return {by::nothing, typed};
}

std::string document_id(libsearch::index &index, const std::string &typed) { return find_document(index, typed).id; }

}  // namespace jsearch
