#include "text/sentences.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <new>
#include <stdexcept>

#include "text/char_class.hpp"
#include "text/utf8.hpp"

namespace libsearch::text {
namespace {

/// Bytes behind a place that decide whether a sentence starts there, about.
constexpr std::size_t looked_ahead = 48;

icu::BreakIterator &sentence_breaks() {
  // Loading the rules takes longer than cutting a text; an iterator is for one thread.
  static thread_local std::unique_ptr<icu::BreakIterator> breaks = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(icu::BreakIterator::createSentenceInstance(icu::Locale("ja"), status));
    if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no rules for sentences");
    return made;
  }();
  return *breaks;
}

/// Whether only the end of a line makes `start` a start: text that was broken to fit a page.
bool is_soft(std::string_view text, std::size_t start) {
  if (start == 0 || text[start - 1] != '\n') return false;
  std::size_t ahead = start;
  if (start < text.size() && is_white_space(next(text, ahead))) return false;
  std::size_t before = start - 1;
  if (before > 0 && text[before - 1] == '\r') --before;
  if (before == 0) return false;
  const char32_t last = previous(text, before);
  static constexpr std::u32string_view ends = U"\n。．.！？!?」』）)";
  return ends.find(last) == ends.npos;
}

}  // namespace

std::size_t sentence_start(std::string_view text, std::size_t at, std::size_t earliest) {
  std::size_t behind = std::min(text.size(), at + looked_ahead);
  while (behind < text.size() && (static_cast<unsigned char>(text[behind]) & 0xC0) == 0x80) ++behind;
  const std::string_view window = text.substr(earliest, behind - earliest);
  // May throw: the view is closed by hand.
  icu::BreakIterator &breaks = sentence_breaks();
  UErrorCode status = U_ZERO_ERROR;
  UText view = UTEXT_INITIALIZER;
  utext_openUTF8(&view, window.data(), static_cast<std::int64_t>(window.size()), &status);
  breaks.setText(&view, status);
  std::size_t start = earliest;
  if (U_SUCCESS(status)) {
    const auto place = static_cast<std::int32_t>(at - earliest);
    std::int32_t found = breaks.isBoundary(place) ? place : breaks.preceding(place);
    while (found > 0 && is_soft(text, earliest + static_cast<std::size_t>(found))) found = breaks.preceding(found);
    if (found > 0) start = earliest + static_cast<std::size_t>(found);
  }
  utext_close(&view);
  if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  if (start == earliest) return earliest;
  while (start < at) {
    std::size_t after = start;
    if (!is_white_space(next(text, after))) break;
    start = after;
  }
  return start;
}

}  // namespace libsearch::text
