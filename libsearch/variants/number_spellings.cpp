#include "variants/number_spellings.hpp"

#include <algorithm>

namespace libsearch::variants {
namespace {

constexpr const char *kanji[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

struct unit {
  std::uint64_t value;
  const char *name;
};
constexpr unit large_units[] = {
    {10'000'000'000'000'000, "京"}, {1'000'000'000'000, "兆"}, {100'000'000, "億"}, {10'000, "万"}, {1, ""}};
constexpr unit small_units[] = {{1000, "千"}, {100, "百"}, {10, "十"}};

/// Below 10000, as in 二千二十五.
std::string kanji_small(std::uint64_t value) {
  std::string text;
  for (const unit &u : small_units) {
    const std::uint64_t digit = value / u.value;
    value %= u.value;
    if (digit > 1) text += kanji[digit];
    if (digit > 0) text += u.name;
  }
  if (value > 0) text += kanji[value];
  return text;
}

std::string kanji_positional(std::uint64_t value) { return kanji_digits(std::to_string(value)); }

/// 5千5百, for round numbers from 1000 on.
std::string half_kanji(std::uint64_t value) {
  if (value < 1000 || value % 100 != 0) return std::to_string(value);
  std::string text = std::to_string(value / 1000) + "千";
  if (value % 1000) text += std::to_string(value % 1000 / 100) + "百";
  return text;
}

/// The number in sections of 万, 億, 兆, each written by `write`.
template <class Write>
std::string in_sections(std::uint64_t value, Write &&write) {
  std::string text;
  for (const unit &u : large_units) {
    const std::uint64_t section = value / u.value;
    value %= u.value;
    if (section > 0) text += write(section) + u.name;
  }
  return text;
}

/// 1.5兆: at most three decimals.
std::string with_point(std::uint64_t value, bool in_kanji) {
  for (const unit &u : large_units) {
    if (value < u.value || u.value == 1) continue;
    std::uint64_t rest = value % u.value, step = u.value;
    if (rest == 0) return {};
    std::string decimals;
    while (rest > 0 && decimals.size() < 4) {
      step /= 10;
      decimals += static_cast<char>('0' + rest / step);
      rest %= step;
    }
    if (decimals.size() > 3) return {};
    const std::string whole = std::to_string(value / u.value);
    return in_kanji ? kanji_digits(whole) + "・" + kanji_digits(decimals) + u.name : whole + "." + decimals + u.name;
  }
  return {};
}

/// Digits that say something: 2 for 5500, 5 for 12345.
std::size_t significant(std::uint64_t value) {
  while (value > 0 && value % 10 == 0) value /= 10;
  return std::to_string(value).size();
}

void add(std::vector<std::string> &texts, std::string text) {
  if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(std::move(text));
}

}  // namespace

std::string with_commas(std::uint64_t value) {
  std::string text = std::to_string(value);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

std::string kanji_digits(std::string_view digits) {
  std::string text;
  for (const char digit : digits) text += kanji[digit - '0'];
  return text;
}

std::string kanji_number(std::uint64_t value) {
  if (value == 0) return kanji[0];
  // 一万, 一億, but 千.
  return in_sections(value, [](std::uint64_t section) { return kanji_small(section); });
}

std::vector<std::string> spellings_of_whole(std::uint64_t value, const spelling_kinds &kinds) {
  std::vector<std::string> texts;
  const bool large = value >= 10'000, round = significant(value) <= 5;
  const auto plain = [](std::uint64_t section) { return std::to_string(section); };
  if (large) add(texts, in_sections(value, plain));
  add(texts, std::to_string(value));
  if (kinds.kanji && kinds.digits && value >= 10) add(texts, large ? in_sections(value, kanji_positional) : kanji_positional(value));
  if (kinds.kanji && round) {
    add(texts, kanji_number(value));
    // 一千億 beside 千億.
    const std::string plain_kanji = texts.back();
    if (plain_kanji.rfind("千", 0) == 0 && value != 1000) add(texts, "一" + plain_kanji);
  }
  if (kinds.commas && value >= 1000) add(texts, with_commas(value));
  if (large) {
    add(texts, in_sections(value, with_commas));
    add(texts, with_point(value, false));
  }
  if (round && kinds.commas) add(texts, in_sections(value, half_kanji));
  if (kinds.kanji) {
    if (large) add(texts, with_point(value, true));
    if (large && round) add(texts, kanji_positional(value));
  }
  return texts;
}

std::vector<std::string> spellings_of_decimal(std::uint64_t whole, const std::string &fraction, bool in_kanji) {
  std::vector<std::string> texts{std::to_string(whole) + "." + fraction};
  if (whole >= 1000) texts.push_back(with_commas(whole) + "." + fraction);
  if (!in_kanji) return texts;
  add(texts, kanji_positional(whole) + "・" + kanji_digits(fraction));
  add(texts, kanji_number(whole) + "・" + kanji_digits(fraction));
  return texts;
}

}  // namespace libsearch::variants
