// Whether what is about to be written fits on the disk.
#ifndef LIBSEARCH_INDEX_FREE_SPACE_HPP
#define LIBSEARCH_INDEX_FREE_SPACE_HPP

#include <cstdint>
#include <string>

namespace libsearch::indexing {

/// Bytes of a new database for each byte of text, about: natural text takes 1 to 2, random kanji 14.
constexpr std::uint64_t database_bytes_per_text_byte = 16;

/// Bytes by which a flush of postings may let the database in `folder` grow: what is new, and copies of the blocks that
/// change, since readers need the old ones until the commit. In an index with 87 MB of postings 9 KB of text changed 8 MB
/// of blocks, and 1.3 MB of text changed half of all.
std::uint64_t growth_by_flush(const std::string &folder, std::uint64_t text_bytes);

/// Throws libsearch::error (disk_full) where the file system of `folder` has fewer bytes left; nothing where it doesn't
/// tell. To be asked before Xapian flushes postings: a flush that fails in the middle ends the process, as writing goes on
/// in its destructors.
void require_free_space(const std::string &folder, std::uint64_t bytes);

}  // namespace libsearch::indexing

#endif
