#include "ingest/essay_signature.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <iterator>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "ingest/document_reader.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t run_letters = 8;
constexpr std::size_t fewest_title_letters = 2;
// Measured on essays turned into PDF and HTML: copies differ in less than a hundredth. What a copy has beyond its
// document can't be found, so it is bounded closely; notes and captions that only the document has do no harm.
constexpr std::size_t copy_surplus_percent = 1, document_surplus_percent = 15;
constexpr std::size_t fewest_sketch_places = 10;

constexpr std::uint64_t mixed(std::uint64_t h) {
  h = (h ^ (h >> 31)) * 0x9E3779B97F4A7C15u;
  h = (h ^ (h >> 29)) * 0xBF58476D1CE4E5B9u;
  return h ^ (h >> 32);
}

constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

/// Letters of Japanese text that normalization leaves as they are.
constexpr bool is_plain_japanese(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) ||
         c == 0x30FC || c == 0x3005 || c == 0x3007;
}
/// Signs that are no letters and become none.
constexpr bool is_plain_sign(char32_t c) {
  return c < 0x80 || (c >= 0x3000 && c <= 0x3004) || (c >= 0x3008 && c <= 0x301F) || c == 0x30FB ||
         (c >= 0x2010 && c <= 0x2027 && c != 0x2024 && c != 0x2025 && c != 0x2026);
}

/// Of U+3000 to U+30FF, which begin with the byte 0xE3: the letters, and all that normalization leaves as they are.
using kana_table = std::array<bool, 256>;
constexpr kana_table kana_letters = [] {
  kana_table result{};
  for (char32_t i = 0; i < result.size(); ++i) result[i] = is_plain_japanese(0x3000 + i);
  return result;
}();
constexpr kana_table plain_kana = [] {
  kana_table result = kana_letters;
  for (char32_t i = 0; i < result.size(); ++i) result[i] = result[i] || is_plain_sign(0x3000 + i);
  return result;
}();

/// The character of three bytes at `at`.
constexpr char32_t three_bytes(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  return static_cast<char32_t>((byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F));
}

/// `text` in small letters, compatibility forms resolved.
std::string settled(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) return std::string(text);
  const icu::UnicodeString result = fold->normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))), status);
  return U_FAILURE(status) ? std::string(text) : to_utf8(result);
}

/// What counts in a line: its letters and digits, and a hash of each whole number.
struct line_content {
  std::vector<char32_t> letters;  ///< and room behind the first `size` of them
  std::size_t size = 0;
  std::vector<std::uint64_t> numbers;
};

/// Gathers whole numbers from characters in a row.
class number_reader {
 public:
  explicit number_reader(std::vector<std::uint64_t> &numbers) : numbers_(numbers) {}

  /// `c` stands before `text`.
  void read(char32_t c, std::string_view text) {
    if (is_digit(c)) digits_ = mixed(digits_ + c);
    // 10,000 is one number.
    else if (c != ',' || text.empty() || !is_digit(static_cast<unsigned char>(text[0]))) close();
  }
  void close() {
    if (digits_ != 0) numbers_.push_back(digits_);
    digits_ = 0;
  }

 private:
  std::vector<std::uint64_t> &numbers_;
  std::uint64_t digits_ = 0;
};

/// Reads a line as it is; false where normalization might change more in it than the width and case of ASCII.
bool take_plain(std::string_view text, line_content &content) {
  if (content.letters.size() < text.size()) content.letters.resize(text.size());
  char32_t *out = content.letters.data();
  number_reader numbers(content.numbers);
  // U+3000 to U+9FFF are most of a text, those from U+5000 on all letters.
  const auto is_usual = [&](std::size_t at) {
    if (at + 2 >= text.size()) return false;
    const auto first = static_cast<unsigned char>(text[at]);
    return first >= 0xE3 && first <= 0xE9;
  };
  for (std::size_t at = 0; at < text.size();) {
    if (is_usual(at)) {
      numbers.close();
      for (; is_usual(at); at += 3) {
        const char32_t c = three_bytes(text, at);
        // Without branches by kind: kana and kanji take turns.
        const bool kana = c < 0x3100;
        if (!((kana & plain_kana[c & 0xFF]) | (c >= 0x4E00))) return false;
        *out = c;  // and kept where it is a letter
        out += !kana | kana_letters[c & 0xFF];
      }
      continue;
    }
    char32_t c = next(text, at);
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c >= 0x80 && !is_plain_sign(c)) return false;
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    numbers.read(c, text.substr(at));
    if (is_digit(c) || (c >= 'a' && c <= 'z')) *out++ = c;
  }
  numbers.close();
  content.size = static_cast<std::size_t>(out - content.letters.data());
  return true;
}

