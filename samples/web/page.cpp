#include "page.hpp"

#include <algorithm>

#include "facets.hpp"

namespace {

std::string link(const view &v, const std::string &html, const std::string &attributes = "") {
  return "<a href=\"" + escaped(link_to(v)) + "\"" + attributes + ">" + html + "</a>";
}

/// The head of each page and the form, which works without the script.
std::string opening(const std::string &title, const view &v) {
  std::string html =
      "<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" + escaped(title) + "</title>\n"
      "<link rel=\"stylesheet\" href=\"/style.css\">\n<link rel=\"icon\" href=\"data:,\">\n"
      "<script src=\"/script.js\" defer></script>\n</head>\n<body>\n"
      "<header><div>\n<a class=\"name\" href=\"/\">文庫</a>\n<form action=\"/\" role=\"search\">\n"
      "<div class=\"field\"><input type=\"search\" name=\"q\" id=\"q\" value=\"" + escaped(v.query) +
      "\" maxlength=\"200\" placeholder=\"ことばを入れてください\" aria-label=\"検索語\" autocomplete=\"off\" "
      "autocapitalize=\"none\" spellcheck=\"false\"></div>\n";
  for (const libsearch::filter &f : v.filters)
    html += "<input type=\"hidden\" name=\"" + f.field + "\" value=\"" + escaped(f.value) + "\">\n";
  if (!v.sort.empty()) html += "<input type=\"hidden\" name=\"sort\" value=\"" + v.sort + "\">\n";
  return html + "<button>検索</button>\n</form>\n</div></header>\n<main id=\"content\">\n";
}

const char *const closing = "</main>\n</body>\n</html>\n";

std::string byline(const std::vector<std::string> &authors, const std::string &date) {
  std::string html;
  for (const std::string &author : authors) html += (html.empty() ? "" : "、") + escaped(author);
  if (!date.empty()) html += (html.empty() ? "" : "　") + ("<time>" + escaped(date) + "</time>");
  return html;
}

std::string topics(const std::vector<std::string> &all) {
  std::string html;
  for (const std::string &topic : all) {
    view only;
    only.filters = {{"topic", topic}};
    html += " " + link(only, label(topic));
  }
  return html.empty() ? "" : "<span class=\"topics\">" + html + "</span>";
}

std::string document_link(const std::string &id, const std::string &query) {
  return escaped("/document?id=" + percent_encoded(id) + "&q=" + percent_encoded(query));
}

std::string hit_html(const libsearch::hit &hit, const std::string &query) {
  libsearch::snippet title;
  title.text = hit.title.empty() ? hit.id : hit.title;
  if (!hit.title.empty()) title.marks = hit.title_marks;
  return "<article><h3><a href=\"" + document_link(hit.id, query) + "\">" + to_html(title) + "</a></h3>\n<p class=\"by\">" +
         byline(hit.authors, hit.date) + "</p>\n<p class=\"snippet\">" + (hit.snippet.cut_before ? "…" : "") +
         to_html(hit.snippet) + (hit.snippet.cut_behind ? "…" : "") + "</p>\n" + topics(hit.topics) + "</article>\n";
}

/// What is chosen, each with a cross to drop it.
std::string chips(const view &v) {
  if (v.filters.empty()) return "";
  std::string html = "<p class=\"chips\">";
  for (const libsearch::filter &f : v.filters)
    html += link(toggled(v, f.field, f.value), label(f.value) + "<span aria-label=\"を外す\">×</span>");
  view none = v;
  none.filters.clear();
  none.page = 1;
  return html + link(none, "すべて外す", " class=\"all\"") + "</p>\n";
}

std::string orders(const view &v) {
  std::string html = "<nav class=\"orders\" aria-label=\"並べ方\">";
  for (const auto &[sort, name] : {std::pair{"", "関連順"}, {"-date", "新しい順"}, {"date", "古い順"}}) {
    view other = v;
    other.sort = sort;
    other.page = 1;
    html += link(other, name, v.sort == sort ? " aria-current=\"true\"" : "");
  }
  return html + "</nav>";
}

std::string notices(const view &v, const libsearch::search_results &results) {
  std::string html;
  if (results.matched == "words" || results.matched == "relaxed")
    html += "<p class=\"notice\">そのままの並びでは見つからないので、語をゆるく合わせました。</p>\n";
  for (const libsearch::diagnostic &d : results.diagnostics) html += "<p class=\"notice\">" + escaped(d.message) + "</p>\n";
  if (!results.suggestions.empty()) {
    html += "<p class=\"notice\">もしかして";
    for (const std::string &suggestion : results.suggestions) {
      view other = v;
      other.query = suggestion;
      other.page = 1;
      html += " " + link(other, escaped(suggestion));
    }
    html += "</p>\n";
  }
  if (results.hits.empty())
    html += "<p class=\"empty\">見つかりませんでした。" + std::string(v.filters.empty() ? "短いことばや別の書き方を試してください。" : "絞り込みを外すと見つかるかもしれません。") + "</p>\n";
  return html;
}

std::string pages(const view &v, const libsearch::search_results &results) {
  const std::size_t last = std::min((results.total.value + hits_per_page - 1) / hits_per_page, most_pages);
  if (last < 2) return "";
  const auto to = [&](std::size_t page, const std::string &text, const std::string &attributes = "") {
    view other = v;
    other.page = page;
    return link(other, text, attributes);
  };
  std::string html = "<nav class=\"pages\" aria-label=\"ページ\">";
  if (v.page > 1) html += to(v.page - 1, "前へ", " rel=\"prev\"");
  const std::size_t from = v.page > 3 ? v.page - 3 : 1;
  for (std::size_t page = from; page <= std::min(last, from + 6); ++page)
    html += to(page, std::to_string(page), page == v.page ? " aria-current=\"page\"" : "");
  if (v.page < last) html += to(v.page + 1, "次へ", " rel=\"next\"");
  return html + "</nav>\n";
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string html;
  for (const char c : text) switch (c) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '"': html += "&quot;"; break;
      case '\'': html += "&#39;"; break;
      default: html += c;
    }
  return html;
}

