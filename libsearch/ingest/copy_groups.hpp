// Which of the files that share a title hold the same essay.
#ifndef LIBSEARCH_INGEST_COPY_GROUPS_HPP
#define LIBSEARCH_INGEST_COPY_GROUPS_HPP

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ingest/essay_signature.hpp"

namespace libsearch::ingest {

/// A file, as far as grouping needs to know it.
struct group_file {
  std::string id;
  essay_signature signature;
};

/// A copy, and how far its text is from the document's.
struct group_copy {
  std::size_t member = 0;
  std::uint32_t difference = 0;
};

/// One document: a member and its copies, by index.
struct copy_group {
  std::size_t document = 0;
  std::vector<group_copy> copies;
};

/// Members more than these share a title that says nothing; they stay apart.
inline constexpr std::size_t most_of_a_title = 1000;

/// Groups the members, which are sorted in place first. A group has at most one file of each format: two texts are
/// two documents, however alike. Its document is the PDF, which has pages; else HTML, which declares its fields;
/// else Markdown. `difference` compares the bodies of two members; it is asked only where the signatures allow
/// them to be the same. The result depends on the members alone, not on their order.
std::vector<copy_group> group_copies(
    std::vector<group_file> &members,
    const std::function<std::optional<std::uint32_t>(std::size_t document, std::size_t copy)> &difference);

}  // namespace libsearch::ingest

#endif
