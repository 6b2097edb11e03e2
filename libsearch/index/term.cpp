#include "index/term.hpp"

#include <xxhash.h>

#include <cstdio>

#include "text/normalizer.hpp"
#include "text/utf8.hpp"

namespace libsearch::indexing {

std::string bigram_term(std::string_view two_characters) {
  std::string term(1, bigram_prefix);
  term += two_characters;
  return term;
}

// A zero byte takes two bytes in Xapian's keys; hashed names begin with a byte that no other does.
std::string name_term(std::string_view prefix, std::string_view name) {
  std::string term(prefix);
  if (prefix.size() + name.size() <= max_term_bytes && name.find('\0') == std::string_view::npos && (name.empty() || name[0] != '\1'))
    return term += name;
  const XXH128_hash_t hash = XXH3_128bits(name.data(), name.size());
  char hex[33];
  std::snprintf(hex, sizeof hex, "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  term += '\1';
  return term += hex;
}

std::string id_term(std::string_view id) { return name_term({&id_prefix, 1}, id); }

std::string facet_term(char prefix, std::string_view value) { return facet_term({&prefix, 1}, value); }

std::string facet_term(std::string_view prefix, std::string_view value) {
  return name_term(prefix, text::normalize_only(text::repair(value)));
}

std::string pack_day(std::int32_t day) {
  const auto number = static_cast<std::uint32_t>(day);
  return {static_cast<char>(number >> 24), static_cast<char>(number >> 16), static_cast<char>(number >> 8),
          static_cast<char>(number)};
}

std::int32_t unpack_day(std::string_view value) {
  std::uint32_t number = 0;
  if (value.size() == 4)
    for (const char byte : value) number = number << 8 | static_cast<unsigned char>(byte);
  return static_cast<std::int32_t>(number);
}

}  // namespace libsearch::indexing
