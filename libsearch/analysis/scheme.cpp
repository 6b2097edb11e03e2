#include "analysis/scheme.hpp"

#include <libsearch/error.hpp>

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

std::unique_ptr<tokenizer> make_tokenizer(const scheme &scheme) {
  if (scheme.dictionary != "icu" && scheme.dictionary != "mecab")
    throw error(errc::invalid_argument, "there is no dictionary \"" + scheme.dictionary + "\"",
                "dictionaries are icu and mecab");
  if (scheme.name == "ngram") return std::make_unique<character_tokenizer>();
  auto made = scheme.dictionary == "mecab" ? make_mecab_tokenizer() : make_icu_tokenizer();
  if (scheme.user_dictionary.empty()) return made;
  return with_user_dictionary(std::move(made), scheme.user_dictionary);
}

}  // namespace libsearch::analysis
