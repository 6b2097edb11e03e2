#include <libsearch/analyzer.hpp>

#include <algorithm>

#include "analysis/stemmer.hpp"
#include "analysis/text_analyzer.hpp"
#include "text/normalizer.hpp"
#include "text/utf8.hpp"

namespace libsearch {

struct analyzer::impl {
  mutable analysis::text_analyzer text;
  analysis::stemmer stemmer;
};

analyzer::analyzer() : impl_(std::make_unique<impl>()) {}
analyzer::~analyzer() = default;
analyzer::analyzer(analyzer &&) noexcept = default;
analyzer &analyzer::operator=(analyzer &&) noexcept = default;

std::string analyzer::normalize(std::string_view text) const { return text::normalize_only(text::repair(text)); }

std::vector<token> analyzer::analyze(std::string_view given) const {
  // Repairing keeps offsets only where nothing is ill-formed; then it changes nothing.
  const text::normalized_text normal = text::normalize(text::repair(given));
  const std::string_view all = normal.text;
  const auto &words = impl_->text.words(all);
  std::vector<token> tokens;
  const auto add = [&](std::size_t start, std::size_t end) -> token & {
    token t;
    t.text = std::string(all.substr(start, end - start));
    t.start = normal.map.source_start(start);
    t.end = normal.map.source_end(end);
    tokens.push_back(std::move(t));
    return tokens.back();
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const analysis::word &word = words[i];
    const std::string surface(all.substr(word.start, word.end - word.start));
    add(word.start, word.end).function_word = word.function;
    if (const std::string stem = impl_->stemmer.stem(surface); stem != surface) {
      token &t = add(word.start, word.end);
      t.text = stem;
      t.kind = token_kind::stem;
    }
    // Pairs of characters: inside the word, then across to the next one.
    if (!text::is_japanese(word.first)) continue;
    for (std::size_t at = word.start; at < word.end;) {
      const std::size_t start = at;
      text::next(all, at);
      std::size_t end = at;
      if (at < word.end) {
        text::next(all, end);
        token &t = add(start, end);
        t.kind = token_kind::bigram;
        t.state = bigram_state::inside;
      }
    }
  }
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i - 1].end != words[i].start) continue;
    std::size_t start = words[i].start, end = words[i].start;
    text::previous(all, start);
    text::next(all, end);
    const bool indexed = !analysis::boundary_bigram(all, words[i - 1], words[i]).empty();
    token &t = add(start, end);
    t.kind = token_kind::bigram;
    t.state = indexed ? bigram_state::indexed : bigram_state::checked;
  }
  std::stable_sort(tokens.begin(), tokens.end(), [](const token &a, const token &b) { return a.start < b.start; });
  return tokens;
}

std::string analyzer::fingerprint() const { return impl_->text.fingerprint(); }

}  // namespace libsearch
