#include "ingest/html_collector.hpp"

#include <libsearch/error.hpp>

#include "ingest/furniture_phrases.hpp"
#include "ingest/line.hpp"
#include "ingest/page_blocks.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

// Pages nest some dozens deep. The parser looks through all open elements at each end tag that fits
// none, so that a bomb of them would cost hours.
constexpr std::size_t deepest = 10000;
constexpr std::size_t most_captures = 8;
constexpr std::size_t longest_capture = 400;
constexpr std::size_t longest_linked_data = 1 << 20;
constexpr std::size_t longest_note = 24;
constexpr std::size_t longest_page_title = 2000;

/// Whether a link leads to another page: not to a place of this one, and not out of it by a script.
bool leads_away(std::string_view element, attributes list) {
  if (element != "a") return false;
  const std::string_view target = trim(attribute_of(list, "href"));
  if (target.empty()) return attribute_of(list, "name").empty() && attribute_of(list, "id").empty();
  return target[0] != '#' || target.size() == 1;  // "#" waits for a script
}

/// <div id="page3-div"> of pdftohtml, <div data-page-no="3"> of pdf2htmlEX
bool begins_sheet(std::string_view element, attributes list) {
  if (element != "div") return false;
  if (!attribute_of(list, "data-page-no").empty()) return true;
  const std::string_view id = attribute_of(list, "id");
  return id.size() >= 9 && id.substr(0, 4) == "page" && id.substr(id.size() - 4) == "-div";
}

/// 1, [2], *3, (4): what a superscript points at a note with.
bool is_note_mark(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > longest_note) return false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    const bool digit = (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９');
    const bool sign = c == U'*' || c == U'[' || c == U']' || c == U'(' || c == U')' || c == U'（' || c == U'）' || c == U'注' ||
                      c == U'註' || c == U'※' || c == U',' || c == U' ' || c == U'†' || c == U'‡' || c == U'＊' || c == U'↩';
    if (!digit && !sign) return false;
  }
  return true;
}

}  // namespace

void html_collector::open_region(level &here, furniture_evidence evidence) {
  page_.regions.push_back({here.region, evidence});
  here.region = static_cast<std::uint32_t>(page_.regions.size() - 1);
}

void html_collector::start(std::string_view name, attributes list) {
  if (page_.regions.empty()) page_.regions.emplace_back();
  if (levels_.size() >= deepest)
    throw error(errc::malformed, "its tags are nested more than " + std::to_string(deepest) + " deep",
                "save its text, or repair the page");
  level here = levels_.empty() ? level{} : levels_.back();
  here.name = std::string(name);
  here.heading_region = 0;
  here.heading_region_level = 0;
  here.heading_region_used = false;
  here.apart = false;
  here.linked_data = name == "script" && attribute_of(list, "type").find("ld+json") != npos;
  here.left_out = here.left_out || is_left_out(name);
  if (name == "meta") metadata_.take_meta(list);
  if (name == "link") metadata_.take_link(list);
  if (begins_sheet(name, list)) ++sheet_;
  // An element that is made up lays out a page, or marks words in a line.
  const bool block = is_block(name) || (is_custom(name) && !here.in_line && block_.empty());
  here.block = block;
  here.in_line = (here.in_line && !is_block(name)) || holds_a_line(name);
  if (block) {
    flush(false);
    if (!levels_.empty()) here.region = levels_.back().region;  // a heading without an element of its own opened one
  }
  if (!here.left_out) {
    const element_meaning meaning = meaning_of(name, list, here.main);
    const bool cell = name == "td" || name == "th";
    if (cell && meaning.furniture != furniture_evidence::none && meaning.furniture != furniture_evidence::hidden) {
      // A column of the page, or the rank in a table of data.
      open_region(here, furniture_evidence::weak);
    } else if (meaning.furniture == furniture_evidence::hidden || (meaning.furniture != furniture_evidence::none && block)) {
      if (!block && meaning.furniture == furniture_evidence::hidden)
        here.left_out = true;  // words inside a line
      else
        open_region(here, meaning.furniture);
    } else if (meaning.furniture >= furniture_evidence::strong) {
      here.link = true;
    }
    here.apart = meaning.apart || (meaning.mark != element_mark::none && name != "time");
    if (meaning.mark != element_mark::none && captures_.size() < most_captures) {
      const char *attribute = name == "time" ? "datetime" : name == "abbr" ? "title" : "content";
      const std::string_view value = attribute_of(list, attribute);
      if (!value.empty())
        metadata_.take_marked(meaning, value, here.region);
      else
        captures_.push_back({meaning, levels_.size(), here.region, {}});
    }
    here.main = here.main || is_main(name, list);
    here.pre = here.pre || kind_of(name, here.kind) == block_kind::preformatted;
    here.kind = kind_of(name, here.kind);
    here.link = here.link || leads_away(name, list);
    here.title_like = meaning.title || is_large(name, list) || (here.title_like && !block);
    here.named_title = meaning.title || (here.named_title && !block);
    here.small = is_small(name, list) || (here.small && !block);
    here.number = meaning.number || here.number;
    here.subtitle = meaning.subtitle || here.subtitle;
    if (name == "br" && !meaning.only_narrow) line_end();
    if (cell) {
      pending_ = true;
      cut_here(true);
    }
    if (name == "sup" && note_depth_ == 0 && !here.pre) {
      note_depth_ = levels_.size() + 1;
      note_link_ = here.to_note && link_start_ == block_.size();
      note_.clear();
    }
    if (name == "a" && note_depth_ > 0) note_link_ = true;
    if (name == "a" && !attribute_of(list, "href").empty()) {
      ++anchors_;
      here.to_note = to_note_ = !leads_away(name, list);
      link_start_ = block_.size();
    }
  }
  here.apart = !block && here.apart;
  if (here.apart) pending_ = true;
  if (!block) may_be_glued_ = (name == "span" || name == "small") && closed_at_ == block_.size() && !pending_;
  levels_.push_back(std::move(here));
  if (const int heading = heading_level(name)) next_.heading = heading;
}

