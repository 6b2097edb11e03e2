// Files as an index needs them: written whole or not at all, and durable when that is said.
#ifndef LIBSEARCH_INDEX_FILE_HPP
#define LIBSEARCH_INDEX_FILE_HPP

#include <optional>
#include <string>
#include <string_view>

namespace libsearch::indexing {

/// Whether what is written must outlive a crash of the machine: then it is synced.
enum class durability : bool { none, synced };

/// Writes a file aside, syncs it, renames it to `path` and syncs the folder.
/// Throws libsearch::error (io, disk_full).
void write_file_atomically(const std::string &path, std::string_view bytes, durability wanted = durability::synced);

/// The content of a file, or nothing where there is none. Throws libsearch::error (io).
std::optional<std::string> read_file(const std::string &path);

/// Makes a file durable / the entries of a folder.
void sync_file(const std::string &path);
void sync_folder(const std::string &path);

/// The folder a path stands in.
std::string parent_folder(const std::string &path);

/// A name nobody else uses: 32 hexadecimal digits.
std::string unique_name();

/// Throws the libsearch::error for errno `code` about `path`.
[[noreturn]] void throw_system_error(int code, const std::string &path, const char *doing);

}  // namespace libsearch::indexing

#endif
