#include "index_location.hpp"

#include <cstdlib>
#include <filesystem>

#include <libsearch/error.hpp>

namespace jsearch {

namespace {

constexpr char usual_name[] = ".jsearch";

std::string nearest_index() {
  std::error_code failure;
  std::filesystem::path folder = std::filesystem::current_path(failure);
  while (!failure && !folder.empty()) {
    if (std::filesystem::is_directory(folder / usual_name, failure))
      return (folder / usual_name).string();
    failure.clear();
    if (folder == folder.parent_path()) break;
    folder = folder.parent_path();
  }
  return {};
}

std::string named_index(const arguments &given) {
  if (given.has("index")) {
    const std::string path = given.value("index");
    if (path.empty())
      throw libsearch::error(libsearch::errc::invalid_argument, "--index: the name is empty",
                             "name the folder of the index: -i DIR");
    return path;
  }
  const char *variable = std::getenv("JSEARCH_INDEX");
  return variable ? variable : "";
}

}  // namespace

std::string index_to_read(const arguments &given) {
  std::string path = named_index(given);
  if (path.empty()) path = nearest_index();
  if (path.empty())
    throw libsearch::error(libsearch::errc::not_found,
                           "no index: there is no folder .jsearch here or above",
                           "name one with -i DIR, or make one with \"jsearch index PATH\"");
  return path;
}

index_target index_to_write(const arguments &given) {
  index_target target{named_index(given), false};
  if (target.path.empty()) target.path = nearest_index();
  if (target.path.empty()) target = {usual_name, true};
  return target;
}

}  // namespace jsearch
