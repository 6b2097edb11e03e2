// Dates of a page that stand apart from its head: of a change, in a dateline, in its address.
#ifndef LIBSEARCH_INGEST_PAGE_DATES_HPP
#define LIBSEARCH_INGEST_PAGE_DATES_HPP

#include <optional>
#include <string>
#include <string_view>

#include <unicode/unistr.h>

#include "ingest/markup.hpp"
#include "ingest/page_blocks.hpp"

namespace libsearch::ingest {

/// The day or month in the path of an address: https://example.org/2021/11/24/title/, else "".
std::string date_of_address(std::string_view address);

/// The date of a folded line that says when the text was changed: 更新日：2024年3月12日.
std::optional<std::string> date_of_change(const icu::UnicodeString &line);

/// The day that a line gives for what a text reports: 開催日 2014年9月18日
std::optional<std::string> date_of_event(const icu::UnicodeString &line);

/// The day of a line that only says when a text came out: 令和2年6月5日公表, （2018年6月取材、同年7月掲載）
std::optional<std::string> date_of_publication(icu::UnicodeString line);

/// The date of a line such as "Last updated on Jun 30, 2022" that stands outside of the text, for page.change_date; before the
/// blocks that are no text go.
void take_change_date(markup &page);

/// "PORT ARDEN, May 22, 2007 - The Department ...", 【海都 2024年3月12日】: the date that the text begins with as a line of the head, where it has no date.
void take_dateline(markup &page, const region_verdicts &verdicts);

}  // namespace libsearch::ingest

#endif