/// Reads a line that was normalized.
void take_settled(std::string_view text, line_content &content) {
  content.letters.clear();
  content.numbers.clear();
  number_reader numbers(content.numbers);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    numbers.read(c, text.substr(at));
    if (!is_plain_sign(c) ? u_isalnum(static_cast<UChar32>(c)) : is_digit(c) || (c >= 'a' && c <= 'z')) content.letters.push_back(c);
  }
  numbers.close();
  content.size = content.letters.size();
}

/// Calls `take` with the content of each line.
template <class Take>
void visit(std::string_view body, const Take &take) {
  line_content content;
  // Normalization never reaches across the end of a line.
  for (std::size_t start = 0; start < body.size();) {
    const std::size_t end = std::min(body.find('\n', start), body.size());
    const std::string_view line = body.substr(start, end - start);
    content.numbers.clear();
    if (!take_plain(line, content)) take_settled(settled(line), content);
    take(content);
    start = end + 1;
  }
}

/// Calls `run` with a hash of each eight letters in a row; of a shorter text with one of all.
template <class Run, class Number>
void visit_runs(std::string_view body, const Run &run, const Number &number) {
  constexpr std::uint64_t base = 0x100000001B3u;
  constexpr std::uint64_t power = [] {
    std::uint64_t result = 1;
    for (std::size_t i = 0; i < run_letters; ++i) result *= base;
    return result;
  }();
  std::array<char32_t, run_letters> last{};  // of the lines before
  std::size_t count = 0;
  std::uint64_t rolling = 0;
  visit(body, [&](const line_content &line) {
    for (const std::uint64_t value : line.numbers) number(value);
    const char32_t *letters = line.letters.data();
    const std::size_t size = line.size, first = std::min(size, run_letters);
    std::uint64_t h = rolling;
    for (std::size_t i = 0; i < first; ++i) {
      h = h * base + letters[i] - last[i] * power;
      if (++count >= run_letters) run(mixed(h));
    }
    for (std::size_t i = first; i < size; ++i) {
      h = h * base + letters[i] - letters[i - run_letters] * power;
      run(mixed(h));
    }
    rolling = h;
    count += size - first;
    std::copy(last.begin() + static_cast<std::ptrdiff_t>(first), last.end(), last.begin());
    std::copy(letters + (size - first), letters + size, last.end() - static_cast<std::ptrdiff_t>(first));
  });
  if (count > 0 && count < run_letters) run(mixed(rolling + count));
}

void keep_each_once(std::vector<std::uint64_t> &values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

std::size_t only_in(const std::vector<std::uint64_t> &a, const std::vector<std::uint64_t> &b) {
  std::size_t count = 0;
  auto other = b.begin();
  for (const std::uint64_t value : a) {
    while (other != b.end() && *other < value) ++other;
    count += other == b.end() || *other != value;
  }
  return count;
}

/// The letters of names, in any order of the names.
std::vector<std::string> comparable(const std::vector<std::string> &names) {
  std::vector<std::string> result;
  for (const std::string &name : names) {
    std::string letters;
    visit(name, [&](const line_content &line) {
      for (std::size_t i = 0; i < line.size; ++i) append(letters, line.letters[i]);
    });
    result.push_back(std::move(letters));
  }
  std::sort(result.begin(), result.end());
  return result;
}

bool one_begins_the_other(const std::string &a, const std::string &b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  return a.compare(0, shorter, b, 0, shorter) == 0;
}

template <class Number>
Number hexadecimal(std::string_view digits) {
  Number value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

constexpr char between_fields = '\t', between_names = '\x1F';
constexpr std::size_t title_digits = 16, sketch_digits = 4;

}  // namespace

essay_signature signature_of(const read_result &read) {
  essay_signature made;
  const document &content = read.content;
  made.format = read.format;
  std::uint64_t title = 0;
  std::size_t letters = 0;
  visit(content.title, [&](const line_content &line) {
    for (std::size_t i = 0; i < line.size; ++i) title = mixed(title + line.letters[i]);
    letters += line.size;
  });
  if (letters < fewest_title_letters || content.body.empty()) return made;
  made.title = std::max<std::uint64_t>(title, 1);
  made.sketch.fill(0xFFFF);
  visit_runs(
      content.body,
      [&](std::uint64_t run) {
        std::uint16_t &least = made.sketch[run >> 60];
        least = std::min(least, static_cast<std::uint16_t>(run >> 44));
      },
      [](std::uint64_t) {});
  made.date = content.date;
  const auto sure = [&](const char *field, double least) {
    const auto confidence = read.confidence.find(field);
    return confidence != read.confidence.end() && confidence->second > least;
  };
  made.date_is_certain = sure("date", document_date_confidence);
  made.authors = content.authors;
  made.authors_are_certain = sure("authors", document_author_confidence);
  return made;
}

std::string to_text(const essay_signature &signature) {
  if (signature.title == 0) return {};
  std::string text = name(signature.format);
  char digits[title_digits + 1];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(signature.title));
  text += between_fields + std::string(digits) + between_fields;
  for (const std::uint16_t value : signature.sketch) {
    std::snprintf(digits, sizeof digits, "%04x", static_cast<unsigned>(value));
    text += digits;
  }
  return text + between_fields + said_of(signature);
}

