#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>

#include <unicode/ucsdet.h>

#include <libsearch/charset.hpp>
#include <libsearch/error.hpp>

#include "ingest/charset_plausibility.hpp"
#include "ingest/iso_2022_jp.hpp"
#include "ingest/strict_decoder.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t sample_bytes = 1u << 16;
// Measured on tests/data texts in six encodings: right readings of 64 bytes and more reach 0.5.
constexpr double good_quality = 0.45;
constexpr double per_character = 0.5;  // how fast a lead over the next reading becomes certainty

struct mark {
  std::string_view bytes;
  const char *charset;
};

// UTF-32LE begins as UTF-16LE does, so it stands first.
constexpr mark byte_order_marks[] = {
    {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    {std::string_view("\xEF\xBB\xBF", 3), "UTF-8"},
    {std::string_view("\xFF\xFE", 2), "UTF-16LE"},
    {std::string_view("\xFE\xFF", 2), "UTF-16BE"},
};

const mark *mark_of(std::string_view bytes) {
  for (const mark &one : byte_order_marks)
    if (bytes.substr(0, one.bytes.size()) == one.bytes &&
        !(std::string_view(one.charset) == "UTF-32LE" && bytes.size() % 4 != 0))
      return &one;
  return nullptr;
}

/// Plain bytes: valid UTF-8 that no other reading could explain better.
bool is_plain_utf8(std::string_view bytes) {
  if (bytes.find('\0') != npos || has_japanese_escape(bytes) || find_ill_formed(bytes) != npos)
    return false;
  // Kana in UTF-16 is ASCII when one is unlucky: every other byte a zero digit.
  if (bytes.size() % 2 != 0) return true;
  const std::string_view sample = bytes.substr(0, sample_bytes);
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i + 1 < sample.size(); i += 2) {
    even += sample[i] == '0' ? 1 : 0;
    odd += sample[i + 1] == '0' ? 1 : 0;
  }
  const std::size_t most = std::max(even, odd);
  return most * 2 * 5 < sample.size();
}

bool has_wide_units(std::string_view charset) {
  return charset.substr(0, 6) == "UTF-16" || charset.substr(0, 6) == "UTF-32";
}

struct reading {
  std::string charset;
  plausibility seen;
  double quality = 0;
};

/// What ICU's detector says of the bytes, added to the own evidence as a tenth of it.
void add_detector(std::string_view sample, std::vector<reading> &readings) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                             &ucsdet_close);
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  int32_t count = 0;
  const UCharsetMatch **matches = ucsdet_detectAll(detector.get(), &count, &status);
  for (int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    const std::string name = charset_name(ucsdet_getName(matches[i], &status));
    const double weight = ucsdet_getConfidence(matches[i], &status) / 1000.0;
    for (reading &one : readings)
      if (one.charset == name) one.quality += weight;
  }
}

std::vector<reading> readings_of(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, sample_bytes);
  const bool cut = sample.size() < bytes.size();
  const bool zero = sample.find('\0') != npos;
  std::vector<const char *> names;
  if (bytes.size() % 4 == 0 && zero) names.insert(names.end(), {"UTF-32LE", "UTF-32BE"});
  if (bytes.size() % 2 == 0) names.insert(names.end(), {"UTF-16LE", "UTF-16BE"});
  if (!zero) names.insert(names.end(), {"UTF-8", "CP932", "EUC-JP", "windows-1252"});
  if (has_japanese_escape(sample)) names.push_back("ISO-2022-JP");
  std::vector<reading> result;
  for (const char *name : names) {
    const strict_result decoded = decode_strictly(sample, name, cut);
    if (decoded.ill_formed != npos) continue;
    reading one{name, plausibility_of(decoded.text, has_wide_units(name)), 0};
    // ASCII only: nothing speaks against it, but an encoding that explains more goes before.
    one.quality = one.seen.wide == 0 ? good_quality : one.seen.quality;
    result.push_back(one);
  }
  add_detector(sample, result);
  return result;
}

/// UTF-8 by chance is so rare that its being well-formed is nearly all the evidence there is.
double own_worth(const reading &one) {
  const bool utf8 = one.charset == "UTF-8";
  const auto &seen = one.seen;
  double worth = std::clamp(one.quality / good_quality, 0.0, 1.0);
  if (utf8 && seen.wide > 2 && seen.noise == 0) return 1;
  // Its escape sequences stand in nothing else.
  if (one.charset == "ISO-2022-JP" && seen.noise == 0 && one.quality > 0) return 1;
  if (seen.noise * 50 > seen.wide + 1) worth *= 0.3;
  // Chinese in GB 2312 and Korean read as kanji without kana in EUC-JP; Japanese without kana are lists, of
  // other kanji.
  const bool ambiguous = one.charset == "EUC-JP" || one.charset == "CP932";
  if (ambiguous && seen.han > 2 && seen.kana * 50 < seen.kana + seen.han &&
      seen.learned * 100 < seen.han * 70)
    worth *= 0.5;
  return worth;
}

std::string percent(double confidence) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, " (%.0f %%)", confidence * 100);
  return buffer;
}

[[noreturn]] void refuse_ill_formed(std::string_view bytes, const std::string &charset,
                                    std::size_t at) {
  const auto line =
      1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  char byte[8] = "end";
  if (at < bytes.size())
    std::snprintf(byte, sizeof byte, "0x%02x",
                  static_cast<unsigned>(static_cast<unsigned char>(bytes[at])));
  throw error(errc::malformed,
              "is not " + charset + ": ill-formed at byte " + std::to_string(at) + " (" + byte +
                  "), line " + std::to_string(line),
              "name its encoding, for example --encoding CP932, or repair the file");
}

