// The second half of normalizing: the white-space rule and the edit list.
#ifndef LIBSEARCH_TEXT_EDIT_WRITER_HPP
#define LIBSEARCH_TEXT_EDIT_WRITER_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/char_class.hpp"
#include "text/normalizer.hpp"
#include "text/utf8.hpp"

namespace libsearch::text {

/// Takes the clusters of a text in order, each normalized, and puts the normalized text together.
/// A run of white space is held back until the character behind it is known.
template <bool with_edits>
class edit_writer {
 public:
  explicit edit_writer(std::size_t expected_size) { text_.reserve(expected_size); }

  /// Bytes without white space that are the same in both texts.
  void copy(std::string_view bytes) {
    if (bytes.empty()) return;
    std::size_t at = 0;
    if (run_open_) close_run(is_cjk(next(bytes, at)));
    text_ += bytes;
    same_ += bytes.size();
  }

  /// A cluster of white space alone.
  void white_space(std::string_view source) {
    run_is_blank_ = !run_open_ && source == " ";
    run_open_ = true;
    run_source_ += source.size();
  }

  /// A cluster without white space that normalizing changed.
  void replace(std::string_view normalized, std::size_t source_size) {
    std::size_t at = 0;
    if (run_open_) close_run(is_cjk(next(normalized, at)));
    text_ += normalized;
    record(normalized.size(), source_size);
  }

  /// A cluster that became white space and more, such as ¨ (a blank and U+0308).
  void replace_mixed(std::string_view normalized, std::size_t source_size);

  /// The end of the text ends the last run.
  void finish() {
    if (run_open_) close_run(false);
  }

  std::string take_text() { return std::move(text_); }
  std::vector<edit> take_edits() { return std::move(edits_); }

 private:
  bool behind_cjk() const {
    std::size_t at = text_.size();
    return at > 0 && is_cjk(previous(text_, at));
  }

  void close_run(bool before_cjk) {
    const std::size_t source = std::exchange(run_source_, 0);
    run_open_ = false;
    if (before_cjk || behind_cjk()) {
      record(0, source);
      return;
    }
    text_ += ' ';
    if (run_is_blank_) ++same_;
    else record(1, source);
  }

  void record(std::size_t normalized, std::size_t source) {
    if constexpr (with_edits) {
      if (normalized == 0 && source == 0) return;
      edits_.push_back({static_cast<std::uint32_t>(std::exchange(same_, 0)),
                        static_cast<std::uint32_t>(normalized),
                        static_cast<std::uint32_t>(source)});
    }
  }

  std::string text_;
  std::vector<edit> edits_;
  std::size_t same_ = 0;        // bytes both texts share since the last edit
  std::size_t run_source_ = 0;  // source bytes of the white space held back
  bool run_open_ = false;
  bool run_is_blank_ = false;   // that white space is one U+0020
};

template <bool with_edits>
void edit_writer<with_edits>::replace_mixed(std::string_view normalized, std::size_t source_size) {
  std::size_t start = text_.size();
  bool blank = false;
  for (std::size_t at = 0; at < normalized.size();) {
    const char32_t c = next(normalized, at);
    if (is_white_space(c)) {
      blank = true;
      continue;
    }
    if (run_open_) {  // the run in front takes in the cluster's own white space
      run_is_blank_ = run_is_blank_ && !blank;
      close_run(is_cjk(c));
      start = text_.size();
    } else if (blank && !is_cjk(c) && !behind_cjk()) {
      text_ += ' ';
    }
    blank = false;
    append(text_, c);
  }
  record(text_.size() - start, source_size);
  if (blank) white_space({});  // goes on behind the cluster
}

}  // namespace libsearch::text

#endif
