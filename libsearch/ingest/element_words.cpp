#include "ingest/element_words.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

namespace libsearch::ingest {

namespace {

using word_set = std::unordered_set<std::string_view>;

const word_set &strong_words() {
  static const word_set it = {
      // ways through the site
      "nav", "navi", "gnav", "gnavi", "gn", "globalnav", "globalnavi", "localnav", "localnavi", "lnav", "lnavi", "snav", "subnav",
      "sitenav", "mainnav", "topnav", "sidenav", "footernav", "navigation", "navbar", "navlinks", "menu", "gmenu", "menubar",
      "sidemenu", "megamenu", "dropdown", "hamburger", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "topicpath", "topicspath",
      "pankuzu", "sidebar", "sidecolumn", "skip", "skiplink", "skiplinks", "skipnav", "jump", "pagination", "paginate", "pager", "pagers",
      "pagenavi", "pagenation", "pagelink", "pagelinks", "prevnext", "nextprev", "postnav", "pagetop", "totop", "topagetop", "backtotop",
      "backtop", "gotop", "scrolltop", "gototop", "sitemap", "langswitch", "languageswitcher", "backlink", "tocnav",
      // other texts
      "related", "relatedposts", "relatedpost", "relatedarticles", "relatedlinks", "relatedentry", "recommend", "recommended", "recommends",
      "yarpp", "outbrain", "taboola", "zergnet", "readmore", "readnext", "morefrom", "moreon", "morestories", "morenews", "alsoread", "seealso",
      "ranking", "rankings", "rank", "popular", "popularposts", "trending", "mostread", "mostviewed", "recent", "recentposts", "recententries",
      "latestposts", "newposts", "pickup", "blogroll", "archivelist", "backnumber", "backnumbers", "tagcloud", "tags", "taglist", "taglinks",
      "posttags", "entrytags", "catlinks", "postlabels", "categorylist", "followers",
      // between reader and site
      "sns", "snsutil", "share", "shares", "sharing", "shareit", "sharethis", "sharebar", "sharebutton", "sharebuttons", "addthis", "addtoany",
      "social", "socials", "socialmedia", "bookmark", "bookmarks", "tweet", "cookie", "cookies", "cookiebar", "consent", "gdpr", "newsletter",
      "newsletters", "mailmag", "mailmagazine", "merumaga", "subscribe", "subscription", "signup", "signin", "login", "paywall", "regwall",
      "search", "searchbox", "searchform", "toolbar", "fontsize", "fsize", "textsize", "metrics", "altmetric", "altmetrics", "feedback",
      "enquete", "survey", "modal", "popup", "overlay", "lightbox", "dialog", "toast", "offcanvas", "donate", "donation", "cta",
      // advertising and the rest
      "ad", "ads", "adsense", "adslot", "adbox", "adspace", "adunit", "advert", "adverts", "advertisement", "sponsored", "promo",
      "promos", "promotion", "promoted", "banner", "banners", "bnr", "bnrs", "widget", "widgets", "footer", "sitefooter", "pagefooter",
      "globalfooter", "gfooter", "colophon", "copyright", "copyrights", "siteinfo", "trackback", "trackbacks", "pingback", "pingbacks"};
  return it;
}

const word_set &weak_words() {
  static const word_set it = {
      "header", "siteheader", "pageheader", "globalheader", "masthead", "hd", "head", "topbar", "bottombar", "foot", "ft", "side", "sub", "secondary",
      "contentssub", "subcontents", "subcolumn", "aside", "logo", "sitelogo", "sitename", "sitetitle", "branding", "util", "utility", "utilities",
      "category", "categories", "cat", "cats", "archive", "archives", "labels", "tag", "lang", "language", "languages", "tools",
      "tool", "actions", "buttons", "button", "btn", "btns", "links", "noprint", "follow", "contact", "inquiry", "toiawase", "download",
      "downloads", "print", "calendar", "rss", "feed", "feeds", "screenreader", "sronly", "visuallyhidden", "leftpane", "paneleft", "rightpane",
      "paneright", "leftcolumn", "rightcolumn", "leftcol", "rightcol", "colleft", "colright", "leftside", "rightside", "leftbar", "rightbar",
      "leftnavi", "bottom", "info"};
  return it;
}

const word_set &comment_words() {
  static const word_set it = {"comment", "comments", "commentlist", "commentarea", "cmt", "cmts", "respond", "disqus", "replies", "guestbook",
                              "responses", "usercomments", "commentform"};
  return it;
}

/// Parts of a text whose names hold words of furniture.
const word_set &text_words() {
  static const word_set it = {
      "footnote", "footnotes", "endnote", "endnotes", "note", "notes", "reference", "references", "bibliography", "caption", "figcaption",
      "abstract", "subtitle", "subttl", "subhead", "subheading", "lead", "lede", "byline", "author", "authors", "relatedwork", "relatedworks",
      "relatedresearch", "relatedliterature", "profile", "interview", "body", "sidenote", "sidenotes", "marginnote", "pullquote", "entryheader",
      "articleheader", "articlehead", "postheader", "entrymeta", "postmeta", "articlemeta", "date", "entrycontent", "postcontent", "articlecontent", "maincontent", "maincontents"};
  return it;
}

/// What stands alone as an id: the names of the parts of many old pages.
const word_set &exact_ids() {
  static const word_set it = {"left", "right", "top", "bottom", "bar", "box", "sd", "nv", "fd", "ext"};
  return it;
}

/// The words of a name, in lower case: "RelatedArticles", "post__share-list", "box1".
void add_words(std::string_view name, std::vector<std::string> &words) {
  constexpr std::size_t most = 64, longest = 40;
  std::string word;
  const auto close = [&] {
    if (!word.empty() && word.size() <= longest && words.size() < most) words.push_back(word);
    word.clear();
  };
  bool lower = false;
  for (const char c : name.substr(0, 1000)) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (!upper && !(c >= 'a' && c <= 'z')) {
      close();
      if (c == ' ' || c == '\n' || c == '\t') words.emplace_back();  // a pair does not reach over it
      lower = false;
      continue;
    }
    if (upper && lower) close();
    word += upper ? static_cast<char>(c - 'A' + 'a') : c;
    lower = !upper;
  }
  close();
  words.emplace_back();
}

bool any_in(const std::vector<std::string> &words, const word_set &set) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].empty()) continue;
    if (set.count(words[i]) > 0) return true;
    if (i + 1 < words.size() && !words[i + 1].empty() && set.count(words[i] + words[i + 1]) > 0) return true;
  }
  return false;
}

