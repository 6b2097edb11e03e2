#include "analysis/icu_tokenizer.hpp"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <unicode/uvernum.h>

#include <new>

#include <libsearch/error.hpp>

namespace libsearch::analysis {
namespace {

std::unique_ptr<icu::BreakIterator> make_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> made(icu::BreakIterator::createWordInstance(icu::Locale("ja"), status));
  if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  if (U_FAILURE(status) || !made)
    throw error(errc::dictionary_missing,
                std::string("ICU's Japanese word breaks cannot be loaded: ") + u_errorName(status),
                "install ICU's data (Debian: libicu72)");
  return made;
}

class icu_tokenizer final : public tokenizer {
 public:
  void boundaries(std::u16string_view text, std::vector<std::uint32_t> &out) override {
    out.clear();
    if (!iterator_) iterator_ = make_iterator();
    // An alias: the text is not copied, and outlives the iteration.
    const icu::UnicodeString alias(false, text.data(), static_cast<std::int32_t>(text.size()));
    iterator_->setText(alias);
    for (auto at = iterator_->first(); at != icu::BreakIterator::DONE; at = iterator_->next())
      out.push_back(static_cast<std::uint32_t>(at));
    // ICU does not say that memory was short, it ends before the text does; and its iterator is of no use any more.
    if (!out.empty() && out.back() == text.size()) return;
    iterator_.reset();
    throw std::bad_alloc();
  }

  std::string name() const override { return "icu-ja/" U_ICU_VERSION; }

 private:
  std::unique_ptr<icu::BreakIterator> iterator_ = make_iterator();
};

}  // namespace

std::unique_ptr<tokenizer> make_icu_tokenizer() { return std::make_unique<icu_tokenizer>(); }

}  // namespace libsearch::analysis
