#include "index/lexicon_image.hpp"

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace libsearch::indexing {
namespace {

struct header {
  char magic[8];
  std::uint64_t checksum;  // of everything behind it
  std::uint64_t revision;
  char base[32];
  std::uint32_t words, units, suffixes, reserved;
};
constexpr char magic[8] = {'L', 'S', 'L', 'E', 'X', '0', '1', '\n'};
constexpr std::size_t checked_from = offsetof(header, revision);

std::uint64_t checksum(std::string_view bytes) {
  return XXH3_64bits(bytes.data() + checked_from, bytes.size() - checked_from);
}

std::size_t padded(std::size_t units) { return (units + 1) / 2 * 4; }

template <class T>
void append(std::string &out, const std::vector<T> &values) {
  out.append(reinterpret_cast<const char *>(values.data()), values.size() * sizeof(T));
}

}  // namespace

lexicon_image::lexicon_image(std::string_view bytes) {
  header h;
  if (bytes.size() < sizeof h) throw std::runtime_error("too short");
  std::memcpy(&h, bytes.data(), sizeof h);
  if (std::memcmp(h.magic, magic, sizeof magic) != 0) throw std::runtime_error("not a lexicon of this version");
  const std::size_t expected = sizeof h + padded(h.units) + (2 * std::size_t{h.words} + 1 + h.suffixes) * 4;
  if (bytes.size() != expected) throw std::runtime_error("of the wrong length");
  if (checksum(bytes) != h.checksum) throw std::runtime_error("checksum does not match");
  revision_ = h.revision;
  base_ = bytes.substr(offsetof(header, base), strnlen(h.base, sizeof h.base));
  const char *at = bytes.data() + sizeof h;
  units_ = {reinterpret_cast<const char16_t *>(at), h.units};
  const auto *numbers = reinterpret_cast<const std::uint32_t *>(at + padded(h.units));
  word_begins_ = {numbers, std::size_t{h.words} + 1};
  frequencies_ = {numbers + h.words + 1, h.words};
  suffixes_ = {numbers + 2 * std::size_t{h.words} + 1, h.suffixes};
}

std::string lexicon_image::build(std::vector<lexicon_entry> entries, std::string_view base,
                                 std::uint64_t revision) {
  std::sort(entries.begin(), entries.end(),
            [](const lexicon_entry &a, const lexicon_entry &b) { return a.word < b.word; });
  std::u16string units;
  std::vector<std::uint32_t> begins, frequencies, suffixes;
  for (const lexicon_entry &entry : entries) {
    begins.push_back(static_cast<std::uint32_t>(units.size()));
    frequencies.push_back(entry.frequency);
    for (std::size_t i = 0; i < entry.word.size(); ++i)
      suffixes.push_back(static_cast<std::uint32_t>(units.size() + i));
    units += entry.word;
    units += u'\0';
  }
  begins.push_back(static_cast<std::uint32_t>(units.size()));
  // The first four units as one number decide nearly all comparisons without touching the text again.
  struct keyed {
    std::uint64_t key;
    std::uint32_t suffix;
  };
  std::vector<keyed> order(suffixes.size());
  for (std::size_t i = 0; i < suffixes.size(); ++i) {
    std::uint64_t key = 0;
    bool ended = false;
    for (std::size_t k = 0; k < 4; ++k) {
      const char16_t unit = ended ? u'\0' : units[suffixes[i] + k];
      ended |= unit == u'\0';
      key = key << 16 | unit;
    }
    order[i] = {key, suffixes[i]};
  }
  const char16_t *text = units.c_str();
  std::sort(order.begin(), order.end(), [text](const keyed &a, const keyed &b) {
    if (a.key != b.key) return a.key < b.key;
    if ((a.key & 0xFFFF) != 0) {
      const char16_t *x = text + a.suffix + 4, *y = text + b.suffix + 4;
      for (; *x == *y && *x; ++x, ++y) {}
      if (*x != *y) return *x < *y;
    }
    return a.suffix < b.suffix;
  });
  for (std::size_t i = 0; i < order.size(); ++i) suffixes[i] = order[i].suffix;

  header h{};
  std::memcpy(h.magic, magic, sizeof magic);
  h.revision = revision;
  std::memcpy(h.base, base.data(), std::min(base.size(), sizeof h.base));
  h.words = static_cast<std::uint32_t>(frequencies.size());
  h.units = static_cast<std::uint32_t>(units.size());
  h.suffixes = static_cast<std::uint32_t>(suffixes.size());
  std::string bytes(reinterpret_cast<const char *>(&h), sizeof h);
  bytes.append(reinterpret_cast<const char *>(units.data()), units.size() * 2);
  bytes.resize(sizeof h + padded(units.size()));
  append(bytes, begins);
  append(bytes, frequencies);
  append(bytes, suffixes);
  const std::uint64_t sum = checksum(bytes);
  std::memcpy(bytes.data() + offsetof(header, checksum), &sum, sizeof sum);
  return bytes;
}

std::u16string_view lexicon_image::word(word_id id) const {
  return units_.substr(word_begins_[id], word_begins_[id + 1] - word_begins_[id] - 1);
}

word_id lexicon_image::find(std::u16string_view wanted) const {
  const auto [begin, end] = with_prefix(wanted);
  return begin < end && word(begin).size() == wanted.size() ? begin : no_word;
}

std::pair<word_id, word_id> lexicon_image::with_prefix(std::u16string_view text) const {
  const auto bound = [&](auto is_before) {
    word_id low = 0, high = size();
    while (low < high) {
      const word_id middle = low + (high - low) / 2;
      if (is_before(word(middle).substr(0, text.size()))) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {bound([&](std::u16string_view w) { return w < text; }),
          bound([&](std::u16string_view w) { return w <= text; })};
}

suffix_range lexicon_image::search(std::u16string_view text, bool at_end) const {
  // Compares the suffix at `offset`, cut to the length of `text`, with `text`.
  const auto compare = [&](std::uint32_t offset) {
    const char16_t *unit = units_.data() + offset;
    for (const char16_t wanted : text) {
      if (*unit != wanted) return *unit < wanted ? -1 : 1;
      ++unit;  // a zero ends every word and differs from every wanted unit
    }
    return at_end && *unit ? 1 : 0;
  };
  const auto first = std::partition_point(suffixes_.begin(), suffixes_.end(),
                                          [&](std::uint32_t offset) { return compare(offset) < 0; });
  const auto last =
      std::partition_point(first, suffixes_.end(), [&](std::uint32_t offset) { return compare(offset) <= 0; });
  return {static_cast<std::uint32_t>(first - suffixes_.begin()),
          static_cast<std::uint32_t>(last - suffixes_.begin())};
}

suffix_range lexicon_image::with_infix(std::u16string_view text) const { return search(text, false); }

suffix_range lexicon_image::with_suffix(std::u16string_view text) const { return search(text, true); }

occurrence lexicon_image::at(std::uint32_t suffix) const {
  const std::uint32_t offset = suffixes_[suffix];
  const auto after = std::upper_bound(word_begins_.begin(), word_begins_.end(), offset);
  const auto id = static_cast<word_id>(after - word_begins_.begin() - 1);
  return {id, offset - word_begins_[id]};
}

}  // namespace libsearch::indexing