[[noreturn]] void refuse_uncertain(std::string_view bytes,
                                   const std::vector<charset_candidate> &candidates) {
  const std::size_t at = find_ill_formed(bytes);
  // Mostly UTF-8 with a bad byte in it is that, and nothing to guess about.
  const std::string_view before = bytes.substr(0, at == npos ? 0 : at);
  const auto wide = std::count_if(before.begin(), before.end(), [](char c) { return c & 0x80; });
  if (at != npos && (wide >= 30 || candidates.empty())) refuse_ill_formed(bytes, "UTF-8", at);
  if (candidates.empty()) throw error(errc::malformed, "is in no encoding that is known here");
  std::string list;
  for (const charset_candidate &one : candidates) {
    if (!list.empty()) list += ", ";
    list += one.name + percent(one.confidence);
  }
  throw error(errc::malformed, "its encoding is not certain: " + list,
              "name it: --encoding " + candidates.front().name);
}

decoded_text decoded_as(std::string_view bytes, const std::string &charset, double confidence,
                        charset_evidence evidence) {
  strict_result decoded = decode_strictly(bytes, charset);
  if (decoded.ill_formed != npos) refuse_ill_formed(bytes, charset, decoded.ill_formed);
  if (decoded.text.compare(0, 3, "\xEF\xBB\xBF") == 0) decoded.text.erase(0, 3);
  return {std::move(decoded.text), charset, confidence, evidence};
}

/// Whether bytes beyond ASCII stand alone or in pairs, as accented letters do: kanji and kana stand in longer runs.
bool is_accented(std::string_view bytes) {
  std::size_t run = 0;
  for (const char c : bytes) {
    run = (c & 0x80) ? run + 1 : 0;
    if (run > 2) return false;
  }
  return true;
}

/// The declaration, when the text decodes so and looks no worse than text does.
bool is_believable(std::string_view bytes, const std::string &charset) {
  if (charset.empty() || charset == "UTF-16" || charset == "UTF-32") return false;
  const std::string_view sample = bytes.substr(0, sample_bytes);
  const strict_result decoded = decode_strictly(sample, charset, sample.size() < bytes.size());
  if (decoded.ill_formed != npos) return false;
  const plausibility seen = plausibility_of(decoded.text);
  if (seen.noise > 0) return false;
  return seen.wide == 0 || (is_single_byte(charset) ? seen.quality > 0.2 || (seen.quality > -0.2 && is_accented(sample))
                                                  : seen.quality > -0.2);
}

}  // namespace

const char *name(charset_evidence evidence) noexcept {
  switch (evidence) {
    case charset_evidence::forced:
      return "forced";
    case charset_evidence::byte_order_mark:
      return "byte order mark";
    case charset_evidence::declaration:
      return "declared";
    case charset_evidence::content:
      break;
  }
  return "content";
}

std::vector<charset_candidate> charset_candidates(std::string_view bytes) {
  if (const mark *found = mark_of(bytes)) return {{found->charset, 1}};
  if (is_plain_utf8(bytes)) return {{"UTF-8", 1}};
  const std::vector<reading> readings = readings_of(bytes);
  std::vector<charset_candidate> result;
  for (const reading &one : readings) {
    double next_best = -1;
    for (const reading &other : readings)
      if (&other != &one) next_best = std::max(next_best, other.quality);
    const double lead = one.quality - next_best;
    const double certain =
        lead <= 0 ? 0
                  : 1 - std::exp(-per_character * lead * static_cast<double>(one.seen.wide));
    // One that is behind keeps a share, so that it is named where nothing is certain.
    const double worth = own_worth(one);
    const double confidence = lead > 0 ? worth * (0.4 + 0.6 * certain) : worth * 0.4;
    if (confidence > 0.02) result.push_back({one.charset, confidence});
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const auto &a, const auto &b) { return a.confidence > b.confidence; });
  return result;
}

decoded_text decode_text(std::string_view bytes, const std::string &forced,
                         const std::string &declared) {
  const mark *found = mark_of(bytes);
  if (!forced.empty()) {
    const std::string charset = charset_name(forced);
    if (charset.empty())
      throw error(errc::invalid_argument, "\"" + printable(forced) + "\" is no known encoding",
                  "for example UTF-8, UTF-16LE, CP932, EUC-JP, ISO-2022-JP");
    return decoded_as(bytes, charset, 1, charset_evidence::forced);
  }
  if (found) return decoded_as(bytes, found->charset, 1, charset_evidence::byte_order_mark);
  if (const std::string charset = charset_name(declared); is_believable(bytes, charset))
    return decoded_as(bytes, charset, 0.99, charset_evidence::declaration);
  if (is_plain_utf8(bytes))
    return {std::string(bytes), "UTF-8", 1, charset_evidence::content};
  const std::vector<charset_candidate> candidates = charset_candidates(bytes);
  if (candidates.empty() || candidates.front().confidence < charset_threshold)
    refuse_uncertain(bytes, candidates);
  return decoded_as(bytes, candidates.front().name, candidates.front().confidence,
                    charset_evidence::content);
}

}  // namespace libsearch::ingest
