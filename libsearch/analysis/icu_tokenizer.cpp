#include "analysis/icu_tokenizer.hpp"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <unicode/uvernum.h>

#include <libsearch/error.hpp>

namespace libsearch::analysis {
namespace {

class icu_tokenizer final : public tokenizer {
 public:
  icu_tokenizer() {
    UErrorCode status = U_ZERO_ERROR;
    iterator_.reset(icu::BreakIterator::createWordInstance(icu::Locale("ja"), status));
    if (U_FAILURE(status) || !iterator_)
      throw error(errc::dictionary_missing,
                  std::string("ICU's Japanese word breaks cannot be loaded: ") + u_errorName(status),
                  "install ICU's data (Debian: libicu72)");
  }

  void boundaries(std::u16string_view text, std::vector<std::uint32_t> &out) override {
    out.clear();
    // An alias: the text is not copied, and outlives the iteration.
    const icu::UnicodeString alias(false, text.data(), static_cast<std::int32_t>(text.size()));
    iterator_->setText(alias);
    for (auto at = iterator_->first(); at != icu::BreakIterator::DONE; at = iterator_->next())
      out.push_back(static_cast<std::uint32_t>(at));
  }

  std::string name() const override { return "icu-ja/" U_ICU_VERSION; }

 private:
  std::unique_ptr<icu::BreakIterator> iterator_;
};

}  // namespace

std::unique_ptr<tokenizer> make_icu_tokenizer() { return std::make_unique<icu_tokenizer>(); }

}  // namespace libsearch::analysis