void html_collector::end(std::string_view name) {
  // The parser closes what it opened, in order; what it did not open closes nothing.
  if (levels_.empty() || levels_.back().name != name) return;
  if (note_depth_ == levels_.size()) {
    note_depth_ = 0;
    const std::string note = std::move(note_);
    note_.clear();
    if (!(note_link_ && is_note_mark(note)) || block_.empty()) append_visible(note, false);
  }
  if (levels_.back().block)
    flush(true);
  else
    closed_at_ = name == "strong" || name == "b" || name == "a" ? block_.size() : npos;
  if (levels_.back().apart) pending_ = true;
  if (name == "title") in_title_done_ = !page_.page_title.empty();
  if (levels_.back().linked_data) {
    metadata_.take_json_ld(linked_data_);
    linked_data_.clear();
  }
  const level closed = std::move(levels_.back());
  levels_.pop_back();
  // A heading alone in its box heads what stands beside the box.
  if (closed.heading_region > 0 && !closed.heading_region_used && !levels_.empty()) {
    level &above = levels_.back();
    if (above.heading_region > 0) above.region = page_.regions[above.heading_region].parent;
    open_region(above, furniture_evidence::heading);
    above.heading_region = above.region;
    above.heading_region_level = 7;
    above.heading_region_used = false;
  }
  while (!captures_.empty() && captures_.back().depth >= levels_.size()) {
    const capture &done = captures_.back();
    metadata_.take_marked(done.meaning, done.text, done.region);
    captures_.pop_back();
  }
}

void html_collector::text(std::string_view bytes) {
  if (page_.regions.empty()) page_.regions.emplace_back();
  if (levels_.empty()) return add(bytes, level{});
  const level &here = levels_.back();
  if (here.linked_data) {
    if (linked_data_.size() + bytes.size() <= longest_linked_data) linked_data_ += bytes;
    return;
  }
  if (here.name == "title") {
    if (!in_title_done_ && !here.left_out && page_.page_title.size() < longest_page_title) page_.page_title += bytes.substr(0, longest_page_title);
    return;
  }
  if (!here.left_out && here.name != "head") add(bytes, here);
}

void html_collector::add(std::string_view bytes, const level &here) {
  for (capture &one : captures_)
    if (one.text.size() < longest_capture) one.text.append(bytes.substr(0, longest_capture));
  if (note_depth_ > 0 && note_.size() < longest_note) {
    note_ += bytes;
    if (note_.size() < longest_note) return;
    const std::string waiting = std::move(note_);
    note_.assign(longest_note, ' ');  // too long for a mark: what follows is read at once
    return append_visible(waiting, here.link);
  }
  append_visible(bytes, here.link);
}

