// English stems, by Snowball: a variant of a word, never a replacement.
#ifndef LIBSEARCH_ANALYSIS_STEMMER_HPP
#define LIBSEARCH_ANALYSIS_STEMMER_HPP

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace libsearch::analysis {

/// One thread at a time.
class stemmer {
 public:
  stemmer();
  ~stemmer();
  stemmer(stemmer &&) noexcept = default;
  stemmer &operator=(stemmer &&) noexcept = default;

  /// The stem of a normalized word, or the word itself where it is not all ASCII letters.
  std::string stem(std::string_view word) const;

 private:
  struct closer {
    void operator()(sb_stemmer *s) const;
  };
  std::unique_ptr<sb_stemmer, closer> english_;
};

}  // namespace libsearch::analysis

#endif
