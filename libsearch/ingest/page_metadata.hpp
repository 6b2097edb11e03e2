// What a page declares of itself: meta elements, JSON-LD, marked elements, by their trust.
#ifndef LIBSEARCH_INGEST_PAGE_METADATA_HPP
#define LIBSEARCH_INGEST_PAGE_METADATA_HPP

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "ingest/element_words.hpp"
#include "ingest/json_ld.hpp"
#include "ingest/markup.hpp"

namespace libsearch::ingest {

class page_metadata {
 public:
  void take_meta(attributes list);
  /// <link rel=canonical href=...>
  void take_link(attributes list);
  void take_json_ld(std::string_view text);
  /// The text, or the content or datetime, of an element that is marked.
  void take_marked(const element_meaning &meaning, std::string_view text, std::uint32_t region);

  /// Fills in what was declared. `is_text` tells regions of the text from furniture.
  void finish(markup &page, const std::function<bool(std::uint32_t)> &is_text);

 private:
  // The most trusted first.
  enum source : std::size_t { linked_data, citation, dublin_core, open_graph, plain, sources };

  struct marked_text {
    element_meaning meaning;
    std::string text;
    std::string first;  ///< of its lines, if it has more
    std::uint32_t region = 0;
  };

  void take_author(source from, std::string_view content);
  void take_date(source from, std::string_view content);
  void take_marked_authors(markup &page, const std::function<bool(std::uint32_t)> &is_text) const;
  void take_shown_letters(markup &page, const std::function<bool(std::uint32_t)> &is_text) const;
  void take_card(markup &page, const std::function<bool(std::uint32_t)> &is_text) const;

  std::vector<linked_article> articles_;
  std::array<std::vector<author>, sources> authors_;
  std::array<std::string, sources> dates_, titles_;
  std::array<bool, sources> universal_{};
  std::vector<std::string> keywords_, sites_;
  std::unordered_set<std::string> known_keywords_;
  bool from_pdf_ = false;
  std::string changed_, address_date_, journal_, volume_, issue_;
  std::vector<marked_text> marked_;
};

}  // namespace libsearch::ingest

#endif
