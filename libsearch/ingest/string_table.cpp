#include "ingest/string_table.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <stdexcept>

#include <xxhash.h>

namespace libsearch::ingest {

namespace {

constexpr std::size_t block_bytes = 1u << 16;
constexpr std::size_t fewest_slots = 64;

std::uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

}  // namespace

/// Hashes may be small numbers; a tag is spread over all its bits.
std::uint32_t number_lists::tag_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(((hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15u) >> 32);
}

/// Where a tag stands, or would stand.
std::size_t number_lists::place_of(std::uint32_t tag) const {
  std::size_t at = tag & (slots_.size() - 1);
  while (slots_[at].last != none && slots_[at].tag != tag) at = (at + 1) & (slots_.size() - 1);
  return at;
}

void number_lists::grow() {
  std::vector<slot> before(std::max(fewest_slots, 2 * slots_.size()));
  before.swap(slots_);
  for (const slot &one : before)
    if (one.last != none) slots_[place_of(one.tag)] = one;
}

void number_lists::add(std::uint64_t hash, std::uint32_t number) {
  // Three quarters full: below 2^32 tags there is always a free slot.
  if (4 * (used_ + 1) > 3 * slots_.size()) grow();
  const std::uint32_t tag = tag_of(hash);
  slot &place = slots_[place_of(tag)];
  const auto at = static_cast<std::uint32_t>(entries_.size());
  if (place.last == none) {
    entries_.push_back({number, at});
    ++used_;
  } else {
    entries_.push_back({number, entries_[place.last].next});
    entries_[place.last].next = at;
  }
  place = {tag, at};
}

const char *string_table::keep(std::string_view bytes) {
  if (bytes.size() > room_) {
    const std::size_t size = std::max(block_bytes, bytes.size());
    blocks_.push_back(std::make_unique<char[]>(size));
    // What is left of the block before is less than what is asked for.
    free_ = blocks_.back().get();
    room_ = size;
  }
  char *const place = free_;
  if (!bytes.empty()) std::memcpy(place, bytes.data(), bytes.size());
  free_ += bytes.size();
  room_ -= bytes.size();
  return place;
}

bool string_table::equals(std::uint32_t number, std::string_view text) const {
  const entry &one = entries_[number];
  if (one.folder == none) return one.name() == text;
  const std::string_view folder = entries_[one.folder].name();
  return text.size() == folder.size() + 1 + one.length && text.substr(0, folder.size()) == folder &&
         text[folder.size()] == '/' && text.substr(folder.size() + 1) == one.name();
}

std::string string_table::text(std::uint32_t number) const {
  const entry &one = entries_[number];
  if (one.folder == none) return std::string(one.name());
  const std::string_view folder = entries_[one.folder].name();
  std::string result;
  result.reserve(folder.size() + 1 + one.length);
  result.append(folder).append(1, '/').append(one.name());
  return result;
}

std::uint32_t string_table::find(std::string_view text) const {
  return numbers_.find(hash_of(text), [&](std::uint32_t number) { return equals(number, text); });
}

std::uint32_t string_table::add_whole(std::string_view text, std::uint32_t folder, std::string_view name) {
  const auto number = static_cast<std::uint32_t>(entries_.size());
  if (number == none) throw std::length_error("too many paths");
  entries_.push_back({keep(name), static_cast<std::uint32_t>(name.size()), folder});
  numbers_.add(hash_of(text), number);
  return number;
}

std::uint32_t string_table::add(std::string_view text) {
  if (text.size() >= std::numeric_limits<std::uint32_t>::max()) throw std::length_error("a path of 4 GiB");
  if (const std::uint32_t found = find(text); found != none) return found;
  const std::size_t slash = text.rfind('/');
  if (slash == std::string_view::npos) return add_whole(text, none, text);
  // A folder is kept in one piece: what stands for one must not have a folder itself.
  const std::string_view before = text.substr(0, slash);
  std::uint32_t folder = numbers_.find(hash_of(before), [&](std::uint32_t number) {
    return entries_[number].folder == none && entries_[number].name() == before;
  });
  if (folder == none) folder = add_whole(before, none, before);
  return add_whole(text, folder, text.substr(slash + 1));
}

}  // namespace libsearch::ingest
