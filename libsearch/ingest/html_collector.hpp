// Takes the elements of a page as the parser meets them, and makes blocks of text of them.
#ifndef LIBSEARCH_INGEST_HTML_COLLECTOR_HPP
#define LIBSEARCH_INGEST_HTML_COLLECTOR_HPP

#include <string>
#include <string_view>
#include <vector>

#include "ingest/element_words.hpp"
#include "ingest/markup.hpp"
#include "ingest/page_metadata.hpp"

namespace libsearch::ingest {

class html_collector {
 public:
  /// @throws error errc::malformed when tags are nested more than 10,000 deep.
  void start(std::string_view name, attributes list);
  void end(std::string_view name);
  void text(std::string_view bytes);

  /// The blocks of the page, none left out but what is no text at all. Once, at the end.
  markup finish();
  page_metadata &metadata() { return metadata_; }

 private:
  struct level {
    std::string name;
    std::uint32_t region = 0;
    std::uint32_t heading_region = 0;  ///< one that a heading opened among its children
    int heading_region_level = 0;
    bool heading_region_used = false;  ///< a block followed the heading
    bool block = false;    ///< begins and ends a block
    bool in_line = false;  ///< inside <p> or the like
    bool left_out = false;
    bool linked_data = false;
    bool main = false;
    bool pre = false;
    bool link = false;  ///< to another page, or marked as furniture inside a line
    bool to_note = false;  ///< inside a link to a place of this page
    bool apart = false;    ///< a name or a date, whatever stands beside it
    bool number = false;   ///< of a section, before its heading
    bool small = false;
    bool title_like = false;
    bool named_title = false;
    bool subtitle = false;
    bool no_note = true;  ///< not <sup> that only points at a note
    block_kind kind = block_kind::paragraph;
  };
  struct capture {
    element_meaning meaning;
    std::size_t depth = 0;
    std::uint32_t region = 0;
    std::string text;
  };
  /// Where a block may be cut: at a cell, at an empty line, behind lines in large letters.
  struct cut {
    std::size_t start = 0, link_bytes = 0, links = 0;
    std::uint32_t region = 0;
    bool cell = false;
    bool title_like = false;
    bool named_title = false;
  };

  void open_region(level &here, furniture_evidence evidence);
  void add(std::string_view bytes, const level &here);
  void append_visible(std::string_view bytes, bool link);
  void line_end();
  void flush(bool at_end);
  void emit_pieces(bool at_end);
  void emit(std::string_view text, std::size_t link_bytes, std::size_t links, bool at_end);
  void begin_piece(const level &here);
  void cut_here(bool cell);
  void part_glued(char32_t next);
  void note_heading(text_block &block, bool at_end);
  bool is_cut() const;

  markup page_;
  page_metadata metadata_;
  std::vector<level> levels_;
  std::vector<capture> captures_;
  std::vector<cut> cuts_;
  std::string block_, linked_data_, note_;
  text_block next_;        ///< what is known of the block that is being read
  bool all_large_ = false; ///< what was read since the last cut
  bool pending_ = false;   ///< white space is waiting for what follows it
  bool in_title_done_ = false;
  std::size_t note_depth_ = 0;  ///< of an open <sup> whose text waits in `note_`
  bool note_link_ = false;
  std::uint32_t sheet_ = 0;      ///< of a page that pdftohtml made
  std::size_t prose_bytes_ = 0;  ///< of running text that is no furniture, so far
  std::size_t anchors_ = 0, counted_anchor_ = 0;
  bool to_note_ = false;        ///< the last link leads to a place of this page
  std::size_t link_start_ = 0;  ///< of the innermost link, in `block_`
  std::size_t closed_at_ = 0;   ///< where an element inside a line ended last
  bool may_be_glued_ = false;   ///< an element begins where another ended
};

}  // namespace libsearch::ingest

#endif
