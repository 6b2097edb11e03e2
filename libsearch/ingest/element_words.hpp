// What the words in an element's name, role, id and class say: furniture, a byline, a date.
#ifndef LIBSEARCH_INGEST_ELEMENT_WORDS_HPP
#define LIBSEARCH_INGEST_ELEMENT_WORDS_HPP

#include <string_view>

#include "ingest/html_element.hpp"

namespace libsearch::ingest {

/// What the text of an element is marked as.
enum class element_mark : unsigned char { none, author, published, changed };

struct element_meaning {
  furniture_evidence furniture = furniture_evidence::none;
  element_mark mark = element_mark::none;
  bool strong_mark = false;  ///< microdata or rel=author, not a class
  bool title = false;        ///< named as a title
  bool subtitle = false;     ///< named as a subtitle, or beside a heading in <hgroup>
  bool number = false;       ///< the number of a section
  bool apart = false;        ///< a date or a time to read, beside what may follow without a blank
  bool only_narrow = false;  ///< shown at some widths of the window only: a line break of class "sp"
};

/// `in_main`: inside the main text, where a footer is the essay's own.
element_meaning meaning_of(std::string_view element, attributes list, bool in_main);

}  // namespace libsearch::ingest

#endif
