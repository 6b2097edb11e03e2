#include <libsearch/analyzer.hpp>

#include <algorithm>

#include <libsearch/error.hpp>

#include "analysis/stemmer.hpp"
#include "analysis/text_analyzer.hpp"
#include "text/normalizer.hpp"
#include "text/utf8.hpp"

namespace libsearch {

namespace {

/// What an analyzer of a name tells of a text.
struct kinds {
  const char *name;
  bool words, pairs, stems;
};
constexpr kinds named[] = {
    {"hybrid", true, true, true},    {"dictionary", true, false, false}, {"ngram", true, true, false},
    {"keyword", false, false, false}, {"english", true, false, true},
};

const kinds &kinds_of(const std::string &name) {
  for (const kinds &k : named)
    if (name == k.name) return k;
  throw error(errc::invalid_argument, "\"" + name + "\" is not an analyzer",
              "analyzers are hybrid, dictionary, ngram, keyword and english");
}

analysis::scheme scheme_of(const analyzer_options &options) {
  analysis::scheme scheme;
  if (options.name == "ngram") scheme.name = options.name;
  const std::string wanted = analysis::wanted_dictionary(options.dictionary, options.breaker.get());
  if (options.breaker) scheme.use(options.breaker);
  else if (!wanted.empty()) scheme.dictionary = wanted;
  scheme.user_dictionary = options.user_dictionary;
  return scheme;
}

/// Where the character at `at` ends; a byte that is no UTF-8 is one by itself.
std::size_t character_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  return text::next_checked(text, end) < 0 ? at + 1 : end;
}

}  // namespace

struct analyzer::impl {
  explicit impl(const analyzer_options &options) : told(kinds_of(options.name)), text(scheme_of(options)) {}

  const kinds &told;
  mutable analysis::text_analyzer text;
  analysis::stemmer stemmer;
};

analyzer::analyzer() : analyzer(analyzer_options{}) {}
analyzer::analyzer(const analyzer_options &options) : impl_(std::make_unique<impl>(options)) {}
analyzer::~analyzer() = default;
analyzer::analyzer(analyzer &&) noexcept = default;
analyzer &analyzer::operator=(analyzer &&) noexcept = default;

std::string analyzer::normalize(std::string_view text) const { return text::normalize_only(text::repair(text)); }

std::vector<token> analyzer::analyze(std::string_view given) const {
  // Repairing keeps offsets only where nothing is ill-formed; then it changes nothing.
  const text::normalized_text normal = text::normalize(text::repair(given));
  const std::string_view all = normal.text;
  const auto words = impl_->text.words(all);
  std::vector<token> tokens;
  const auto add = [&](std::size_t start, std::size_t end) -> token & {
    token t;
    t.text = std::string(all.substr(start, end - start));
    t.start = normal.map.source_start(start);
    t.end = normal.map.source_end(end);
    tokens.push_back(std::move(t));
    return tokens.back();
  };
  if (!impl_->told.words) {
    if (!all.empty()) add(0, all.size());
    return tokens;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const analysis::word &word = words[i];
    const std::string surface(all.substr(word.start, word.end - word.start));
    token &made = add(word.start, word.end);
    made.function_word = word.function;
    if (const auto known = impl_->text.lexemes(surface); !known.empty()) {
      made.reading = known.front().reading;
      made.base = known.front().base;
    }
    if (const std::string stem = impl_->stemmer.stem(surface); impl_->told.stems && stem != surface) {
      token &t = add(word.start, word.end);
      t.text = stem;
      t.kind = token_kind::stem;
    }
    // Pairs of characters: inside the word, then across to the next one.
    if (!impl_->told.pairs || !text::is_japanese(word.first)) continue;
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
  for (std::size_t i = 1; impl_->told.pairs && i < words.size(); ++i) {
    if (words[i - 1].end != words[i].start) continue;
    std::size_t start = words[i].start, end = words[i].start;
    text::previous(all, start);
    text::next(all, end);
    const bool indexed = !analysis::boundary_bigram(all, words[i - 1], words[i], impl_->text.rule()).empty();
    token &t = add(start, end);
    t.kind = token_kind::bigram;
    t.state = indexed ? bigram_state::indexed : bigram_state::checked;
  }
  std::stable_sort(tokens.begin(), tokens.end(), [](const token &a, const token &b) { return a.start < b.start; });
  return tokens;
}

void offset_converter::go_to(std::size_t byte) {
  if (byte < byte_) byte_ = code_points_ = utf16_ = 0;
  while (byte_ < text_.size()) {
    const std::size_t end = character_end(text_, byte_);
    if (end > byte) return;
    ++code_points_;
    utf16_ += end - byte_ == 4 ? 2 : 1;
    byte_ = end;
  }
}

std::size_t offset_converter::code_points(std::size_t byte) {
  go_to(byte);
  return code_points_;
}

std::size_t offset_converter::utf16(std::size_t byte) {
  go_to(byte);
  return utf16_;
}

std::string analyzer::fingerprint() const { return impl_->text.fingerprint(); }

}  // namespace libsearch