std::string search_page(const view &v, const libsearch::search_results &results) {
  const std::string count = std::to_string(results.total.value) +
                            (results.total.relation == libsearch::total_relation::eq ? "件" : "件以上");
  std::string html = opening(v.query.empty() ? "文庫" : v.query + " - 文庫", v);
  html += "<input type=\"checkbox\" id=\"narrow\"><div class=\"bar\"><p class=\"count\" role=\"status\">" + count +
          "</p><label for=\"narrow\">絞り込み</label>" + orders(v) + "</div>\n<aside aria-label=\"絞り込み\">\n" +
          facets_html(v, results) + "</aside>\n<div class=\"hits\">\n" + chips(v) + notices(v, results);
  for (const libsearch::hit &hit : results.hits) html += hit_html(hit, v.query);
  return html + pages(v, results) + "</div>\n" + closing;
}

std::string document_page(const libsearch::document &document, const std::string &query, const std::string &marked_body,
                          const libsearch::search_results *similar) {
  view v;
  v.query = query;
  std::string html = opening((document.title.empty() ? document.id : document.title) + " - 文庫", v);
  html += "<article class=\"whole\"><h1>" + escaped(document.title.empty() ? document.id : document.title) +
          "</h1>\n<p class=\"by\">" + byline(document.authors, document.date) + "</p>\n" + topics(document.all_topics()) +
          "<div class=\"body\">" + marked_body + "</div></article>\n";
  if (similar && !similar->hits.empty()) {
    html += "<section class=\"similar\"><h2>似た文書</h2><ul>\n";
    for (const libsearch::hit &hit : similar->hits)
      html += "<li><a href=\"" + document_link(hit.id, query) + "\">" + escaped(hit.title.empty() ? hit.id : hit.title) +
              "</a><span class=\"by\">" + byline(hit.authors, hit.date) + "</span></li>\n";
    html += "</ul></section>\n";
  }
  return html + closing;
}

std::string error_page(std::string_view message, std::string_view hint) {
  return opening("文庫", {}) + "<p class=\"empty\">" + escaped(message) + "<br>" + escaped(hint) + "</p>\n" + closing;
}