furniture_evidence evidence_of(const std::vector<std::string> &words, std::string_view id, bool headed) {
  static const word_set own_footers = {"entryfooter", "postfooter", "articlefooter"};
  // "comments-body" is of comments, "author-comment" of the author.
  if (!words.empty() && comment_words().count(words[0]) > 0) return furniture_evidence::comments;
  if (any_in(words, text_words())) return furniture_evidence::none;
  if (any_in(words, own_footers)) return furniture_evidence::weak;
  if (any_in(words, comment_words())) return furniture_evidence::comments;
  if (any_in(words, strong_words())) return furniture_evidence::strong;
  if (!headed && (any_in(words, weak_words()) || exact_ids().count(id) > 0)) return furniture_evidence::weak;
  return furniture_evidence::none;
}

furniture_evidence evidence_of_element(std::string_view element, attributes list, bool in_main) {
  static const word_set roles = {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu",
                                 "menubar", "toolbar", "tablist", "alert"};
  if (list && is_hidden(list)) return furniture_evidence::hidden;
  if (element == "nav" || element == "dialog" || element == "search") return furniture_evidence::strong;
  const std::string_view role = attribute_of(list, "role");
  if (role == "banner") return furniture_evidence::weak;
  if (roles.count(role) > 0) return furniture_evidence::strong;
  if (element == "footer" && !in_main) return furniture_evidence::strong;
  if (element == "footer" || element == "aside" || element == "header" || element == "menu") return furniture_evidence::weak;
  return furniture_evidence::none;
}

element_meaning mark_of(std::string_view element, attributes list, const std::vector<std::string> &words) {
  static const word_set authors = {"author", "authors", "byline", "writer", "writers", "authorname", "authornames", "postauthor", "postedby", "byauthor",
                                   "chosha", "shippitsu", "contributor", "contributors", "creator", "dccreator", "hissha"};
  static const word_set no_author = {"about", "bio", "box", "info", "comment", "comments", "avatar", "img", "image", "photo", "link", "links", "list",
                                     "profile", "social", "desc", "description", "title", "role", "more", "date", "section", "area", "block"};
  static const word_set changed = {"updated", "modified", "lastupdated", "lastmodified", "update", "koushin"};
  static const word_set published = {"published", "pubdate", "postdate", "entrydate", "articledate", "publishdate", "publishedat", "postedon", "dateline",
                                     "timestamp", "dateheader", "publicationdate", "releasedate"};
  element_meaning made;
  const std::string_view property = attribute_of(list, "itemprop"), relation = attribute_of(list, "rel");
  // Themes mark the link to their own top page so: <a class="site-title" rel=author>.
  const bool of_site = relation == "author" && (any_in(words, {"sitetitle", "sitename", "logo", "brand", "branding"}));
  if (of_site) return made;
  if (property == "author" || property == "creator" || relation == "author") {
    made.mark = element_mark::author;
    made.strong_mark = true;
  } else if (property == "datePublished" || property == "dateCreated") {
    made.mark = element_mark::published;
    made.strong_mark = true;
  } else if (property == "dateModified") {
    made.mark = element_mark::changed;
  } else if (any_in(words, authors) && !any_in(words, no_author)) {
    made.mark = element_mark::author;
  } else if (any_in(words, changed)) {
    made.mark = element_mark::changed;
  } else if (any_in(words, published) || element == "time") {
    made.mark = element_mark::published;
  }
  return made;
}