std::string said_of(const essay_signature &signature) {
  std::string text = signature.date + between_fields + (signature.date_is_certain ? "1" : "0") + between_fields +
                     (signature.authors_are_certain ? "1" : "0") + between_fields;
  for (std::size_t i = 0; i < signature.authors.size(); ++i) text += (i ? std::string(1, between_names) : "") + signature.authors[i];
  return text;
}

void set_said(essay_signature &signature, std::string_view text) {
  const std::vector<std::string_view> fields = split(text, between_fields);
  signature.date = fields[0];
  signature.date_is_certain = fields[1] == "1";
  signature.authors_are_certain = fields[2] == "1";
  signature.authors.clear();
  if (!fields[3].empty())
    for (const std::string_view name : split(fields[3], between_names)) signature.authors.emplace_back(name);
}

std::optional<essay_signature> signature_from(std::string_view text) {
  text = text.substr(0, text.find('\n'));
  const std::vector<std::string_view> fields = split(text, between_fields);
  essay_signature made;
  if (fields.size() != 7 || fields[2].size() != made.sketch.size() * sketch_digits) return {};
  for (const file_format one : {file_format::markdown, file_format::html, file_format::pdf})
    if (fields[0] == name(one)) made.format = one;
  made.title = hexadecimal<std::uint64_t>(fields[1]);
  for (std::size_t i = 0; i < made.sketch.size(); ++i)
    made.sketch[i] = hexadecimal<std::uint16_t>(fields[2].substr(i * sketch_digits, sketch_digits));
  set_said(made, text.substr(static_cast<std::size_t>(fields[3].data() - text.data())));
  return made;
}

bool may_be_same(const essay_signature &a, const essay_signature &b) {
  if (a.title == 0 || a.title != b.title) return false;
  if (a.date_is_certain && b.date_is_certain && !one_begins_the_other(a.date, b.date)) return false;
  if (a.authors_are_certain && b.authors_are_certain && comparable(a.authors) != comparable(b.authors)) return false;
  std::size_t same = 0;
  for (std::size_t i = 0; i < a.sketch.size(); ++i) same += a.sketch[i] == b.sketch[i];
  return same >= fewest_sketch_places;
}

essay_letters::essay_letters(std::string_view body) {
  visit_runs(
      body, [this](std::uint64_t run) { runs_.push_back(run); },
      [this](std::uint64_t number) { numbers_.push_back(number); });
  keep_each_once(runs_);
  keep_each_once(numbers_);
}

std::optional<std::uint32_t> essay_letters::difference(const essay_letters &copy) const {
  const std::size_t own = only_in(runs_, copy.runs_), surplus = only_in(copy.runs_, runs_);
  if (surplus * 100 > copy.runs_.size() * copy_surplus_percent) return {};
  if (own * 100 > runs_.size() * document_surplus_percent) return {};
  // Where each has figures of its own, one is an update of the other.
  if (only_in(numbers_, copy.numbers_) > 0 && only_in(copy.numbers_, numbers_) > 0) return {};
  return static_cast<std::uint32_t>(own + surplus);
}

}  // namespace libsearch::ingest
