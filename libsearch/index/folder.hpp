// Folders, without the iterators of the standard library: its own end the process when memory is short.
#ifndef LIBSEARCH_INDEX_FOLDER_HPP
#define LIBSEARCH_INDEX_FOLDER_HPP

#include <cstdint>
#include <string>
#include <vector>

namespace libsearch::indexing {

/// Names of what is in a folder, in no order. Throws libsearch::error (not_found, io).
std::vector<std::string> names_in(const std::string &folder);

/// The same, or nothing where the folder cannot be read.
std::vector<std::string> names_if_readable(const std::string &folder);

/// Removes a file, or a folder with all that is in it; what is not there is removed already.
/// Throws libsearch::error (io).
void remove_tree(const std::string &path);

/// The same for what may stay until the next writer removes it.
void remove_leftover(const std::string &path) noexcept;

/// Makes every file below a folder durable. Throws libsearch::error (io).
void sync_tree(const std::string &path);

/// Bytes of all files below a folder; what cannot be read, or goes meanwhile, counts nothing.
std::uint64_t tree_bytes(const std::string &path);

}  // namespace libsearch::indexing

#endif
