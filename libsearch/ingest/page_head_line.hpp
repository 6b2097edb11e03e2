// A line of a page beside its title, as lines that the reader of a text's head understands.
#ifndef LIBSEARCH_INGEST_PAGE_HEAD_LINE_HPP
#define LIBSEARCH_INGEST_PAGE_HEAD_LINE_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/unistr.h>

#include "ingest/author_line.hpp"

namespace libsearch::ingest {

/// A line as lines that the reader of a text's head understands, each with one thing: "2022年11月1日 ｜ 聞き手：真木 あかね"
/// is two. None when the line is something else.
std::vector<std::string> head_lines_of(std::string_view line);

/// Whether a folded line is 公開日 or the like alone, which of a list whose values stand in boxes of their own could be a name.
bool is_label_of_date(const icu::UnicodeString &line);

/// 分類 災害, Venue: Harbour Hall: what a table says of a text that is neither a person nor a date.
bool is_other_label(const icu::UnicodeString &line);

/// The authors that such a line names.
std::vector<author> authors_in(std::string_view line);

/// (2003年9月、青海 太郎) below a text, as two lines that head_lines_of() might give.
std::vector<std::string> lines_of_dated_signature(const icu::UnicodeString &line);

/// The date at the end of "First printed in the Society's Journal, No. 61, April 1999".
std::optional<std::string> date_of_first_printing(const icu::UnicodeString &line);

/// Whether a label says when a text came in, which is less than when it came out: 受理, Received.
bool labels_receipt(const icu::UnicodeString &label);

/// Whether a folded line heads a list of authors: Authors, 執筆者.
bool heads_authors(const icu::UnicodeString &line);

/// A date among the words that pages set around one: "Draft of 12 March 1997", "Spring 2016, revised 3 October 2016",
/// "March 3, 2020 6:10 p.m.", 2021/08/27 朝刊.
std::optional<std::string> wordy_date(const icu::UnicodeString &part);

}  // namespace libsearch::ingest

#endif
