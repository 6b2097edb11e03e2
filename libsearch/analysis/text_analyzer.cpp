#include "analysis/text_analyzer.hpp"

#include <xxhash.h>

#include <cstdio>

#include "text/compact_text.hpp"
#include "text/normalizer.hpp"
#include "text/utf8.hpp"

namespace libsearch::analysis {
namespace {

/// Changes whenever words.cpp cuts or selects otherwise.
constexpr std::string_view rules_version = "words/2";

}  // namespace

text_analyzer::text_analyzer(const scheme &scheme)
    : functions_(scheme.functions), rule_(rule_of(scheme.name)), cutter_(make_tokenizer(scheme.name), functions_) {
  char hash[17];
  std::snprintf(hash, sizeof hash, "%016llx",
                static_cast<unsigned long long>(
                    XXH3_64bits(scheme.functions.data(), scheme.functions.size())));
  fingerprint_ = scheme.name + " nfkc/" + text::unicode_version() + " " + cutter_.tokenizer_name() + " " +
                 std::string(rules_version) + " " + std::string(text::compact_text_version) +
                 " functions/" + hash;
}

const std::vector<word> &text_analyzer::words(std::string_view normalized) {
  cutter_.cut(normalized, words_);
  return words_;
}

std::string_view boundary_bigram(std::string_view normalized, const word &left, const word &right,
                                 boundary_rule rule) {
  if (left.end != right.start) return {};
  if (!is_indexed_boundary({left.last, left.function}, {right.first, right.function}, rule)) return {};
  std::size_t start = left.end, end = right.start;
  text::previous(normalized, start);
  text::next(normalized, end);
  return normalized.substr(start, end - start);
}

}  // namespace libsearch::analysis
