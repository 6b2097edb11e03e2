// What the words of a page's heading say: a title and what stands before it, or the name of a column or a site.
#ifndef LIBSEARCH_INGEST_HEADING_WORDS_HPP
#define LIBSEARCH_INGEST_HEADING_WORDS_HPP

#include <string>

#include <unicode/unistr.h>

#include "ingest/markup.hpp"

namespace libsearch::ingest {

/// A heading as a title: without ornaments, the number of its section, "Q." and a kind in brackets before it, and
/// without the links that lead down to it (読み物 >> 題名).
std::string title_of_heading(const text_block &block);

/// ◆題名, ■□■ 題名 ■□■ without the marks.
std::string without_mark(const std::string &line);

/// A title that no block shows, without marks and a kind before it.
std::string bare_heading(const std::string &line);

/// Whether a folded line names a site, a column in it or an issue of one, not a text: 海都研究所ホームページ, 港の窓 その三, 「港」誌から.
bool names_column(const icu::UnicodeString &line);

/// Whether a folded line is nothing but what a part of a site is called: News, 研究者インタビュー, 開催報告.
bool is_word_for_column(const icu::UnicodeString &line);

/// Department of Fisheries and Harbours
bool is_office(const icu::UnicodeString &line);

/// 1. ..., 第2章 ..., ■ ...: the heading of a part.
bool is_numbered_part(const icu::UnicodeString &line);

}  // namespace libsearch::ingest

#endif
