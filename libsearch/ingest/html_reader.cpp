#include "ingest/html_reader.hpp"

#include <exception>
#include <memory>
#include <new>
#include <optional>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "ingest/html_collector.hpp"
#include "ingest/page_blocks.hpp"
#include "ingest/page_column.hpp"
#include "ingest/page_dates.hpp"
#include "ingest/page_head.hpp"
#include "ingest/page_subtitle.hpp"
#include "ingest/page_title.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

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

/// What the parser's calls work on.
struct reading {
  html_collector page;
  std::exception_ptr failure;
  htmlParserCtxt *parser = nullptr;  ///< to be stopped at a failure
};

/// Exceptions must not pass through the parser.
template <typename Work>
void guarded(void *data, const Work &work) {
  reading &now = *static_cast<reading *>(data);
  if (now.failure) return;
  try {
    work(now.page);
  } catch (...) {
    now.failure = std::current_exception();
    xmlStopParser(now.parser);
  }
}

std::string_view view(const xmlChar *text) { return reinterpret_cast<const char *>(text); }

void on_start(void *data, const xmlChar *name, const xmlChar **list) {
  guarded(data, [&](html_collector &page) {
    page.start(view(name), reinterpret_cast<attributes>(list));
  });
}

void on_end(void *data, const xmlChar *name) {
  guarded(data, [&](html_collector &page) { page.end(view(name)); });
}

void on_text(void *data, const xmlChar *text, int length) {
  guarded(data, [&](html_collector &page) {
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

namespace {

/// The page as it stands, what it declares filled in.
markup read_elements(std::string_view text, std::optional<region_verdicts> &verdicts) {
  reading now;
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
  parser->userData = &now;
  now.parser = parser.get();
  // The text is UTF-8 by now, whatever the page declares.
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                       HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser.get());
  if (now.failure) std::rethrow_exception(now.failure);
  markup page = now.page.finish();
  verdicts.emplace(page);
  now.page.metadata().finish(page, [&](std::uint32_t region) { return !verdicts->is_furniture(region); });
  return page;
}

}  // namespace

namespace {

/// The lines of a PDF that pdftohtml made a page of, as one text with form feeds between its pages. Its outline is no part of it.
markup printed_text(const markup &page, const region_verdicts &verdicts) {
  markup made;
  text_block whole;
  whole.kind = block_kind::preformatted;
  std::uint32_t sheet = 0;
  for (const text_block &one : page.blocks) {
    if (verdicts.is_furniture(one.region)) continue;
    if (!whole.text.empty()) whole.text += one.sheet != sheet ? "\n\f" : "\n";
    sheet = one.sheet;
    whole.text += one.text;
  }
  made.regions.emplace_back();
  if (!whole.text.empty()) made.blocks.push_back(std::move(whole));
  return made;
}

}  // namespace

markup read_html(std::string_view text) {
  if (text.empty()) return {};
  std::optional<region_verdicts> verdicts;
  markup page = read_elements(text, verdicts);
  if (page.from_pdf) return printed_text(page, *verdicts);
  find_title(page, *verdicts);
  leave_column(page, *verdicts);
  take_subtitle(page, *verdicts);
  take_head_lines(page, *verdicts);
  take_series_of_title(page);
  take_dateline(page, *verdicts);
  take_change_date(page);
  keep_text_blocks(page, *verdicts);
  return page;
}

markup read_html_fragment(std::string_view text, const markup &declared) {
  if (text.empty()) return {};
  std::optional<region_verdicts> verdicts;
  markup page = read_elements(text, verdicts);
  const std::string &title = declared.title;
  page.title = title;
  page.subtitle = declared.subtitle;
  const icu::UnicodeString letters = comparable(title), whole_letters = comparable(whole_title(page));
  for (std::size_t i = 0; i < page.blocks.size() && page.title_block == npos; ++i) {
    const text_block &one = page.blocks[i];
    const icu::UnicodeString said = title.empty() || i >= 8 ? icu::UnicodeString() : comparable(one.text);
    if (title.empty() ? one.heading == 1 : !said.isEmpty() && (said == letters || said == whole_letters)) page.title_block = i;
  }
  if (page.title.empty() && page.title_block != npos) page.title = one_line(page.blocks[page.title_block].text);
  take_subtitle(page, *verdicts);
  drop_ways_through_site(page, *verdicts);
  take_head_lines(page, *verdicts);
  return page;
}

}  // namespace libsearch::ingest
