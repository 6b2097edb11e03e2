#include "variants/eras.hpp"

#include <doctest/doctest.h>
#include <unicode/calendar.h>
#include <unicode/gregocal.h>

#include <memory>

#include "text/date_interval.hpp"
#include "word_list.hpp"

using namespace libsearch;

namespace {

std::set<std::string> spellings(const std::string &part) {
  variants::replacements pieces;
  variants::append_eras(part, test::word_list{}, pieces);
  return test::spellings_of(part, pieces);
}

std::string written(int year, int month, int day) {
  std::string text = std::to_string(year) + "年";
  if (month) text += std::to_string(month) + "月";
  if (day) text += std::to_string(day) + "日";
  return text;
}

/// ICU's Japanese calendar, the second source.
class second_source {
 public:
  second_source() {
    UErrorCode status = U_ZERO_ERROR;
    calendar_.reset(icu::Calendar::createInstance(*icu::TimeZone::getGMT(), icu::Locale("ja_JP@calendar=japanese"), status));
    gregorian_ = std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(), status);
    REQUIRE(U_SUCCESS(status));
  }

  /// Era and year of a day, such as 平成31.
  std::string year_of(int year, int month, int day) {
    UErrorCode status = U_ZERO_ERROR;
    gregorian_->clear();
    gregorian_->set(year, month - 1, day);
    calendar_->setTime(gregorian_->getTime(status), status);
    // Since 645 there were 232 eras before Meiji.
    static const char *const names[] = {"明治", "大正", "昭和", "平成", "令和"};
    const int era = calendar_->get(UCAL_ERA, status) - 232;
    REQUIRE(U_SUCCESS(status));
    REQUIRE(era >= 0);
    REQUIRE(era < 5);
    return names[era] + std::to_string(calendar_->get(UCAL_YEAR, status));
  }

 private:
  std::unique_ptr<icu::Calendar> calendar_;
  std::unique_ptr<icu::GregorianCalendar> gregorian_;
};

const char *const era_names[] = {"明治", "大正", "昭和", "平成", "令和"};

/// The era dates among the spellings, with Arabic digits.
std::set<std::string> era_dates(const std::set<std::string> &found, const std::string &rest) {
  std::set<std::string> dates;
  for (const std::string &text : found)
    for (const std::string name : era_names)
      if (text.rfind(name, 0) == 0 && text[name.size()] >= '0' && text[name.size()] <= '9' && text.ends_with(rest) &&
          text.find('.') == std::string::npos && text.find('/') == std::string::npos)
        dates.insert(text);
  return dates;
}

}  // namespace

TEST_CASE("eras: each year and month from Meiji to 2030 has the eras that ICU's calendar has, both ways") {
  second_source icu;
  for (int year = 1869; year <= 2030; ++year) {
    std::set<std::string> of_year;
    for (int month = 1; month <= 12; ++month) {
      std::set<std::string> of_month;
      const auto days = text::interval_of(year, month, 0);
      REQUIRE(days);
      const std::string behind = "年" + std::to_string(month) + "月";
      for (int day = 1; day <= days->last % 100; ++day) of_month.insert(icu.year_of(year, month, day) + behind);
      CHECK(era_dates(spellings(written(year, month, 0)), behind) == of_month);
      for (const std::string &date : of_month) {
        CHECK_MESSAGE(spellings(date).count(written(year, month, 0)) == 1, date);
        of_year.insert(date.substr(0, date.size() - behind.size()) + "年");
      }
    }
    CHECK(era_dates(spellings(written(year, 0, 0)), "年") == of_year);
    for (const std::string &date : of_year) CHECK_MESSAGE(spellings(date).count(written(year, 0, 0)) == 1, date);
  }
}

TEST_CASE("eras: the days around each accession belong to one era") {
  second_source icu;
  const int days[][3] = {{1912, 7, 29}, {1912, 7, 30}, {1912, 7, 31}, {1926, 12, 24}, {1926, 12, 25}, {1926, 12, 26},
                         {1989, 1, 7},  {1989, 1, 8},  {1989, 1, 9},  {2019, 4, 30},  {2019, 5, 1},   {2019, 5, 2}};
  for (const auto &day : days) {
    const std::string behind = "年" + std::to_string(day[1]) + "月" + std::to_string(day[2]) + "日";
    const std::string expected = icu.year_of(day[0], day[1], day[2]) + behind;
    CHECK(era_dates(spellings(written(day[0], day[1], day[2])), behind) == std::set<std::string>{expected});
    CHECK(spellings(expected).count(written(day[0], day[1], day[2])) == 1);
  }
}

TEST_CASE("eras: 1868 is Meiji's first year from January on, as it was proclaimed") {
  CHECK(spellings("1868年").count("明治元年") == 1);
  CHECK(spellings("明治元年").count("1868年") == 1);
}

TEST_CASE("eras: years that an era did not live to see, slips, and what is no date") {
  CHECK(spellings("平成42年").count("2030年") == 1);
  CHECK(spellings("平成42年").count("令和12年") == 1);
  CHECK(spellings("2030年").count("平成42年") == 0);
  for (const char *none : {"平成31年5月", "令和元年4月", "1990年代", "平成30年間", "2025.10", "r7.10", "x"})
    CHECK_MESSAGE(spellings(none).empty(), none);
  CHECK(spellings("2023年2月29日").count("令和5年2月29日") == 0);
  CHECK(spellings("令和7年13月").count("2025年13月") == 1);  // the year alone is a date
}