void html_collector::append_visible(std::string_view bytes, bool link) {
  const level none;
  const level &here = levels_.empty() ? none : levels_.back();
  const std::size_t before = block_.size();
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t from = at;
    const char32_t c = next(bytes, at);
    if (here.pre && c == '\n') {
      line_end();
    } else if (c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF) {
      continue;  // a word may be broken here, and here it is not
    } else if (c != 0x3000 && is_blank(c)) {
      pending_ = true;
    } else {
      if (block_.empty()) {
        next_.region = here.region;
        next_.sheet = sheet_;
        next_.kind = here.kind;
        next_.title_like = here.title_like;
        next_.named_title = here.named_title;
        next_.subtitle = here.subtitle;
      }
      if (may_be_glued_) part_glued(c);
      begin_piece(here);
      if (pending_ && !block_.empty() && block_.back() != '\n') block_ += ' ';
      pending_ = false;
      block_.append(bytes.substr(from, at - from));
    }
  }
  if (block_.size() == before) return;
  next_.main = next_.main || here.main;
  if (here.number && next_.number_bytes == before) next_.number_bytes = block_.size();
  if (!link) return;
  next_.link_bytes += block_.size() - before;
  if (counted_anchor_ != anchors_) ++next_.links;
  counted_anchor_ = anchors_;
}

void html_collector::cut_here(bool cell) { cuts_.push_back({block_.size(), next_.link_bytes, next_.links, next_.region, cell, false, false}); }

/// <strong>Jane Doe</strong><span>Chief Economist</span>: a style sets them below each other.
void html_collector::part_glued(char32_t next) {
  may_be_glued_ = false;
  if (pending_ || block_.empty() || next < U'A' || next > U'Z') return;
  const char last = block_.back();
  if ((last >= 'a' && last <= 'z') || last == ')') block_ += '\n';
}

/// Notes what the next character says of its piece, and cuts before it where a line in large letters ended, where one
/// begins below a word or two, and where small letters follow large ones.
void html_collector::begin_piece(const level &here) {
  constexpr std::size_t longest_above = 120;
  const bool line_begins = block_.empty() || block_.back() == '\n';
  const bool may_cut = !block_.empty() && next_.heading == 0 && next_.kind != block_kind::preformatted && (cuts_.empty() || cuts_.back().start < block_.size());
  const bool behind_large = all_large_ && (line_begins ? !here.title_like : here.small);
  const bool before_large = line_begins && !all_large_ && here.title_like && block_.size() <= longest_above;
  if (may_cut && (behind_large || before_large)) cut_here(false);
  const bool first = block_.empty() || (!cuts_.empty() && cuts_.back().start == block_.size());
  if (first && !cuts_.empty()) {
    cuts_.back().title_like = here.title_like;
    cuts_.back().named_title = here.named_title;
    cuts_.back().region = here.region;
  }
  all_large_ = (first || all_large_) && here.title_like;
}

void html_collector::line_end() {
  for (capture &one : captures_) one.text += one.text.empty() || one.text.size() >= longest_capture ? "" : "\n";
  pending_ = false;
  if (block_.empty()) return;
  const bool empty_line = block_.back() == '\n' && next_.heading == 0 && next_.kind != block_kind::preformatted;
  block_ += '\n';
  if (!empty_line) return;
  if (!cuts_.empty() && !cuts_.back().cell && cuts_.back().start + 1 == block_.size())
    cuts_.back().start = block_.size();  // one more empty line
  else
    cut_here(false);
}

/// At empty lines always; at cells where the table lays out the page: it holds lines and paragraphs, one of data does not.
bool html_collector::is_cut() const {
  constexpr std::size_t longest_of_data = 300;
  if (cuts_.empty()) return false;
  // What stands before the only cell is the end of one that holds blocks.
  if (cuts_.size() < 2) return !cuts_[0].cell || cuts_[0].start > 0;
  for (std::size_t i = 0; i < cuts_.size(); ++i) {
    if (!cuts_[i].cell) return true;
    const std::size_t end = i + 1 < cuts_.size() ? cuts_[i + 1].start : block_.size();
    const std::string_view text = std::string_view(block_).substr(cuts_[i].start, end - cuts_[i].start);
    if (text.size() > longest_of_data || trim(text).find('\n') != npos) return true;
  }
  return false;
}

void html_collector::flush(bool at_end) {
  for (capture &one : captures_) one.text += one.text.empty() || one.text.size() >= longest_capture ? "" : "\n";
  if (note_depth_ > 0 && !note_.empty()) {
    note_depth_ = 0;
    append_visible(std::move(note_), false);
    note_.clear();
  }
  if (is_cut())
    emit_pieces(at_end);
  else
    emit(block_, next_.link_bytes, next_.links, at_end);
  cuts_.clear();
  block_.clear();
  pending_ = all_large_ = may_be_glued_ = false;
  closed_at_ = npos;
  next_ = text_block();
}

