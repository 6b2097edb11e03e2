// The edit list and the source bytes it needs, as bytes:
//
//   packed = ""                          when there are no edits, else
//   packed = shapes, shape..., step...   all numbers are varints (7 bits a byte, low bits first)
//   shape  = normalized, source, bytes   sizes, then the source bytes
//   step   = same, 0, shape              an edit with a shape of its own
//          | same, n                     an edit with the n-th shape of the table
//
// A document repeats few edits many times (a line break with its indent, a capital letter), so most
// of them take two bytes. Only short sources are in the table: damaged bytes then cannot blow up.
#include <stdexcept>
#include <string>
#include <unordered_map>

#include "text/normalizer.hpp"

namespace libsearch::text {
namespace {

constexpr std::size_t longest_shared_source = 16;
constexpr std::size_t most_shapes = 4096;

void put(std::string &out, std::size_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}

void put_shape(std::string &out, std::size_t normalized, std::string_view source) {
  put(out, normalized);
  put(out, source.size());
  out += source;
}

/// The shapes in the order of their first use.
class shape_table {
 public:
  /// The number of a shape from 1 on, or 0 if it does not belong into the table.
  std::size_t number(const edit &e, std::string_view source) {
    if (e.source > longest_shared_source) return 0;
    std::string key;
    put_shape(key, e.normalized, source);
    const auto found = numbers_.find(key);
    if (found != numbers_.end()) return found->second;
    if (numbers_.size() == most_shapes) return 0;
    shapes_ += key;
    return numbers_.emplace(std::move(key), numbers_.size() + 1).first->second;
  }
  std::size_t size() const { return numbers_.size(); }
  const std::string &bytes() const { return shapes_; }

 private:
  std::unordered_map<std::string, std::size_t> numbers_;
  std::string shapes_;
};

[[noreturn]] void damaged() { throw std::runtime_error("the list of edits is damaged"); }

struct shape {
  std::uint32_t normalized = 0;
  std::string_view source;
};

class reader {
 public:
  explicit reader(std::string_view bytes) : rest_(bytes) {}

  bool at_end() const { return rest_.empty(); }

  std::uint32_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      if (rest_.empty()) damaged();
      const auto byte = static_cast<std::uint8_t>(rest_[0]);
      rest_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte >= 0x80) continue;
      if (value > 0xFFFFFFFF) damaged();
      return static_cast<std::uint32_t>(value);
    }
    damaged();
  }

  shape next_shape() {
    shape s;
    s.normalized = number();
    const std::size_t size = number();
    if (size > rest_.size()) damaged();
    s.source = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return s;
  }

  std::vector<shape> table() {
    const std::size_t size = number();
    if (size > most_shapes) damaged();
    std::vector<shape> shapes;
    while (shapes.size() < size) {
      shapes.push_back(next_shape());
      if (shapes.back().source.size() > longest_shared_source) damaged();
    }
    return shapes;
  }

 private:
  std::string_view rest_;
};

}  // namespace

std::string pack_edits(const std::vector<edit> &edits, std::string_view source) {
  if (edits.empty()) return {};
  shape_table shapes;
  std::string steps;
  std::size_t at = 0;
  for (const edit &e : edits) {
    at += e.same;
    const std::string_view bytes = source.substr(at, e.source);
    at += e.source;
    const std::size_t number = shapes.number(e, bytes);
    put(steps, e.same);
    put(steps, number);
    if (number == 0) put_shape(steps, e.normalized, bytes);
  }
  std::string out;
  put(out, shapes.size());
  return out + shapes.bytes() + steps;
}

original_text unpack_edits(std::string_view packed, std::string_view normalized) {
  original_text out;
  std::vector<edit> edits;
  reader in(packed);
  const std::vector<shape> shapes = in.at_end() ? std::vector<shape>() : in.table();
  std::size_t at = 0;
  while (!in.at_end()) {
    const std::uint32_t same = in.number();
    const std::size_t number = in.number();
    if (number > shapes.size()) damaged();
    const shape s = number == 0 ? in.next_shape() : shapes[number - 1];
    if (same > normalized.size() - at || s.normalized > normalized.size() - at - same) damaged();
    out.text += normalized.substr(at, same);
    out.text += s.source;
    at += std::size_t{same} + s.normalized;
    edits.push_back({same, s.normalized, static_cast<std::uint32_t>(s.source.size())});
  }
  out.text += normalized.substr(at);
  if (out.text.size() > 0xFFFFFFFF) damaged();
  out.map = offset_map(std::move(edits));
  return out;
}

}  // namespace libsearch::text
