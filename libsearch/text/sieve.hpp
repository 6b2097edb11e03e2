// A quick look before a search for many strings in one text.
#ifndef LIBSEARCH_TEXT_SIEVE_HPP
#define LIBSEARCH_TEXT_SIEVE_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace libsearch::text {

/// Which runs of three bytes a text has, by a hash: a Bloom filter with one function. 32 KiB.
class sieve {
 public:
  explicit sieve(std::string_view text) : seen_(std::size_t{1} << bits) {
    for (std::size_t at = 0; at + run <= text.size(); ++at) seen_[place(text, at)] = true;
  }

  /// False: `part` is not in the text. True for what is in it, and for little else.
  bool may_hold(std::string_view part) const {
    for (std::size_t at = 0; at + run <= part.size(); ++at)
      if (!seen_[place(part, at)]) return false;
    return true;
  }

 private:
  static constexpr std::size_t run = 3;
  static constexpr unsigned bits = 18;

  static std::size_t place(std::string_view text, std::size_t at) {
    std::uint32_t bytes = 0;
    for (std::size_t i = 0; i < run; ++i) bytes = bytes << 8 | static_cast<unsigned char>(text[at + i]);
    return bytes * 2654435761U >> (32 - bits);  // Knuth's multiplicative hash
  }

  std::vector<bool> seen_;
};

}  // namespace libsearch::text

#endif
