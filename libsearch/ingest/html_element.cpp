#include "ingest/html_element.hpp"

#include <set>
#include <string>

namespace libsearch::ingest {

namespace {

using names = std::set<std::string_view>;

/// Words that sites name their navigation with, as an id or a class.
bool is_navigation_word(std::string_view word) {
  static const names words = {
      "nav",      "navi",        "gnav",        "globalnav",  "global-nav", "navigation",
      "navbar",   "menu",        "breadcrumb",  "breadcrumbs", "topicpath", "sidebar",
      "footer",   "site-footer", "site-header", "pagetop",    "page-top",   "sns",
      "share",    "related",     "cookie",      "skip-link",  "pagination", "pager"};
  return words.count(word) > 0;
}

bool names_navigation(std::string_view value) {
  while (!value.empty()) {
    const std::size_t end = value.find_first_of(" \t\r\n");
    if (is_navigation_word(value.substr(0, end))) return true;
    if (end == std::string_view::npos) break;
    value.remove_prefix(end + 1);
  }
  return false;
}

bool is_hidden(attributes list) {
  for (attributes at = list; at && *at; at += 2)
    if (std::string_view(*at) == "hidden") return true;
  if (attribute_of(list, "aria-hidden") == "true") return true;
  std::string style;
  for (const char c : attribute_of(list, "style"))
    if (c != ' ') style += c;
  return style.find("display:none") != std::string::npos;
}

}  // namespace

std::string_view attribute_of(attributes list, std::string_view name) {
  for (attributes at = list; at && *at; at += 2)
    if (name == *at) return at[1] ? std::string_view(at[1]) : std::string_view();
  return {};
}

bool is_left_out(std::string_view element, attributes list, bool in_main) {
  static const names always = {"script", "style",  "noscript", "template", "svg",    "math",
                               "iframe", "object", "canvas",   "video",    "audio",  "select",
                               "button", "input",  "textarea", "label",    "nav",    "aside",
                               "rt",     "rp",     "rtc",      "menu",     "dialog", "datalist"};
  static const names roles = {"navigation", "banner", "contentinfo", "search", "complementary"};
  if (always.count(element) > 0) return true;
  if (!list && !(element == "header" || element == "footer")) return false;
  if (is_hidden(list)) return true;
  if (roles.count(attribute_of(list, "role")) > 0) return true;
  if (in_main) return false;
  if (element == "header" || element == "footer") return true;
  // A page that is all "menu" at its top is a page, not a menu.
  if (element == "body" || element == "html" || is_main(element, list)) return false;
  return names_navigation(attribute_of(list, "id")) || names_navigation(attribute_of(list, "class"));
}

bool is_main(std::string_view element, attributes list) {
  return element == "main" || element == "article" || attribute_of(list, "role") == "main" ||
         attribute_of(list, "itemprop") == "articleBody";
}

bool is_block(std::string_view element) {
  static const names blocks = {
      "address", "article", "aside",   "blockquote", "body",    "center",     "dd",     "details",
      "dir",     "div",     "dl",      "dt",         "fieldset", "figcaption", "figure", "footer",
      "form",    "h1",      "h2",      "h3",         "h4",      "h5",         "h6",     "header",
      "hr",      "html",    "legend",  "li",         "main",    "nav",        "ol",     "p",
      "pre",     "section", "summary", "table",      "tbody",   "tfoot",      "thead",  "tr",
      "ul",      "caption", "option",  "frameset"};
  return blocks.count(element) > 0;
}

int heading_level(std::string_view element) {
  return element.size() == 2 && element[0] == 'h' && element[1] >= '1' && element[1] <= '6'
             ? element[1] - '0'
             : 0;
}

}  // namespace libsearch::ingest