/// article-sub, lead_sub: a line below another. "sub" alone may be anything of less weight, or a column at the side.
bool names_line_below(const std::vector<std::string> &words) {
  static const word_set others = {"info", "meta", "date", "data", "nav", "menu", "column", "col", "content", "contents", "area", "item", "list", "link", "links", "header", "footer"};
  if (any_in(words, others)) return false;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == "sub" && ((i > 0 && !words[i - 1].empty()) || (i + 1 < words.size() && !words[i + 1].empty()))) return true;
  return false;
}

}  // namespace

element_meaning meaning_of(std::string_view element, attributes list, bool in_main) {
  static const word_set titles = {"title", "ttl", "headline", "heading", "posttitle", "entrytitle", "articletitle", "pagetitle", "midashi", "tit", "coltitle",
                                  "columntitle", "newstitle", "kijititle", "storytitle", "itemtitle", "contenttitle", "doctitle", "maintitle", "reporttitle", "newsttl", "mainttl", "maintit"};
  static const word_set numbers = {"sectionnumber", "headersectionnumber", "secno", "secnum", "sectnum"};
  static const word_set no_titles = {"site", "blog", "sub", "subtitle", "related", "widget", "menu", "section", "comments", "author", "line", "job", "block", "card", "side", "nav", "navi", "ranking"};
  static const word_set subtitles = {"subtitle", "subtitles", "subttl", "subtitl", "fukudai", "standfirst", "strapline", "dek", "deck", "lead", "lede", "subheadline", "postdescription", "articledescription"};
  static const word_set no_subtitles = {"site", "blog", "related", "widget", "menu", "section", "comments", "author"};
  static const word_set lines = {"p", "span", "small", "h2", "h3", "h4"};
  static const word_set widths = {"sp", "pc", "sponly", "pconly", "spnone", "pcnone", "mobile", "desktop", "visible", "hidden", "smp", "tb", "xs", "md"};
  element_meaning made;
  const bool custom = is_custom(element);
  if (!list && !custom) {
    made.furniture = evidence_of_element(element, list, in_main);
    if (element == "time") made.mark = element_mark::published;
    made.subtitle = element == "hgroup";
    return made;
  }
  const std::string_view id = attribute_of(list, "id"), classes = attribute_of(list, "class");
  std::vector<std::string> words;
  if (custom) add_words(element, words);  // <share-bar>, <site-footer>
  if (!classes.empty()) add_words(classes, words);
  made = mark_of(element, list, words);
  made.title = any_in(words, titles) && !any_in(words, no_titles);
  const bool named_subtitle = any_in(words, subtitles) || (lines.count(element) > 0 && names_line_below(words));
  made.subtitle = element == "hgroup" || (named_subtitle && !any_in(words, no_subtitles));
  made.number = classes.find("sec") != std::string_view::npos && any_in(words, numbers);
  // <span class=date-year> is a part of one.
  made.apart = element == "span" && any_in(words, {"date", "time", "readtime", "readingtime"}) && !any_in(words, {"year", "month", "day"});
  made.only_narrow = element == "br" && any_in(words, widths);
  made.furniture = evidence_of_element(element, list, in_main);
  // A page that is all "menu" at its top is a page, not a menu; the id of a heading is made of its words.
  const bool exempt = element == "body" || element == "html" || heading_level(element) > 0 || is_main(element, list);
  if (exempt || made.furniture >= furniture_evidence::strong) return made;
  const bool section = element == "section";
  std::vector<std::string> id_words;
  if (!id.empty()) add_words(id, id_words);
  // The id of a section is often made of its heading: only a single word is a name that somebody gave.
  if (!section || id_words.size() <= 2) words.insert(words.end(), id_words.begin(), id_words.end());
  made.furniture = std::max(made.furniture, evidence_of(words, id, made.title || made.subtitle || made.mark != element_mark::none));
  return made;
}

}  // namespace libsearch::ingest
