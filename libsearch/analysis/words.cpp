#include "analysis/words.hpp"

#include "text/utf8.hpp"

namespace libsearch::analysis {

using text::char_class;

bool is_indexed_boundary(boundary_side left, boundary_side right, boundary_rule rule) {
  const bool left_content = text::is_content(left.character), right_content = text::is_content(right.character);
  if (left_content && right_content)
    return !(left.character == char_class::latin && right.character == char_class::latin);
  if (rule == boundary_rule::content) return false;
  if (rule == boundary_rule::every)
    return (left_content || left.character == char_class::hiragana) &&
           (right_content || right.character == char_class::hiragana);
  if (left_content) return right.character == char_class::hiragana && !right.function;
  if (right_content) return left.character == char_class::hiragana && !left.function;
  return false;
}

bool is_counter(std::string_view normalized, const word &number, const word &counter) {
  if (number.end != counter.start || counter.first != char_class::han) return false;
  const char last = normalized[number.end - 1];
  std::size_t after = counter.start;
  text::next(normalized, after);
  return last >= '0' && last <= '9' && after == counter.end;
}

void word_cutter::cut(std::string_view normalized, std::vector<word> &words) {
  words.clear();
  units_.clear();
  byte_of_unit_.clear();
  bool japanese = false;
  for (std::size_t at = 0; at < normalized.size();) {
    const auto byte = static_cast<std::uint32_t>(at);
    const char32_t c = text::next(normalized, at);
    japanese |= c >= 0x3000;
    if (c >= 0x10000) {
      units_ += static_cast<char16_t>(0xD7C0 + (c >> 10));
      units_ += static_cast<char16_t>(0xDC00 + (c & 0x3FF));
      byte_of_unit_.insert(byte_of_unit_.end(), 2, byte);
    } else {
      units_ += static_cast<char16_t>(c);
      byte_of_unit_.push_back(byte);
    }
  }
  if (japanese) tokenizer_->boundaries(units_, boundaries_);
  else boundaries_.clear();

  std::size_t boundary = 0;
  std::size_t start_unit = 0;
  char_class last = char_class::other;
  bool open = false;
  word current;
  const auto close = [&](std::size_t byte) {
    if (!open) return;
    open = false;
    current.end = static_cast<std::uint32_t>(byte);
    current.last = last;
    current.function = current.first == char_class::hiragana &&
                       functions_.contains(normalized.substr(current.start, current.end - current.start));
    words.push_back(current);
  };
  for (std::size_t unit = 0; unit < units_.size();) {
    const std::size_t here = unit;
    char32_t c = units_[unit++];
    if (c >= 0xD800 && c < 0xDC00) c = 0x10000 + ((c - 0xD800) << 10) + (units_[unit++] - 0xDC00u);
    const char_class kind = text::class_of(c);
    while (boundary < boundaries_.size() && boundaries_[boundary] < here) ++boundary;
    if (open) {
      const bool joined =
          unit - start_unit <= max_word_units &&
          (kind == char_class::latin
               ? last == char_class::latin
               : is_japanese(kind) && is_japanese(last) &&
                     !(boundary < boundaries_.size() && boundaries_[boundary] == here));
      if (!joined) close(byte_of_unit_[here]);
    }
    if (!open && kind != char_class::other) {
      open = true;
      start_unit = here;
      current = {byte_of_unit_[here], 0, false, kind, kind};
    }
    last = kind;
  }
  close(normalized.size());
}

}  // namespace libsearch::analysis
