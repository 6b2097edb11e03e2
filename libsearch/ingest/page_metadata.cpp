#include "ingest/page_metadata.hpp"

#include <algorithm>

#include "ingest/declared_people.hpp"
#include "ingest/names.hpp"
#include "ingest/page_dates.hpp"
#include "ingest/page_head_line.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t most_marked = 200;
constexpr std::size_t longest_title = 2000;  // bytes; what is longer is no title
constexpr std::size_t longest_byline = 200;
constexpr std::size_t most_people = 500, most_keywords = 500, most_sites = 20, most_articles = 20;

std::string lower(std::string_view text) {
  std::string result(text);
  for (char &c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

bool in(const std::string &name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_universal(std::string_view time) {
  time = trim(time);
  return time.size() > 11 && time[10] == 'T' && (time.back() == 'Z' || time.substr(time.size() - 6) == "+00:00");
}

void add_once(std::vector<author> &people, author one) {
  if (one.name.empty() || people.size() >= most_people) return;
  for (author &known : people)
    if (comparable(known.name) == comparable(one.name)) {
      if (known.affiliation.empty()) known.affiliation = one.affiliation;
      return;
    }
  people.push_back(std::move(one));
}

/// 野島 健, 沢田 唯, Ken Nojima, Yui Sawada: repositories declare each name in both scripts. One of each may be two people.
void drop_other_script(std::vector<author> &people) {
  const auto is_romanized = [](const author &one) { return is_romanized_name(fold(one.name)); };
  const auto count = std::count_if(people.begin(), people.end(), is_romanized);
  const auto japanese = std::count_if(people.begin(), people.end(), [](const author &one) { return is_japanese_name(split_words(fold(one.name))); });
  if (count < 2 || count != japanese || static_cast<std::size_t>(count + japanese) != people.size()) return;
  people.erase(std::remove_if(people.begin(), people.end(), is_romanized), people.end());
}

}  // namespace

void page_metadata::take_author(source from, std::string_view content) {
  if (authors_[from].size() >= most_people) return;
  if (from == citation) {
    // Each element is one person; some sites put all into one.
    if (content.find(';') == npos) return add_once(authors_[from], declared_person(content));
  } else if (from == dublin_core) {
    const author one = declared_person(content);
    if (declared_people(content).size() <= 1) return add_once(authors_[from], one);
  }
  for (author &one : declared_people(content)) add_once(authors_[from], std::move(one));
}

void page_metadata::take_date(source from, std::string_view content) {
  if (!dates_[from].empty()) return;
  dates_[from] = declared_date(content);
  universal_[from] = is_universal(content);
}

void page_metadata::take_meta(attributes list) {
  std::string name = lower(attribute_of(list, "name"));
  if (name.empty()) name = lower(attribute_of(list, "property"));
  if (name.empty()) name = lower(attribute_of(list, "itemprop"));
  const std::string_view content = attribute_of(list, "content");
  if (name.empty() || trim(content).empty()) return;
  std::replace(name.begin(), name.end(), '_', '.');
  const std::string value = squeeze(content);
  const auto title = [&](source from) {
    if (titles_[from].empty() && value.size() <= longest_title) titles_[from] = value;
  };
  if (in(name, {"citation.title"})) return title(citation);
  if (in(name, {"dc.title", "dcterms.title"})) return title(dublin_core);
  if (name == "generator") {
    from_pdf_ = from_pdf_ || lower(value).find("pdftohtml") != npos || lower(value).find("pdf2htmlex") != npos;
    return;
  }
  if (in(name, {"og:url"})) {
    if (address_date_.empty()) address_date_ = date_of_address(value);
    return;
  }
  if (in(name, {"og:title"})) return title(open_graph);
  if (in(name, {"twitter:title", "title", "headline"})) return title(plain);
  if (in(name, {"citation.author", "citation.authors"})) return take_author(citation, content);
  if (in(name, {"citation.author.institution", "citation.author.affiliation"})) {
    // It follows the author whose it is.
    if (!authors_[citation].empty() && authors_[citation].back().affiliation.empty()) authors_[citation].back().affiliation = value;
    return;
  }
  if (in(name, {"dc.creator", "dcterms.creator", "dc.creator.personalname"})) return take_author(dublin_core, content);
  if (in(name, {"article:author", "og:article:author"})) return take_author(open_graph, content);
  if (in(name, {"author", "authors", "creator", "byl", "parsely-author", "sailthru.author", "dcsext.author"})) return take_author(plain, content);
  if (in(name, {"citation.publication.date", "citation.date", "citation.online.date", "citation.cover.date"})) return take_date(citation, content);
  if (in(name, {"dc.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date.created"}))
    return take_date(dublin_core, content);
  if (in(name, {"article:published.time", "og:published.time", "og:article:published.time", "article:published"})) return take_date(open_graph, content);
  if (in(name, {"datepublished", "pubdate", "publish.date", "publishdate", "publication.date", "date", "parsely-pub-date", "sailthru.date",
                "article.date.original", "creation.date", "originalpublicationdate", "ptime"}))
    return take_date(plain, content);
  if (in(name, {"article:modified.time", "og:updated.time", "last-modified", "dcterms.modified", "dc.date.modified", "datemodified", "lastmod"})) {
    if (changed_.empty()) changed_ = declared_date(content);
    return;
  }
  const auto keep = [&](std::string &field) {
    if (field.empty() && value.size() <= longest_byline) field = value;
  };
  if (in(name, {"citation.volume"})) return keep(volume_);
  if (in(name, {"citation.issue", "citation.technical.report.number"})) return keep(issue_);
  if (in(name, {"citation.journal.title", "citation.series.title"})) keep(journal_);
  if (in(name, {"og:site.name", "application-name", "dc.publisher", "citation.publisher", "citation.journal.title", "publisher"})) {
    if (sites_.size() < most_sites && value.size() <= longest_title) sites_.push_back(value);
    return;
  }
  if (in(name, {"keywords", "citation.keywords", "article:tag", "news.keywords"}) && keywords_.size() < most_keywords)
    for (std::string &one : declared_list(content))
      if (keywords_.size() < most_keywords && known_keywords_.insert(one).second) keywords_.push_back(std::move(one));
}

void page_metadata::take_link(attributes list) {
  if (address_date_.empty() && attribute_of(list, "rel") == "canonical") address_date_ = date_of_address(attribute_of(list, "href"));
}

void page_metadata::take_json_ld(std::string_view text) {
  if (articles_.size() >= most_articles) return;
  for (linked_article &one : read_json_ld(text)) articles_.push_back(std::move(one));
}

void page_metadata::take_marked(const element_meaning &meaning, std::string_view text, std::uint32_t region) {
  const std::string value = squeeze(text);
  if (value.empty() || value.size() > longest_byline || marked_.size() >= most_marked) return;
  const std::string_view lines = trim(text);
  const std::size_t end = lines.find('\n');
  marked_.push_back({meaning, value, end == npos ? std::string() : squeeze(lines.substr(0, end)), region});
}

/// A class promises little: the words must read as names.
static void add_names(std::vector<author> &people, const std::string &text, const std::vector<std::string> &sites) {
  const icu::UnicodeString line = fold(text);
  if (const auto read = authors_in(text); !read.empty()) {
    for (const author &who : read)
      if (!is_junk_author(who.name, sites)) add_once(people, who);
  } else if (is_latin_name(line) || is_japanese_name(split_words(line))) {
    if (!is_junk_author(text, sites)) add_once(people, {to_utf8(line), {}});
  }
}

void page_metadata::take_marked_authors(markup &page, const std::function<bool(std::uint32_t)> &is_text) const {
  for (const bool strong : {true, false}) {
    std::vector<author> people;
    for (const marked_text &one : marked_)
      if (one.meaning.mark == element_mark::author && one.meaning.strong_mark == strong && is_text(one.region)) add_names(people, one.text, page.sites);
    if (!people.empty()) {
      page.authors = std::move(people);
      return;
    }
  }
}

/// Miho KANZAKI is declared where the page shows 神崎 美帆: a name as its bearer writes it.
void page_metadata::take_shown_letters(markup &page, const std::function<bool(std::uint32_t)> &is_text) const {
  const auto is_romanized = [](const author &one) { return is_romanized_name(fold(one.name)); };
  if (page.authors.empty() || !has_cjk(fold(page.page_title)) || !std::all_of(page.authors.begin(), page.authors.end(), is_romanized)) return;
  markup shown;
  shown.sites = page.sites;
  take_marked_authors(shown, is_text);
  const auto is_japanese = [](const author &one) { return is_japanese_name(split_words(fold(one.name))); };
  if (shown.authors.size() == page.authors.size() && std::all_of(shown.authors.begin(), shown.authors.end(), is_japanese)) page.authors = std::move(shown.authors);
}

/// <div class=author-card><b>青海 太郎</b><br>農業経済学者</div>, where one person alone has such a card.
void page_metadata::take_card(markup &page, const std::function<bool(std::uint32_t)> &is_text) const {
  std::vector<author> people;
  for (const marked_text &one : marked_)
    if (one.meaning.mark == element_mark::author && !one.first.empty() && !heads_authors(fold(one.first)) && is_text(one.region)) add_names(people, one.first, page.sites);
  if (people.size() == 1) page.authors = std::move(people);
}

void page_metadata::finish(markup &page, const std::function<bool(std::uint32_t)> &is_text) {
  // The first article is the page's own; others are in lists of what else there is.
  const auto own = std::find_if(articles_.begin(), articles_.end(), [](const auto &one) { return one.article; });
  const linked_article *article = own != articles_.end() ? &*own : articles_.empty() ? nullptr : &articles_.front();
  if (article) {
    titles_[linked_data] = article->headline;
    authors_[linked_data] = article->authors;
    dates_[linked_data] = declared_date(article->published);
    universal_[linked_data] = is_universal(article->published);
    if (!article->changed.empty() && changed_.empty()) changed_ = declared_date(article->changed);
    if (!article->site.empty()) sites_.push_back(article->site);
    if (keywords_.empty()) keywords_ = article->keywords;
  }
  page.from_pdf = from_pdf_;
  if (from_pdf_) return;  // the file's information, which says less than its text
  page.series = journal_;
  page.number = issue_.empty() ? volume_ : issue_;
  page.sites = std::move(sites_);
  page.keywords = std::move(keywords_);
  page.change_date = changed_;
  page.address_date = address_date_;
  for (const source from : {citation, dublin_core, linked_data, open_graph, plain})
    if (!titles_[from].empty()) page.names.push_back(titles_[from]);
  page.exact_title = !titles_[citation].empty() || !titles_[dublin_core].empty();
  for (std::size_t from = 0; from < sources; ++from) {
    if (page.authors.empty())
      for (author &one : authors_[from])
        if (!is_junk_author(one.name, page.sites)) add_once(page.authors, std::move(one));
    if (page.date.empty() && !dates_[from].empty()) {
      page.date = dates_[from];
      page.universal_time = universal_[from];
    }
  }
  drop_other_script(page.authors);
  take_shown_letters(page, is_text);
  if (page.authors.empty()) take_marked_authors(page, is_text);
  if (page.authors.empty()) take_card(page, is_text);
  for (const marked_text &one : marked_) {
    if (one.meaning.mark == element_mark::author || !is_text(one.region)) continue;
    const std::string date = declared_date(one.text);
    if (one.meaning.mark == element_mark::published && page.date.empty() && !date.empty()) {
      page.date = date;
      page.universal_time = is_universal(one.text);
    }
    if (one.meaning.mark == element_mark::changed && page.change_date.empty()) page.change_date = date;
  }
}

}  // namespace libsearch::ingest
