// Which blocks of a page are its text.
#ifndef LIBSEARCH_INGEST_PAGE_BLOCKS_HPP
#define LIBSEARCH_INGEST_PAGE_BLOCKS_HPP

#include <vector>

#include "ingest/markup.hpp"

namespace libsearch::ingest {

/// What holds of a region with all that is around it: evidence on a part that has most of the page's prose is void.
class region_verdicts {
 public:
  explicit region_verdicts(const markup &page);
  furniture_evidence of(std::uint32_t region) const { return verdicts_[region]; }
  bool is_furniture(std::uint32_t region) const { return of(region) >= furniture_evidence::heading; }

 private:
  std::vector<furniture_evidence> verdicts_;
};

/// Whether a block is running text: long, in sentences, few of its words links.
bool is_prose(const text_block &block);

/// Whether most of a block leads to other pages.
bool is_of_links(const text_block &block);

/// Removes what a text that is nothing but text may have at its ends: lines of links to share it, to the text before and behind
/// it, under which words it is filed; and lists of links below 関連記事.
void drop_ways_through_site(markup &page, const region_verdicts &verdicts);

/// Removes the blocks that are no text, the lines above the title and what page.title_block shows excepted.
/// If next to nothing would be left, all that is not hidden stays.
void keep_text_blocks(markup &page, const region_verdicts &verdicts);

}  // namespace libsearch::ingest

#endif
