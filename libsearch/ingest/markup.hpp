// A web page or Markdown text, taken apart: what it says of itself, and its blocks of text.
#ifndef LIBSEARCH_INGEST_MARKUP_HPP
#define LIBSEARCH_INGEST_MARKUP_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/author_line.hpp"

namespace libsearch::ingest {

/// What the elements around a text say about it, the weakest first.
enum class furniture_evidence : std::uint8_t {
  none,
  weak,      ///< a header, a column at the side: prose in it is text
  heading,   ///< below "Related articles": long prose is text
  strong,    ///< navigation, banners, share buttons
  comments,  ///< what readers wrote
  hidden,
};

/// A part of a page that an element marks as furniture. Region 0 is the page.
struct page_region {
  std::uint32_t parent = 0;  ///< a smaller number than its own
  furniture_evidence evidence = furniture_evidence::none;
};

enum class block_kind : std::uint8_t { paragraph, item, row, term, definition, preformatted, caption };

struct text_block {
  std::string text;
  int heading = 0;    ///< 1 to 6 of a heading, else 0
  bool main = false;  ///< inside <main>, <article> or the like
  block_kind kind = block_kind::paragraph;
  bool of_prose = false;       ///< a piece of running text that is cut at empty lines
  bool title_like = false;     ///< large, or in an element that is named as a title
  bool named_title = false;    ///< in an element that is named as a title
  bool subtitle = false;       ///< in an element that is named as a subtitle
  std::uint32_t region = 0;    ///< the innermost of markup::regions
  std::size_t link_bytes = 0;  ///< bytes of `text` that lead to other pages
  std::uint32_t sheet = 0;       ///< of the PDF that the page was made from
  std::size_t links = 0;         ///< how many links to other pages it holds
  std::size_t number_bytes = 0;  ///< of the number that a heading begins with, in an element of its own
};

struct markup {
  std::string title;                 ///< of the document, as far as it is declared or found
  std::string subtitle;              ///< declared, or shown beside the title; not in `title`
  std::vector<std::string> names;    ///< titles as declared, the most trusted first; <title> is not among them
  std::string page_title;            ///< <title>: the site's name may be in it
  std::vector<std::string> sites;    ///< the site's name, its publisher's
  std::vector<author> authors;       ///< as declared, or marked in the text
  std::string date;                  ///< a form of document::date, or ""
  std::string change_date;           ///< the date of a change: less than any other
  std::string address_date;          ///< in the page's address
  bool universal_time = false;       ///< `date` is the day of a time in UTC
  std::vector<std::string> keywords;
  std::vector<std::string> topics;
  std::vector<std::string> head;     ///< lines beside the title that name authors, dates, series
  std::string series, number;        ///< a journal and its issue or volume, as declared
  std::string affiliation;           ///< declared where no author has one
  std::vector<text_block> blocks;    ///< in order, none empty
  std::vector<page_region> regions;
  std::size_t title_block = static_cast<std::size_t>(-1);  ///< the block that shows the title
  bool from_pdf = false;             ///< made by pdftohtml or pdf2htmlEX: each line is a block
  bool exact_title = false;          ///< `title` is the document's own, not the page's
};

/// Takes the blocks away that are not `kept`; title_block goes with its block, or becomes npos.
void keep_blocks(markup &page, const std::vector<bool> &kept);

/// "2025-10-03T09:00+09:00", "2025/10/3", "20251003", "October 2025" as a document's date, else "".
std::string declared_date(std::string_view text);

/// "a, b; c" and 「青海 太郎、白浜 花子」 as names; a part that is empty is left out.
std::vector<std::string> declared_list(std::string_view text);

/// Letters for comparing: without blanks and case.
icu::UnicodeString comparable(std::string_view text);

/// One line of a text of several: without blanks between Japanese characters.
std::string one_line(std::string_view text);

}  // namespace libsearch::ingest

#endif