void html_collector::emit_pieces(bool at_end) {
  const std::size_t link_bytes = next_.link_bytes, links = next_.links;
  if (next_.kind == block_kind::row) next_.kind = block_kind::paragraph;
  if (cuts_[0].start > 0) cuts_.insert(cuts_.begin(), {0, 0, 0, next_.region, false, next_.title_like, next_.named_title});
  const auto end_of = [&](std::size_t i) { return i < cuts_.size() ? cuts_[i].start : block_.size(); };
  const auto links_before = [&](std::size_t i) { return i < cuts_.size() ? cuts_[i].link_bytes : link_bytes; };
  std::size_t whole_end = 0;  // of the paragraph, or cell, that the pieces are of
  for (std::size_t i = 0; i < cuts_.size(); ++i) {
    if (i >= whole_end) {
      for (whole_end = i + 1; whole_end < cuts_.size() && !cuts_[whole_end].cell;) ++whole_end;
      text_block whole;
      whole.text = block_.substr(cuts_[i].start, end_of(whole_end) - cuts_[i].start);
      whole.link_bytes = links_before(whole_end) - cuts_[i].link_bytes;
      next_.of_prose = whole_end > i + 1 && is_prose(whole);
    }
    // Each cell may be a column of its own.
    if (i > 0 && cuts_[i].cell && cuts_[i].region != cuts_[i - 1].region) next_.region = cuts_[i].region;
    next_.title_like = cuts_[i].title_like;
    next_.named_title = cuts_[i].named_title;
    emit(std::string_view(block_).substr(cuts_[i].start, end_of(i + 1) - cuts_[i].start), links_before(i + 1) - cuts_[i].link_bytes,
         (i + 1 < cuts_.size() ? cuts_[i + 1].links : links) - cuts_[i].links, at_end);
  }
}

void html_collector::emit(std::string_view text, std::size_t link_bytes, std::size_t links, bool at_end) {
  text = trim(text);
  // <h2>道具<a href="#tools">#</a></h2>
  if (next_.heading > 0 && to_note_ && link_start_ + 1 == block_.size() && text.size() > 1 && text.back() == '#') text = trim(text.substr(0, text.size() - 1));
  if (next_.heading > 0)
    for (const std::string_view sign : {"¶", "🔗", " #"})  // it leads to itself
      if (text.size() > sign.size() && text.substr(text.size() - sign.size()) == sign) text = trim(text.substr(0, text.size() - sign.size()));
  if (text.empty()) return;
  text_block one = next_;
  one.text = std::string(text);
  one.link_bytes = link_bytes;
  one.links = links;
  note_heading(one, at_end);
  next_.region = one.region;  // the next piece stands below it
  if (page_.regions[one.region].evidence < furniture_evidence::heading && is_prose(one)) prose_bytes_ += one.text.size();
  page_.blocks.push_back(std::move(one));
}

/// Opens a region below a heading such as 関連記事, and closes it at the next heading of its level, or at prose.
void html_collector::note_heading(text_block &block, bool at_end) {
  constexpr std::size_t least_prose = 250, longest_heading = 120;
  constexpr std::size_t least_text = 400;  // more than what sums a text up above it
  const std::size_t depth = levels_.size() - (at_end && !levels_.empty() ? 1 : 0);
  if (depth == 0) return;
  level &around = levels_[depth - 1];
  const auto close = [&] {
    around.region = page_.regions[around.heading_region].parent;
    around.heading_region = 0;
    block.region = around.region;
  };
  const int rank = block.heading > 0 ? block.heading : 7;
  if (around.heading_region > 0 && block.region == around.heading_region) {
    const bool prose = block.text.size() >= least_prose && block.link_bytes * 5 < block.text.size() && ends_sentence(block.text);
    if ((block.heading > 0 && rank <= around.heading_region_level) || prose) close();
  }
  if (around.heading_region > 0) around.heading_region_used = true;
  if (block.text.size() > longest_heading) return;
  const icu::UnicodeString line = fold(block.text);
  if (!is_furniture_heading(line)) return;
  if (block.heading == 0 && block.kind != block_kind::paragraph && block.kind != block_kind::term) return;
  if (is_label_of_box(line, prose_bytes_ < least_text)) {
    page_.regions.push_back({block.region, furniture_evidence::heading});
    block.region = static_cast<std::uint32_t>(page_.regions.size() - 1);
    return;
  }
  if (around.heading_region > 0) close();
  open_region(around, furniture_evidence::heading);
  around.heading_region = around.region;
  around.heading_region_level = rank;
  around.heading_region_used = false;
  block.region = around.region;
}

markup html_collector::finish() {
  flush(false);
  if (page_.regions.empty()) page_.regions.emplace_back();
  page_.page_title = squeeze(clean(page_.page_title));  // the parser hands text over in pieces, cut anywhere
  return std::move(page_);
}

}  // namespace libsearch::ingest
