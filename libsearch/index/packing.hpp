// Numbers and strings in bytes: variable-length integers, 7 bits a byte, low bits first.
#ifndef LIBSEARCH_INDEX_PACKING_HPP
#define LIBSEARCH_INDEX_PACKING_HPP

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace libsearch::indexing {

inline void pack(std::string &out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}

inline void pack(std::string &out, std::string_view text) {
  pack(out, text.size());
  out += text;
}

/// Takes values from the front of packed bytes; throws std::runtime_error where they end too early.
class unpacker {
 public:
  explicit unpacker(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (at_ == bytes_.size()) break;
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      value |= std::uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return value;
    }
    throw std::runtime_error("packed number ends early");
  }

  std::string_view text() {
    const std::uint64_t size = number();
    if (size > bytes_.size() - at_) throw std::runtime_error("packed text ends early");
    at_ += size;
    return bytes_.substr(at_ - size, size);
  }

  std::string_view rest() const { return bytes_.substr(at_); }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

/// Calls `use` with each part of a list whose parts are separated by zero bytes; an empty list has none.
template <class Use>
void for_each_part(std::string_view list, Use &&use) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find('\0', at), list.size());
    use(list.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace libsearch::indexing

#endif
