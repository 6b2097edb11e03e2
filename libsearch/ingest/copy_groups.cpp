#include "ingest/copy_groups.hpp"

#include <algorithm>
#include <filesystem>
#include <tuple>

namespace libsearch::ingest {

namespace {

int rank(file_format format) {
  switch (format) {
    case file_format::pdf: return 0;
    case file_format::html: return 1;
    case file_format::markdown: return 2;
    default: return 3;
  }
}

/// "pdf/essay.pdf" and "html/essay.html" have the same.
std::string stem(const std::string &id) { return std::filesystem::path(id).stem().string(); }

}  // namespace

std::vector<copy_group> group_copies(
    std::vector<group_file> &members,
    const std::function<std::optional<std::uint32_t>(std::size_t, std::size_t)> &difference) {
  const auto rank_of = [&](std::size_t i) { return rank(members[i].signature.format); };
  std::sort(members.begin(), members.end(), [](const group_file &a, const group_file &b) {
    return std::make_tuple(rank(a.signature.format), std::string_view(a.id)) <
           std::make_tuple(rank(b.signature.format), std::string_view(b.id));
  });
  std::vector<copy_group> groups;
  // The groups of each format are complete before files of the next one are added to them.
  for (std::size_t start = 0, end = 0; start < members.size(); start = end) {
    while (end < members.size() && rank_of(end) == rank_of(start)) ++end;
    struct pair {
      std::uint32_t difference;
      bool other_name;
      std::size_t group, member;
    };
    std::vector<pair> pairs;
    if (members.size() <= most_of_a_title)
      for (std::size_t g = 0; g < groups.size(); ++g)
        for (std::size_t m = start; m < end; ++m) {
          const std::size_t document = groups[g].document;
          if (!may_be_same(members[document].signature, members[m].signature)) continue;
          if (const auto found = difference(document, m))
            pairs.push_back({*found, stem(members[document].id) != stem(members[m].id), g, m});
        }
    std::sort(pairs.begin(), pairs.end(), [](const pair &a, const pair &b) {
      return std::tie(a.difference, a.other_name, a.group, a.member) <
             std::tie(b.difference, b.other_name, b.group, b.member);
    });
    std::vector<bool> taken(groups.size()), placed(end - start);
    for (const pair &one : pairs) {
      if (taken[one.group] || placed[one.member - start]) continue;
      taken[one.group] = placed[one.member - start] = true;
      groups[one.group].copies.push_back({one.member, one.difference});
    }
    for (std::size_t m = start; m < end; ++m)
      if (!placed[m - start]) groups.push_back({m, {}});
  }
  return groups;
}

}  // namespace libsearch::ingest
