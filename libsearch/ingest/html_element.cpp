#include "ingest/html_element.hpp"

#include <cstdlib>
#include <set>
#include <string>

namespace libsearch::ingest {

namespace {

using names = std::set<std::string_view>;

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\n' && c != '\t') out += c;
  return out;
}

}  // namespace

std::string_view attribute_of(attributes list, std::string_view name) {
  for (attributes at = list; at && *at; at += 2)
    if (name == *at) return at[1] ? std::string_view(at[1]) : std::string_view();
  return {};
}

bool is_hidden(attributes list) {
  for (attributes at = list; at && *at; at += 2)
    if (std::string_view(*at) == "hidden")
      return !at[1] || std::string_view(at[1]) != "until-found";
  if (attribute_of(list, "aria-hidden") == "true") return true;
  const std::string_view style = attribute_of(list, "style");
  return !style.empty() && without_blanks(style).find("display:none") != std::string::npos;
}

bool is_left_out(std::string_view element) {
  static const names always = {"script", "style",  "noscript", "template", "svg",    "math",
                               "iframe", "object", "canvas",   "video",    "audio",  "select",
                               "button", "input",  "textarea", "label",    "rt",     "rp",
                               "rtc",    "datalist"};
  return always.count(element) > 0;
}

bool is_main(std::string_view element, attributes list) {
  return element == "main" || element == "article" || attribute_of(list, "role") == "main" ||
         attribute_of(list, "role") == "article" || attribute_of(list, "itemprop") == "articleBody";
}

bool is_block(std::string_view element) {
  static const names blocks = {
      "address", "article", "aside",   "blockquote", "body",    "center",     "dd",     "details",
      "dir",     "div",     "dl",      "dt",         "fieldset", "figcaption", "figure", "footer",
      "form",    "h1",      "h2",      "h3",         "h4",      "h5",         "h6",     "header",
      "hr",      "html",    "legend",  "li",         "main",    "nav",        "ol",     "p",
      "pre",     "section", "summary", "table",      "tbody",   "tfoot",      "thead",  "tr",
      "ul",      "caption", "option",  "frameset",   "menu",    "dialog",     "xmp",    "listing",
      "search",  "hgroup"};
  return blocks.count(element) > 0;
}

bool is_custom(std::string_view element) { return element.find('-') != std::string_view::npos && element.find(':') == std::string_view::npos; }

bool holds_a_line(std::string_view element) {
  static const names lines = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "dt", "span", "a", "b", "i", "em", "strong", "font", "u", "sup", "sub", "caption", "figcaption", "summary"};
  return lines.count(element) > 0;
}

block_kind kind_of(std::string_view element, block_kind outside) {
  if (element == "li") return block_kind::item;
  if (element == "tr") return block_kind::row;
  if (element == "dt") return block_kind::term;
  if (element == "dd") return block_kind::definition;
  if (element == "pre" || element == "xmp" || element == "listing") return block_kind::preformatted;
  if (element == "caption" || element == "figcaption") return block_kind::caption;
  if (element == "div" && outside == block_kind::row) return block_kind::paragraph;  // a cell that lays out the page
  if (element == "p" || element == "table" || element == "center") return block_kind::paragraph;
  return outside;
}

int heading_level(std::string_view element) {
  return element.size() == 2 && element[0] == 'h' && element[1] >= '1' && element[1] <= '6'
             ? element[1] - '0'
             : 0;
}

bool is_large(std::string_view element, attributes list) {
  if (element == "big") return true;
  if (element == "font") {
    const std::string size(attribute_of(list, "size"));
    if (size.empty()) return false;
    return size[0] == '+' ? std::atoi(size.c_str() + 1) >= 1 : std::atoi(size.c_str()) >= 4;
  }
  const std::string_view declared = attribute_of(list, "style");
  if (declared.find("font-size") == std::string_view::npos) return false;
  const std::string style = without_blanks(declared);
  const std::size_t at = style.find("font-size:");
  if (at == std::string::npos) return false;
  const std::string size = style.substr(at + 10, style.find(';', at) - at - 10);
  if (size == "x-large" || size == "xx-large") return true;
  char *unit = nullptr;
  const double number = std::strtod(size.c_str(), &unit);
  const std::string_view in = unit ? unit : "";
  return (in == "pt" && number >= 14) || (in == "px" && number >= 19) || (in == "em" && number >= 1.3) ||
         (in == "rem" && number >= 1.3) || (in == "%" && number >= 130);
}

bool is_small(std::string_view element, attributes list) {
  if (element == "small") return true;
  if (element != "font") return false;
  const std::string_view size = attribute_of(list, "size");
  return !size.empty() && (size[0] == '-' || size[0] == '1' || size[0] == '2');
}

}  // namespace libsearch::ingest
