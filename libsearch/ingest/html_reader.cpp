#include "ingest/html_reader.hpp"

#include <algorithm>
#include <exception>
#include <memory>
#include <new>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <libsearch/error.hpp>

#include "ingest/html_element.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

// Pages nest some dozens deep. The parser looks through all open elements at each end tag that fits
// none, so that a bomb of them would cost hours.
constexpr std::size_t deepest = 10000;
constexpr std::size_t declaration_bytes = 4096;  // so far a declaration is looked for

std::string lower(std::string_view text) {
  std::string result(text);
  for (char &c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

/// The value behind `key` and "=" in `text`, with or without quotes.
std::string value_behind(const std::string &text, const std::string &key, std::size_t from) {
  std::size_t at = text.find(key, from);
  if (at == npos) return {};
  at = text.find_first_not_of(" \t", at + key.size());
  if (at == npos || text[at] != '=') return {};
  at = text.find_first_not_of(" \t\"'", at + 1);
  if (at == npos) return {};
  return text.substr(at, text.find_first_of(" \t\"'/>;?", at) - at);
}

/// Takes elements as the parser meets them.
class collector {
 public:
  void start(std::string_view name, attributes list) {
    if (levels_.size() >= deepest)
      throw error(errc::malformed,
                  "its tags are nested more than " + std::to_string(deepest) + " deep",
                  "save its text, or repair the page");
    const level above = levels_.empty() ? level{} : levels_.back();
    level here{std::string(name), above.left_out, above.main || is_main(name, list),
               above.pre || name == "pre"};
    here.left_out = here.left_out || is_left_out(name, list, above.main);
    if (name == "meta") take_meta(list);
    if (name == "time" && page_.date.empty()) page_.date = declared_date(attribute_of(list, "datetime"));
    if (is_block(name)) flush();
    if (name == "br" && !above.left_out) line_end();
    if ((name == "td" || name == "th") && !above.left_out) pending_ = true;
    levels_.push_back(std::move(here));
    if (const int heading = heading_level(name)) heading_ = heading;
  }

  void end(std::string_view name) {
    // The parser closes what it opened, in order; what it did not open closes nothing.
    if (levels_.empty() || levels_.back().name != name) return;
    if (is_block(name)) flush();
    if (name == "title") in_title_done_ = !page_title_.empty();
    levels_.pop_back();
  }

  void text(std::string_view bytes) {
    if (levels_.empty()) return add(bytes, false);
    const level &here = levels_.back();
    if (here.name == "title") {
      if (!in_title_done_ && !here.left_out) page_title_ += bytes;
      return;
    }
    if (!here.left_out && here.name != "head") add(bytes, here.pre);
  }

  markup finish() {
    flush();
    if (page_.title.empty()) page_.title = squeeze(page_title_);
    if (page_.date.empty()) page_.date = late_date_;
    return std::move(page_);
  }

  std::exception_ptr failure;
  htmlParserCtxt *parser = nullptr;  ///< to be stopped at a failure

 private:
  struct level {
    std::string name;
    bool left_out = false;
    bool main = false;
    bool pre = false;
  };

  void add(std::string_view bytes, bool pre) {
    main_ = main_ || (!levels_.empty() && levels_.back().main);
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t from = at;
      const char32_t c = next(bytes, at);
      if (pre && c == '\n') {
        line_end();
      } else if (c != 0x3000 && is_blank(c)) {
        pending_ = true;
      } else {
        if (pending_ && !block_.empty() && block_.back() != '\n') block_ += ' ';
        pending_ = false;
        block_.append(bytes.substr(from, at - from));
      }
    }
  }

  void line_end() {
    if (!block_.empty()) block_ += '\n';
    pending_ = false;
  }

  void flush() {
    const std::string_view text = trim(block_);
    if (!text.empty()) page_.blocks.push_back({std::string(text), heading_, main_});
    block_.clear();
    pending_ = main_ = false;
    heading_ = 0;
  }

  void take_meta(attributes list) {
    std::string name = lower(attribute_of(list, "name"));
    if (name.empty()) name = lower(attribute_of(list, "property"));
    if (name.empty()) name = lower(attribute_of(list, "itemprop"));
    const std::string_view content = attribute_of(list, "content");
    if (name.empty() || trim(content).empty()) return;
    if (name == "citation_title" || name == "dc.title" || name == "dcterms.title") {
      page_.title = squeeze(content);
      page_.exact_title = true;
    } else if (name == "og:title" && page_.title.empty()) {
      page_.title = squeeze(content);
    } else if (name == "author" || name == "citation_author" || name == "article:author" ||
               name == "dc.creator" || name == "dcterms.creator") {
      take_authors(content);
    } else if (name == "keywords" || name == "citation_keywords" || name == "article:tag") {
      for (std::string &one : declared_list(content)) page_.keywords.push_back(std::move(one));
    } else {
      take_date(name, content);
    }
  }

  void take_authors(std::string_view content) {
    if (content.find("://") != npos) return;
    for (std::string &one : declared_list(content))
      if (std::find(page_.authors.begin(), page_.authors.end(), one) == page_.authors.end())
        page_.authors.push_back(std::move(one));
  }

  void take_date(const std::string &name, std::string_view content) {
    static constexpr std::string_view published[] = {
        "article:published_time", "citation_publication_date", "citation_date", "dc.date",
        "dc.date.issued", "dcterms.issued", "dcterms.created", "datepublished", "pubdate",
        "publish_date", "date"};
    static constexpr std::string_view changed[] = {"article:modified_time", "last-modified",
                                                   "dcterms.modified", "datemodified"};
    if (std::find(std::begin(published), std::end(published), name) != std::end(published)) {
      if (page_.date.empty()) page_.date = declared_date(content);
    } else if (std::find(std::begin(changed), std::end(changed), name) != std::end(changed)) {
      if (late_date_.empty()) late_date_ = declared_date(content);
    }
  }

  markup page_;
  std::vector<level> levels_;
  std::string block_, page_title_, late_date_;
  bool pending_ = false;  ///< white space is waiting for what follows it
  bool main_ = false;
  bool in_title_done_ = false;
  int heading_ = 0;
};

/// Exceptions must not pass through the parser.
template <typename Work>
void guarded(void *data, const Work &work) {
  collector &page = *static_cast<collector *>(data);
  if (page.failure) return;
  try {
    work(page);
  } catch (...) {
    page.failure = std::current_exception();
    xmlStopParser(page.parser);
  }
}

std::string_view view(const xmlChar *text) { return reinterpret_cast<const char *>(text); }

void on_start(void *data, const xmlChar *name, const xmlChar **list) {
  guarded(data, [&](collector &page) {
    page.start(view(name), reinterpret_cast<attributes>(list));
  });
}

void on_end(void *data, const xmlChar *name) {
  guarded(data, [&](collector &page) { page.end(view(name)); });
}

void on_text(void *data, const xmlChar *text, int length) {
  guarded(data, [&](collector &page) {
    page.text({reinterpret_cast<const char *>(text), static_cast<std::size_t>(length)});
  });
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, declaration_bytes));
  if (head.compare(0, 5, "<?xml") == 0)
    if (std::string found = value_behind(head.substr(0, head.find("?>")), "encoding", 0);
        !found.empty())
      return found;
  for (std::size_t at = head.find("<meta"); at != npos; at = head.find("<meta", at + 1)) {
    const std::string tag = head.substr(at, head.find('>', at) - at + 1);
    if (std::string found = value_behind(tag, "charset", 0); !found.empty()) return found;
  }
  return {};
}

markup read_html(std::string_view text) {
  if (text.empty()) return {};
  collector page;
  static const bool ready = (xmlInitParser(), true);  // by one thread, before others parse
  static_cast<void>(ready);
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
      htmlCreateMemoryParserCtxt(text.data(), static_cast<int>(text.size())), &htmlFreeParserCtxt);
  if (!parser) throw std::bad_alloc();
  xmlSAXHandler events{};
  events.startElement = on_start;
  events.endElement = on_end;
  events.characters = events.ignorableWhitespace = events.cdataBlock = on_text;
  *parser->sax = events;
  parser->userData = &page;
  page.parser = parser.get();
  // The text is UTF-8 by now, whatever the page declares.
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                       HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser.get());
  if (page.failure) std::rethrow_exception(page.failure);
  markup result = page.finish();
  keep_main_blocks(result);
  return result;
}

}  // namespace libsearch::ingest
