#ifndef LIBSEARCH_SUGGESTION_HPP
#define LIBSEARCH_SUGGESTION_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <libsearch/export.h>

namespace libsearch {

/// Where a completion comes from.
enum class completion_kind {
  topic,
  author,
  compound,  ///< several words that stand together in texts
  word,
  title,
};

/// "topic", "author", "compound", "word" or "title".
LIBSEARCH_API const char *name(completion_kind kind) noexcept;

/// One way to go on from what was typed.
struct completion {
  std::string text;  ///< as the documents have it; words and compounds are normalized
  completion_kind kind = completion_kind::word;
  std::size_t count = 0;  ///< documents that have it; of words and compounds about
};

/// One line of JSON: {"format":1,"prefix":"...","completions":[{"text","kind","count"}]}.
LIBSEARCH_API std::string to_json(std::string_view prefix, const std::vector<completion> &completions);

}  // namespace libsearch

#endif
