#include "analysis/scheme.hpp"

#include <libsearch/error.hpp>

#include "analysis/breaker_tokenizer.hpp"
#include "analysis/icu_tokenizer.hpp"
#include "analysis/mecab_tokenizer.hpp"
#include "analysis/user_dictionary.hpp"

namespace libsearch::analysis {
namespace {

/// Cuts Japanese script into single characters: every pair of them is then a boundary bigram.
class character_tokenizer final : public tokenizer {
 public:
  void boundaries(std::u16string_view text, std::vector<std::uint32_t> &boundaries) override {
    boundaries.clear();
    for (std::uint32_t at = 0; at < text.size(); ++at)
      if (text[at] < 0xDC00 || text[at] > 0xDFFF) boundaries.push_back(at);
  }
  std::string name() const override { return "ngram/1"; }
};

}  // namespace

boundary_rule rule_of(std::string_view name) {
  if (name == "hybrid") return boundary_rule::content;
  if (name == "ngram" || name == "hybrid-every") return boundary_rule::every;
  if (name == "hybrid-kana") return boundary_rule::selective;
  throw error(errc::invalid_argument, "there is no analyzer \"" + std::string(name) + "\"",
              "analyzers are hybrid and ngram");
}

void scheme::use(std::shared_ptr<const word_breaker> given) {
  dictionary = dictionary_name(*given);
  breaker = std::move(given);
}

std::string wanted_dictionary(const std::string &dictionary, const word_breaker *breaker) {
  if (!breaker) return dictionary;
  if (!dictionary.empty())
    throw error(errc::invalid_argument,
                "the dictionary \"" + dictionary + "\" and the word breaker \"" + breaker->name() + "\" can't both cut",
                "give one of them");
  return dictionary_name(*breaker);
}

std::unique_ptr<tokenizer> make_tokenizer(const scheme &scheme) {
  if (scheme.breaker) {
    if (scheme.name == "ngram")
      throw error(errc::invalid_argument, "the analyzer ngram knows no words to cut by a word breaker",
                  "use the analyzer hybrid");
    auto made = make_breaker_tokenizer(*scheme.breaker);
    if (scheme.user_dictionary.empty()) return made;
    return with_user_dictionary(std::move(made), scheme.user_dictionary);
  }
  if (const auto name = breaker_name(scheme.dictionary); !name.empty())
    throw error(errc::analyzer_mismatch, "the word breaker \"" + std::string(name) + "\" was not given",
                "give it with the options");
  if (scheme.dictionary != "icu" && scheme.dictionary != "mecab")
    throw error(errc::invalid_argument, "there is no dictionary \"" + scheme.dictionary + "\"",
                "dictionaries are icu and mecab");
  if (scheme.name == "ngram") return std::make_unique<character_tokenizer>();
  auto made = scheme.dictionary == "mecab" ? make_mecab_tokenizer() : make_icu_tokenizer();
  if (scheme.user_dictionary.empty()) return made;
  return with_user_dictionary(std::move(made), scheme.user_dictionary);
}

}  // namespace libsearch::analysis
