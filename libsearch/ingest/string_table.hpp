// Many strings in little memory: what sync holds of each file for the whole of a run.
#ifndef LIBSEARCH_INGEST_STRING_TABLE_HPP
#define LIBSEARCH_INGEST_STRING_TABLE_HPP

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace libsearch::ingest {

/// Lists of numbers, found by a hash; some 25 bytes for a list of one, 8 for each further number.
class number_lists {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  void add(std::uint64_t hash, std::uint32_t number);
  /// The first number of the hash, in the order of adding, that `wanted` takes, or none. Other hashes may share the
  /// list: `wanted` has to look.
  template <typename Wanted>
  std::uint32_t find(std::uint64_t hash, const Wanted &wanted) const {
    const std::uint32_t last = last_of(hash);
    if (last == none) return none;
    std::uint32_t at = last;
    do {
      at = entries_[at].next;
      if (wanted(entries_[at].number)) return entries_[at].number;
    } while (at != last);
    return none;
  }

 private:
  struct slot {
    std::uint32_t tag = 0;   // of the hash
    std::uint32_t last = none;  // entry; none: the slot is free
  };
  struct entry {
    std::uint32_t number, next;  // the last one's next is the first
  };

  static std::uint32_t tag_of(std::uint64_t hash);
  std::size_t place_of(std::uint32_t tag) const;
  std::uint32_t last_of(std::uint64_t hash) const { return slots_.empty() ? none : slots_[place_of(tag_of(hash))].last; }
  void grow();

  std::vector<slot> slots_;  // a power of two; each tag stands at its place or behind it
  std::size_t used_ = 0;
  std::deque<entry> entries_;
};

/// Strings by number, each kept once; paths share their folders.
class string_table {
 public:
  static constexpr std::uint32_t none = number_lists::none;

  /// The string's number, which is new when the string is. Numbers ascend from 0.
  std::uint32_t add(std::string_view text);
  /// none where neither it nor a path below it was added.
  std::uint32_t find(std::string_view text) const;
  std::string text(std::uint32_t number) const;
  bool equals(std::uint32_t number, std::string_view text) const;

 private:
  struct entry {
    const char *bytes;
    std::uint32_t length;
    std::uint32_t folder;  // number of what stands before the last slash, or none
    std::string_view name() const { return {bytes, length}; }
  };

  std::uint32_t add_whole(std::string_view text, std::uint32_t folder, std::string_view name);
  const char *keep(std::string_view bytes);

  std::deque<entry> entries_;
  number_lists numbers_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char *free_ = nullptr;
  std::size_t room_ = 0;
};

}  // namespace libsearch::ingest

#endif
