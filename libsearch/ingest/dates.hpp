// Dates as people write them: western and Japanese years, ASCII and kanji digits, English months.
#ifndef LIBSEARCH_INGEST_DATES_HPP
#define LIBSEARCH_INGEST_DATES_HPP

#include <cstdint>
#include <optional>
#include <string>

#include <unicode/unistr.h>

namespace libsearch::ingest {

struct found_date {
  std::string date;   ///< "YYYY-MM-DD" or "YYYY-MM"; "YYYY" only from date_line()
  int32_t start = 0;  ///< where it stands in the folded line
  int32_t end = 0;
};

/// The first date of a folded line that has at least a month.
std::optional<found_date> find_date(const icu::UnicodeString &line);

/// The date of a folded line that holds nothing else but words such as 掲載, 発行, Published,
/// 月曜日.
std::optional<std::string> date_line(const icu::UnicodeString &line);

/// Whether a line's dates are only those of receipt or acceptance, which a date of publication outweighs.
bool is_receipt(const icu::UnicodeString &line);

/// The month of a journal's foot, which says nothing else: 農村金融2022・9
std::optional<found_date> find_issue(const icu::UnicodeString &line);

/// The year of a season's issue: 2010年夏号, 二〇一三年 春, Spring 2005.
std::optional<found_date> find_season(const icu::UnicodeString &line);

/// Whether only words that go with a date stand in a folded line: 掲載, (火), 14:00~15:30, 東京にて, 記).
bool goes_with_date(const icu::UnicodeString &words);

/// A number in ASCII or kanji digits, by place (二五) or with 十 (二十五); 元 is 1. -1 when it is
/// none.
int number(const icu::UnicodeString &digits);

}  // namespace libsearch::ingest

#endif
