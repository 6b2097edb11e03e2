#include "text/normalizer.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <limits>
#include <new>
#include <stdexcept>

#include "text/char_class.hpp"
#include "text/edit_writer.hpp"
#include "text/utf8.hpp"

namespace libsearch::text {
namespace {

void check(UErrorCode status) {
  if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
}

const icu::Normalizer2 &nfkc() {
  static const icu::Normalizer2 &instance = []() -> const icu::Normalizer2 & {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *found = icu::Normalizer2::getNFKCInstance(status);
    check(status);
    return *found;
  }();
  return instance;
}

/// NFKC, fold, NFKC of a text that neither its neighbours change nor it them.
std::string normalize_cluster(std::string_view cluster) {
  const std::u16string wide = to_utf16(cluster);
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString source(false, wide.data(), static_cast<std::int32_t>(wide.size()));
  icu::UnicodeString folded = nfkc().normalize(source, status);
  folded.foldCase(U_FOLD_CASE_DEFAULT);
  // It has no status of its own.
  if (U_SUCCESS(status) && folded.isBogus()) throw std::bad_alloc();
  const icu::UnicodeString result = nfkc().normalize(folded, status);
  check(status);
  const auto size = static_cast<std::size_t>(result.length());
  return to_utf8(std::u16string_view(result.getBuffer(), size));
}

/// Whether nothing before `c` can combine with it, so that a cluster may start here.
bool starts_cluster(char32_t c) { return nfkc().hasBoundaryBefore(static_cast<UChar32>(c)); }

/// Whether `c`, as a cluster of one, stays as it is and is no white space.
bool is_plain(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  if (is_white_space(c) || (c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF) return false;
  if (u_getIntPropertyValue(code, UCHAR_NFKC_QUICK_CHECK) != UNORM_YES) return false;
  if (!starts_cluster(c)) return false;
  if (U_GET_GC_MASK(code) & U_GC_LO_MASK) return true;  // letters without case
  return icu::UnicodeString(code).foldCase(U_FOLD_CASE_DEFAULT) == icu::UnicodeString(code);
}

/// The plain characters of the first plane: 8 KB that stay in the cache.
class plain_set {
 public:
  plain_set() {
    nfkc();  // says why when it can't be loaded; properties of characters don't
    for (char32_t c = 0; c < 0x10000; ++c)
      if (is_plain(c)) bits_[c / 64] |= std::uint64_t{1} << c % 64;
  }
  bool contains(char32_t c) const {
    return c < 0x10000 ? bits_[c / 64] >> c % 64 & 1 : is_plain(c);
  }
  static const plain_set &instance() {
    static const plain_set set;
    return set;
  }

 private:
  std::array<std::uint64_t, 1024> bits_{};
};

/// Walks over the source: stretches of plain characters are copied as they are, the clusters
/// between them go through ICU.
template <bool with_edits>
class normalizer {
 public:
  explicit normalizer(std::string_view source) : source_(source), writer_(source.size()) {}

  edit_writer<with_edits> &run() {
    std::size_t at = 0;
    while (skip_plain(at)) {
      const std::size_t found = at;
      const char32_t c = next(source_, at);
      if (c == ' ' && between_ascii(found)) continue;
      std::size_t begin = found;
      // What combines with the character in front belongs to its cluster.
      if (begin > copied_ && !starts_cluster(c)) previous(source_, begin);
      skip_followers(at);
      writer_.copy(source_.substr(copied_, begin - copied_));
      const std::string_view cluster = source_.substr(begin, at - begin);
      if (begin != found || !single(c, cluster)) convert(cluster);
      copied_ = at;
    }
    writer_.copy(source_.substr(copied_));
    writer_.finish();
    return writer_;
  }

 private:
  /// Moves to the next character that is not plain; false at the end.
  bool skip_plain(std::size_t &at) const {
    while (at < source_.size()) {
      std::size_t behind = at;
      if (!plain_.contains(next(source_, behind))) return true;
      at = behind;
    }
    return false;
  }

  /// Moves behind the characters that belong to the cluster before `at`.
  void skip_followers(std::size_t &at) const {
    while (at < source_.size()) {
      std::size_t behind = at;
      const char32_t c = next(source_, behind);
      if (plain_.contains(c) || starts_cluster(c)) return;
      at = behind;
    }
  }

  /// A blank between ASCII letters, digits or punctuation always stays: no need to look further.
  bool between_ascii(std::size_t at) const {
    const auto graphic = [](char c) { return c > ' ' && c < '\x7F'; };
    return at > copied_ && at + 1 < source_.size() && graphic(source_[at - 1]) &&
           graphic(source_[at + 1]);
  }

  /// The frequent clusters of one character, without ICU: white space, ASCII and full-width forms.
  bool single(char32_t c, std::string_view cluster) {
    const std::size_t size = c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    if (cluster.size() != size) return false;  // with followers
    if (is_white_space(c)) {
      writer_.white_space(cluster);
      return true;
    }
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c >= 0x80) return false;
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    const char folded = static_cast<char>(c);
    writer_.replace(std::string_view(&folded, 1), size);
    return true;
  }

  void convert(std::string_view cluster) {
    const std::string normalized = normalize_cluster(cluster);
    std::size_t characters = 0, white = 0;
    for (std::size_t at = 0; at < normalized.size(); ++characters)
      white += is_white_space(next(normalized, at));
    if (white > 0 && white == characters) writer_.white_space(cluster);
    else if (white > 0) writer_.replace_mixed(normalized, cluster.size());
    else if (normalized == cluster) writer_.copy(cluster);
    else writer_.replace(normalized, cluster.size());
  }

  std::string_view source_;
  const plain_set &plain_ = plain_set::instance();
  std::size_t copied_ = 0;  // everything before went to the writer
  edit_writer<with_edits> writer_;
};

}  // namespace

normalized_text normalize(std::string_view text) {
  normalizer<true> work(text);
  auto &result = work.run();
  normalized_text out{result.take_text(), {}};
  constexpr std::size_t limit = std::numeric_limits<std::uint32_t>::max();
  if (text.size() > limit || out.text.size() > limit)
    throw std::length_error("a text of 4 GiB or more cannot be mapped");
  out.map = offset_map(result.take_edits());
  return out;
}

std::string normalize_only(std::string_view text) {
  return normalizer<false>(text).run().take_text();
}

std::string unicode_version() {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  return std::to_string(version[0]) + "." + std::to_string(version[1]);
}

}  // namespace libsearch::text
