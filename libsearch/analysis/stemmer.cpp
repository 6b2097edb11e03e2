#include "analysis/stemmer.hpp"

#include <libstemmer.h>

#include <algorithm>

#include <libsearch/error.hpp>

namespace libsearch::analysis {

stemmer::stemmer() : english_(sb_stemmer_new("english", "UTF_8")) {
  if (!english_) throw error(errc::dictionary_missing, "Snowball's English stemmer is not there");
}

stemmer::~stemmer() = default;

void stemmer::closer::operator()(sb_stemmer *s) const { sb_stemmer_delete(s); }

std::string stemmer::stem(std::string_view word) const {
  const bool letters =
      word.size() > 2 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!letters) return std::string(word);
  const auto *stemmed = sb_stemmer_stem(english_.get(), reinterpret_cast<const sb_symbol *>(word.data()),
                                        static_cast<int>(word.size()));
  return std::string(reinterpret_cast<const char *>(stemmed),
                     static_cast<std::size_t>(sb_stemmer_length(english_.get())));
}

}  // namespace libsearch::analysis
