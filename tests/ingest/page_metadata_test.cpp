#include "ingest/page_metadata.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "page_support.hpp"

namespace {

libsearch::document declared(const std::string &head, const std::string &body = {}) {
  return test::page_document("<head><title>t</title>" + head + "</head><body><h1>潮の値段</h1>" + body + "<p>" + test::sentence + "</p>");
}

}  // namespace

TEST_CASE("page_metadata: the forms of a declaration") {
  struct row {
    const char *head, *authors, *date;
  };
  for (const row &one : {row{"<meta name=author content='青海 太郎'><meta name=date content='2024-11-04'>", "青海 太郎", "2024-11-04"},
                         row{"<meta name=citation_author content='Doe, Jane'><meta name=citation_author content='Smith, John'>"
                             "<meta name=citation_publication_date content='2015/03/31'>", "Jane Doe|John Smith", "2015-03-31"},
                         row{"<meta name=DC.creator content='砂川, 実'><meta name=DC.date content='2015-03'>", "砂川 実", "2015-03"},
                         row{"<meta property='article:author' content='https://x.example/a'>"
                             "<meta property='article:published_time' content='2023-02-18T12:03:44+09:00'>", "", "2023-02-18"},
                         row{"<meta name=citation_author content='野島, 健'><meta name=citation_author content='Nojima, Ken'>"
                             "<meta name=citation_author content='能代, ゆうか'><meta name=citation_author content='Noshiro, Yuka'>", "野島 健|能代 ゆうか", ""},
                         row{"<meta name=citation_author content='野島, 健'><meta name=citation_author content='Smith, John'>", "野島 健|John Smith", ""},
                         row{"<meta name=citation_author content='野島, 健'><meta name=citation_author content='Doe, Jane'>", "野島 健|Jane Doe", ""},
                         row{"<meta name=author content=admin><meta name=date content=never>", "", ""}}) {
    CAPTURE(std::string(one.head));
    const libsearch::document found = declared(one.head);
    CHECK(test::joined_names(found.authors) == one.authors);
    CHECK(found.date == one.date);
  }
}

TEST_CASE("page_metadata: an institution belongs to the author before it") {
  const libsearch::document found = declared("<meta name=citation_author content='Ingrid Sollan'><meta name=citation_author_institution content='Lake University'>");
  CHECK(found.attribute("affiliation") == "Lake University");
}

TEST_CASE("page_metadata: marked elements, where nothing is declared; those of other texts say nothing") {
  const libsearch::document found = declared("", "<p class=byline>By Ida Brook</p><time datetime='2009-06-09'>Tuesday</time>");
  CHECK(test::joined_names(found.authors) == "Ida Brook");
  CHECK(found.date == "2009-06-09");
  const libsearch::document other = declared("", "<div class=related><span class=author>Ida Brook</span><time datetime='2009-06-09'>x</time></div>");
  CHECK(other.authors.empty());
  CHECK(other.date.empty());
  const std::string person = "<p><span itemprop=author>Ida Brook</span></p>";
  CHECK(test::joined_names(declared("", "<div><a class=site-title rel=author href=/>Low Flow</a></div>" + person).authors) == "Ida Brook");
  CHECK(test::joined_names(declared("", "<div><a class=fn rel=author href=/i>Tobias Vane</a></div>").authors) == "Tobias Vane");
}

TEST_CASE("page_metadata: the card of the author, where there is one") {
  const std::string card = "<div class=author-card><div><strong>帆村 渡</strong><br><span>港湾経済学者、海都大学准教授</span></div></div>";
  CHECK(test::joined_names(declared("", card).authors) == "帆村 渡");
  CHECK(test::joined_names(declared("", "<div class='head__creator'><div class=name><a href=/r>森下ゆかり</a></div><div class=date>2023年5月28日 21:14</div></div>").authors) == "森下ゆかり");
  const std::string text = "<h1>潮の値段</h1>" + test::repeated("<p>" + test::sentence + "</p>", 3);
  CHECK(test::joined_names(test::page_document(card + text).authors) == "帆村 渡");
  CHECK(test::page_document(text + "<div class=related>" + card + "</div>" + text).authors.empty());
  CHECK(declared("", "<div class=author-card>執筆者<br>港の長さを計る人々</div>").authors.empty());
  CHECK(declared("", "<div class=author-card>港の長さ<br>百間</div>").authors.empty());
}

TEST_CASE("page_metadata: declarations without end cost no more than some hundred do") {
  std::string head, list;
  for (int i = 0; i < 20000; ++i) {
    const std::string number = std::to_string(i);
    head += "<meta name=citation_author content='Doe, Jane" + number + "'><meta name=keywords content='k" + number + "'><meta property=og:site_name content='s" + number + "'>";
    list += "{\"name\":\"Jane Doe" + number + "\"},";
  }
  const auto start = std::chrono::steady_clock::now();
  const libsearch::document found = declared(head + "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":[" + list + "]}</script>");
  CHECK(found.authors.size() == 500);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

TEST_CASE("page_metadata: a name declared in Latin letters that the page shows in kanji") {
  const auto authors = [](const std::string &title, const std::string &declared, const std::string &shown) {
    return test::joined_names(test::page_document("<title>" + title + "</title><meta name=author content='" + declared + "'><body><h1>" + title + "</h1><div class=author>" + shown + "</div><p>" + test::sentence + "</p>").authors);
  };
  CHECK(authors("潮の値段", "Miho Shirahama", "白浜 美帆") == "白浜 美帆");
  CHECK(authors("潮の値段", "Ellen Smith", "白浜 美帆") == "Ellen Smith");
  CHECK(authors("The Price of Tides", "Miho Shirahama", "白浜 美帆") == "Miho Shirahama");
}
