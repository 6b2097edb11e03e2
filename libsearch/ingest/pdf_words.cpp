#include "ingest/pdf_words.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <memory>
#include <numeric>

#include <libxml/xmlreader.h>

#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t most_words = 20000;

double number_at(xmlTextReader *reader, const char *name) {
  const std::unique_ptr<xmlChar, void (*)(void *)> value(xmlTextReaderGetAttribute(reader, BAD_CAST name), xmlFree);
  // Not strtod(), which asks the locale for its decimal point.
  double result = 0;
  if (const auto *text = reinterpret_cast<const char *>(value.get())) std::from_chars(text, text + std::strlen(text), result);
  return result;
}

}  // namespace

std::vector<page_word> words_of_page(const std::string &bbox) {
  std::vector<page_word> words;
  const std::unique_ptr<xmlTextReader, decltype(&xmlFreeTextReader)> reader(
      xmlReaderForMemory(bbox.data(), static_cast<int>(bbox.size()), nullptr, "UTF-8",
                         XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
      &xmlFreeTextReader);
  if (!reader) return words;
  while (words.size() < most_words && xmlTextReaderRead(reader.get()) == 1) {
    if (xmlTextReaderNodeType(reader.get()) != XML_READER_TYPE_ELEMENT ||
        xmlStrcmp(xmlTextReaderConstLocalName(reader.get()), BAD_CAST "word") != 0)
      continue;
    page_word one;
    one.left = number_at(reader.get(), "xMin");
    one.right = number_at(reader.get(), "xMax");
    one.top = number_at(reader.get(), "yMin");
    one.bottom = number_at(reader.get(), "yMax");
    if (const std::unique_ptr<xmlChar, void (*)(void *)> text(xmlTextReaderReadString(reader.get()), xmlFree); text)
      one.text = reinterpret_cast<const char *>(text.get());
    if (!trim(one.text).empty() && one.height() > 0) words.push_back(std::move(one));
  }
  return words;
}

std::vector<std::vector<std::size_t>> rows_of(const std::vector<page_word> &words) {
  constexpr double near = 0.4;  // times the smaller letters' height
  std::vector<std::size_t> order(words.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return words[a].middle() < words[b].middle(); });
  std::vector<std::vector<std::size_t>> rows;
  for (const std::size_t i : order) {
    const page_word *first = rows.empty() ? nullptr : &words[rows.back().front()];
    if (!first || words[i].middle() - first->middle() >= near * std::min(first->height(), words[i].height())) rows.emplace_back();
    rows.back().push_back(i);
  }
  return rows;
}

/// A word of two letters or more from top to bottom.
static bool is_downward(const page_word &one) {
  constexpr double tall = 1.6;  // times as high as wide
  return one.height() > tall * (one.right - one.left) && columns(one.text) >= 4;
}

bool is_vertical(const std::vector<page_word> &words) {
  constexpr std::size_t fewest = 6;  // words
  std::size_t downward = 0, letters = 0, all = 0;
  for (const page_word &one : words) {
    all += one.text.size();
    if (is_downward(one)) letters += one.text.size(), ++downward;
  }
  return downward >= fewest && letters * 5 > all * 4;
}

void turn_lines(std::vector<page_word> &words) {
  double width = 0;
  for (const page_word &one : words) width = std::max(width, one.right);
  double below = width;  // the parts of a running head each on a line
  for (page_word &one : words) {
    if (is_downward(one) || (columns(one.text) <= 2 && is_cjk(first_character(one.text)))) {
      const page_word was = one;
      one.left = was.top;
      one.right = was.bottom;
      one.top = width - was.right;
      one.bottom = width - was.left;
    } else {
      const double height = one.height();
      one.top = below += 2 * height;
      one.bottom = one.top + height;
    }
  }
}

}  // namespace libsearch::ingest
