#include <algorithm>

#include "text/normalizer.hpp"

namespace libsearch::text {

offset_map::offset_map(std::vector<edit> edits) : edits_(std::move(edits)) {
  if (edits_.empty()) return;
  normalized_begin_.reserve(edits_.size() + 1);
  source_begin_.reserve(edits_.size() + 1);
  std::uint32_t normalized = 0, source = 0;
  for (const edit &e : edits_) {
    normalized_begin_.push_back(normalized);
    source_begin_.push_back(source);
    normalized += e.same + e.normalized;
    source += e.same + e.source;
  }
  // One entry more: where the shared bytes behind the last edit begin.
  normalized_begin_.push_back(normalized);
  source_begin_.push_back(source);
}

std::size_t offset_map::source_start(std::size_t at) const {
  if (edits_.empty()) return at;
  // The last edit that begins at or before `at`: white space removed in front is left out.
  const auto behind = std::upper_bound(normalized_begin_.begin(), normalized_begin_.end(), at);
  const std::size_t i = static_cast<std::size_t>(behind - normalized_begin_.begin()) - 1;
  const std::size_t offset = at - normalized_begin_[i];
  if (i == edits_.size() || offset < edits_[i].same) return source_begin_[i] + offset;
  return source_begin_[i] + edits_[i].same;
}

std::size_t offset_map::source_end(std::size_t at) const {
  if (edits_.empty() || at == 0) return at;
  // The last edit that begins before `at`: white space removed behind is left out.
  const auto behind = std::lower_bound(normalized_begin_.begin(), normalized_begin_.end(), at);
  const std::size_t i = static_cast<std::size_t>(behind - normalized_begin_.begin()) - 1;
  const std::size_t offset = at - normalized_begin_[i];
  if (i == edits_.size() || offset <= edits_[i].same) return source_begin_[i] + offset;
  return source_begin_[i] + edits_[i].same + edits_[i].source;
}

std::size_t offset_map::normalized(std::size_t source_at) const {
  if (edits_.empty()) return source_at;
  const auto behind = std::upper_bound(source_begin_.begin(), source_begin_.end(), source_at);
  const std::size_t i = static_cast<std::size_t>(behind - source_begin_.begin()) - 1;
  const std::size_t offset = source_at - source_begin_[i];
  if (i == edits_.size() || offset < edits_[i].same) return normalized_begin_[i] + offset;
  return normalized_begin_[i] + edits_[i].same;
}

}  // namespace libsearch::text
