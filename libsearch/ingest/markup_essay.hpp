// From what a page declares and what its text says to one document.
#ifndef LIBSEARCH_INGEST_MARKUP_ESSAY_HPP
#define LIBSEARCH_INGEST_MARKUP_ESSAY_HPP

#include "ingest/essay.hpp"
#include "ingest/markup.hpp"

namespace libsearch::ingest {

/// Reads the blocks of a page as an essay; what is declared goes before what was found, except
/// where the text says more, as a day where the page says a month.
/// @throws error errc::malformed when the page has no text.
essay essay_of(const markup &page);

}  // namespace libsearch::ingest

#endif
