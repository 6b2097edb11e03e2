#include "display_text.hpp"

#include <cstdint>
#include <cstdio>
#include <memory>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace jsearch {

namespace {

using libsearch::span;

/// The code point at `at`, which moves behind it; U+FFFD for ill-formed bytes.
UChar32 next_point(std::string_view text, std::size_t &at) {
  UChar32 point;
  std::int32_t i = 0;
  // Pieces keep the 32-bit index of ICU's macro away from texts beyond 2 GiB.
  const std::string_view piece = text.substr(at, 4);
  U8_NEXT_OR_FFFD(piece.data(), i, static_cast<std::int32_t>(piece.size()), point);
  at += static_cast<std::size_t>(i);
  return point;
}

bool turns_direction(UChar32 c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

/// What stands for a character that must not be shown as it is, or "".
std::string spelt_out(UChar32 c) {
  char buffer[16] = "";
  if (c < 0x20 || (c >= 0x7F && c < 0xA0))
    std::snprintf(buffer, sizeof buffer, "\\x%02x", static_cast<unsigned>(c));
  else if (turns_direction(c))
    std::snprintf(buffer, sizeof buffer, "\\u%04x", static_cast<unsigned>(c));
  return buffer;
}

/// Copies text character by character and moves marks to where their ends went.
class rewriter {
 public:
  rewriter(const std::vector<span> &marks, std::size_t size) : marks_(marks) {
    to_.text.reserve(size);
  }

  /// Call at each character's offset, before its replacement is added to text().
  void at(std::size_t offset) {
    while (next_ < marks_.size()) {
      if (!open_ && offset >= marks_[next_].start) {
        open_ = true;
        start_ = to_.text.size();
      }
      if (!open_ || offset < marks_[next_].end) return;
      if (to_.text.size() > start_) to_.marks.push_back({start_, to_.text.size()});
      open_ = false;
      ++next_;
    }
  }
  std::string &text() { return to_.text; }
  marked_text finish(std::size_t size) {
    at(size);
    return std::move(to_);
  }

 private:
  const std::vector<span> &marks_;
  marked_text to_;
  std::size_t next_ = 0;
  std::size_t start_ = 0;
  bool open_ = false;
};

std::size_t point_width(UChar32 c) {
  const int type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  if (c >= 0x1160 && c <= 0x11FF) return 0;  // vowels and finals of Hangul join their syllable
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// The offsets behind which a line may end, the end of the text among them.
std::vector<std::size_t> break_places(std::string_view text) {
  std::vector<std::size_t> places;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, decltype(&utext_close)> input(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status),
      utext_close);
  const std::unique_ptr<UBreakIterator, decltype(&ubrk_close)> lines(
      ubrk_open(UBRK_LINE, "ja", nullptr, 0, &status), ubrk_close);
  if (U_SUCCESS(status)) ubrk_setUText(lines.get(), input.get(), &status);
  if (U_SUCCESS(status))
    for (auto at = ubrk_next(lines.get()); at != UBRK_DONE; at = ubrk_next(lines.get()))
      places.push_back(static_cast<std::size_t>(at));
  if (places.empty() || places.back() != text.size()) places.push_back(text.size());
  return places;
}

/// Whether `text` takes more than `width` columns; reads no more of it than that needs.
bool exceeds(std::string_view text, std::size_t width) {
  std::size_t used = 0;
  for (std::size_t i = 0; i < text.size() && used <= width;)
    used += point_width(next_point(text, i));
  return used > width;
}

/// Takes characters of `text` from `start` while they fit; at least one.
std::size_t end_that_fits(std::string_view text, std::size_t start, std::size_t width) {
  std::size_t at = start;
  std::size_t used = 0;
  while (at < text.size()) {
    std::size_t behind = at;
    used += point_width(next_point(text, behind));
    if (used > width && at > start) break;
    at = behind;
  }
  return at;
}

span trimmed(std::string_view text, std::size_t start, std::size_t end) {
  while (start < end && text[start] == ' ') ++start;
  while (end > start && text[end - 1] == ' ') --end;
  return {start, end};
}

}  // namespace

marked_text harmless(std::string_view text, const std::vector<span> &marks) {
  rewriter out(marks, text.size());
  for (std::size_t i = 0; i < text.size();) {
    out.at(i);
    const std::size_t start = i;
    const UChar32 c = next_point(text, i);
    if (c == '\r') {
      if (i >= text.size() || text[i] != '\n') out.text() += '\n';
    } else if (c == 0x2028 || c == 0x2029) {
      out.text() += '\n';
    } else if (c == 0xFFFD) {
      out.text() += "\xEF\xBF\xBD";
    } else if (const std::string other = spelt_out(c); c != '\n' && c != '\t' && !other.empty()) {
      out.text() += other;
    } else {
      out.text() += text.substr(start, i - start);
    }
  }
  return out.finish(text.size());
}

marked_text one_line(std::string_view text, const std::vector<span> &marks) {
  const marked_text safe = harmless(text, marks);
  rewriter out(safe.marks, safe.text.size());
  for (std::size_t i = 0; i < safe.text.size(); ++i) {
    out.at(i);
    const char c = safe.text[i];
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank)
      out.text() += c;
    else if (!out.text().empty() && out.text().back() != ' ')
      out.text() += ' ';
  }
  return out.finish(safe.text.size());
}

std::string one_line(std::string_view text) { return one_line(text, {}).text; }

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) width += point_width(next_point(text, i));
  return width;
}

std::vector<span> wrap(std::string_view text, std::size_t width) {
  if (width == 0) return {trimmed(text, 0, text.size())};
  std::vector<span> lines;
  std::size_t start = 0;
  std::size_t end = 0;  // what of the line is certain
  for (const std::size_t place : break_places(text)) {
    span line = trimmed(text, start, place);
    if (end > start && exceeds(text.substr(line.start, line.end - line.start), width)) {
      lines.push_back(trimmed(text, start, end));
      start = end;
      line = trimmed(text, start, place);
    }
    // A word that no line can hold is broken anywhere.
    while (exceeds(text.substr(line.start, line.end - line.start), width)) {
      const std::size_t cut = end_that_fits(text, line.start, width);
      lines.push_back({line.start, cut});
      start = cut;
      line = trimmed(text, start, place);
    }
    end = place;
  }
  if (const span last = trimmed(text, start, end); last.end > last.start || lines.empty())
    lines.push_back(last);
  return lines;
}

std::string fit(std::string_view text, std::size_t width) {
  if (width == 0 || !exceeds(text, width)) return std::string(text);
  if (width == 1) return "…";
  return std::string(text.substr(0, end_that_fits(text, 0, width - 1))) + "…";
}

std::string pad(std::string text, std::size_t width) {
  const std::size_t used = display_width(text);
  if (used < width) text.append(width - used, ' ');
  return text;
}

}  // namespace jsearch
