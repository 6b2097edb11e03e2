#include "text/date_interval.hpp"

#include <doctest/doctest.h>

#include "support.hpp"

using namespace libsearch::text;

TEST_CASE("dates: years, months and days of documents") {
  CHECK(parse_date("2025") == date_interval{20250101, 20251231});
  CHECK(parse_date("2025-10") == date_interval{20251001, 20251031});
  CHECK(parse_date("2024-02") == date_interval{20240201, 20240229});
  CHECK(parse_date("2025-02") == date_interval{20250201, 20250228});
  CHECK(parse_date("2025-10-28") == date_interval{20251028, 20251028});
  for (const char *bad :
       {"", "2025-13", "2025-02-29", "2025/10", "２０２５", "2025-10..", "令和6年", "0000"})
    CHECK_MESSAGE(!parse_date(bad), bad);
}

TEST_CASE("dates: the table of what a filter may say") {
  const auto rows = test::tsv_rows(test::data_file("text/date_ranges.tsv"));
  CHECK(rows.size() >= 60);
  for (const auto &row : rows) {
    REQUIRE(row.size() == 2);
    std::string said = "-";
    if (const auto range = parse_date_range(row[0]))
      said = std::to_string(range->first) + "-" + std::to_string(range->last);
    CAPTURE(row[0]);
    CHECK(said == row[1]);
  }
}

TEST_CASE("dates: every day has one day before it in the calendar, era by era") {
  // Each day from 1873 on reads the same in the calendar and in its era.
  struct era {
    const char *name;
    int first_year, first_day, last_day;
  };
  static constexpr era eras[] = {{"明治", 1868, 18730101, 19120729},
                                 {"大正", 1912, 19120730, 19261224},
                                 {"昭和", 1926, 19261225, 19890107},
                                 {"平成", 1989, 19890108, 20190430},
                                 {"令和", 2019, 20190501, 20301231}};
  for (const era &e : eras)
    for (int day = e.first_day; day <= e.last_day; ++day) {
      char text[32];
      std::snprintf(text, sizeof text, "%04d-%02d-%02d", day / 10000, day / 100 % 100, day % 100);
      const auto western = parse_date(text);
      if (!western) continue;
      const std::string japanese =
          std::string(e.name) + std::to_string(day / 10000 - e.first_year + 1) + "年" +
          std::to_string(day / 100 % 100) + "月" + std::to_string(day % 100) + "日";
      const auto found = parse_date_range(japanese);
      if (found == western) continue;
      CAPTURE(japanese);
      CHECK(found.has_value());
      CHECK(found == western);
    }
}

TEST_CASE("dates: an interval contains another that lies wholly in it") {
  const date_interval year{20250101, 20251231}, month{20251001, 20251031}, all;
  CHECK(year.contains(month));
  CHECK(year.contains(year));
  CHECK_FALSE(month.contains(year));
  CHECK(all.contains(year));
  CHECK_FALSE(date_interval{20250102, 20251231}.contains(year));
}

TEST_CASE("dates: any text is a range or none, and never an error") {
  std::mt19937_64 random(test::seed(20251153));
  static const char *const pieces[] = {"2",
                                       "0",
                                       "5",
                                       "2025",
                                       "年",
                                       "月",
                                       "日",
                                       "-",
                                       "..",
                                       "元",
                                       "令和",
                                       "R",
                                       "十",
                                       "〇",
                                       "二",
                                       "/",
                                       ".",
                                       "~",
                                       " ",
                                       "　",
                                       "９９９９９９９",
                                       "\xFF",
                                       "99999999999999",
                                       "-1"};
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (std::size_t n = random() % 9; n > 0; --n) text += pieces[random() % std::size(pieces)];
    const auto range = parse_date_range(text);
    if (!range) continue;
    CAPTURE(text);
    CHECK(range->first >= 0);
    CHECK(range->last <= 99991231);
  }
}
