#include "ingest/page_head.hpp"

#include <algorithm>
#include <optional>

#include "ingest/author_line.hpp"
#include "ingest/dates.hpp"
#include "ingest/declared_people.hpp"
#include "ingest/furniture_phrases.hpp"
#include "ingest/names.hpp"
#include "ingest/page_dates.hpp"
#include "ingest/page_head_line.hpp"
#include "ingest/pattern.hpp"
#include "ingest/series_line.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t lines_above = 12, lines_below = 20;  // blocks that are looked at
constexpr std::size_t longest_line = 200;                  // bytes of a byline below the text

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> result;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (std::string line = squeeze(text.substr(0, end)); !line.empty()) result.push_back(std::move(line));
    text.remove_prefix(end == npos ? text.size() : end + 1);
  }
  return result;
}

/// 港湾局総務課: who is responsible, beside the title; an organisation there may be the site.
bool is_unit(const icu::UnicodeString &line) {
  static const pattern it(u"[\\p{Han}\\p{Katakana}ー・ ]{1,20}(?:課|係|室|班)");
  return it.matches(line) && is_organisation(line);
}

/// 第87号　2003年6月20日発行　発行部数 2,140; 季刊 港 第48巻第2号 2013年9月25日発行
bool is_issue_and_date(const icu::UnicodeString &line) {
  static const pattern it(u"(?:第|通巻|No\\.?|Vol\\.?) ?[0-9]{1,5} ?号?[ ,(].{6,60}", letter_case::any);
  static const pattern named(u"[^。]{2,30}(?:第|通巻|No\\.?|Vol\\.?) ?[0-9]{1,5}[^。]{6,40}[0-9日] ?(?:発行|刊行)", letter_case::any);
  const bool may_be = begins_with_any(line, u"第通nNvV") || line.endsWith(u"行");
  return may_be && (it.matches(line) || named.matches(line)) && is_publication_line(line) && find_date(line);
}

class head_taker {
 public:
  head_taker(markup &page, const region_verdicts &verdicts) : page_(page), verdicts_(verdicts), kept_(page.blocks.size(), true) {}

  void run() {
    const std::size_t title = page_.title_block;
    std::size_t below = title == npos ? 0 : title + 1, prose = 0;
    for (const std::size_t end = std::min(page_.blocks.size(), below + lines_below); below < end && prose < 2; ++below) {
      if (is_prose(at(below))) {
        // "6:10 p.m." ends like a sentence.
        const bool lines = at(below).text.size() <= 400 && at(below).text.find('\n') != npos && !verdicts_.is_furniture(at(below).region);
        if (!lines || !take(below, true)) ++prose;
        continue;
      }
      if (verdicts_.is_furniture(at(below).region)) continue;
      if (take(below, prose > 0)) continue;
      if (at(below).heading > 0) break;
    }
    // A date or a series above the title; of the rest what is sure to be an author.
    if (title != npos)
      for (std::size_t i = title; i-- > 0 && title - i <= lines_above;) {
        if (is_prose(at(i))) break;
        if (!verdicts_.is_furniture(at(i).region)) take(i, true);
      }
    if (!has_author()) take_below_text();
    take_end_of_text();
    if (!has_author()) take_introduction();
    drop_repeated_names();
    if (!received_.empty() && !has_date()) page_.head.push_back(received_);
    if (!event_.empty() && !has_shown_date()) page_.head.push_back(event_);
    weigh_change();
    keep_blocks(page_, kept_);
  }

 private:
  const text_block &at(std::size_t i) const { return page_.blocks[i]; }

  bool has_author() const {
    const bool declared = std::any_of(page_.authors.begin(), page_.authors.end(), [&](const author &one) { return !is_junk_author(one.name, page_.sites); });
    return declared || std::any_of(page_.head.begin(), page_.head.end(), [](const std::string &line) { return !authors_in(line).empty(); });
  }

  bool has_shown_date() const {
    return std::any_of(page_.head.begin(), page_.head.end(), [](const std::string &line) { return find_date(fold(line)).has_value(); });
  }

  bool has_date() const { return !page_.date.empty() || has_shown_date(); }

  /// (2003年9月、青海 太郎), "First printed in the Society's Journal, No. 61, April 1999" behind the last paragraph.
  void take_end_of_text() {
    constexpr std::size_t most = 8, most_with_links = 40;
    for (std::size_t i = page_.blocks.size(), seen = 0; i-- > 0 && seen < most && page_.blocks.size() - i < most_with_links && !is_prose(at(i)) && i != page_.title_block;) {
      const text_block &one = at(i);
      if (is_of_links(one)) continue;
      ++seen;
      if (!kept_[i] || one.heading > 0 || one.text.size() > longest_line || verdicts_.is_furniture(one.region)) continue;
      const icu::UnicodeString line = fold(one.text);
      if (const auto both = has_author() ? std::vector<std::string>() : lines_of_dated_signature(line); !both.empty()) {
        page_.head.push_back(both[0]);
        if (!has_date()) page_.head.push_back(both[1]);
        kept_[i] = false;
      } else if (const auto date = date_of_first_printing(line); date && !has_date()) {
        page_.head.push_back(*date);  // where the text is from stays below it
      } else if (const auto day = date_of_publication(line); day && !has_date()) {
        page_.head.push_back(*day);
        kept_[i] = false;
      }
    }
  }

  /// 青海太郎*・白浜花子** below the title, and 青海 太郎 in a list: the line whose names are not parted goes.
  void drop_repeated_names() {
    const auto has_blank = [](const author &who) { return who.name.find(' ') != npos; };
    std::vector<icu::UnicodeString> parted;
    for (const std::string &line : page_.head)
      for (const author &who : authors_in(line))
        if (has_blank(who)) parted.push_back(comparable(who.name));
    if (parted.empty()) return;
    const auto is_repeated = [&](const std::string &line) {
      const std::vector<author> people = authors_in(line);
      return !people.empty() && !find_date(fold(line)) && std::all_of(people.begin(), people.end(), [&](const author &who) {
        return !has_blank(who) && std::find(parted.begin(), parted.end(), comparable(who.name)) != parted.end();
      });
    };
    page_.head.erase(std::remove_if(page_.head.begin(), page_.head.end(), is_repeated), page_.head.end());
  }

  /// <dd>青海 太郎<dd>白浜 花子: the other people behind the first of a list.
  void take_more_people(std::size_t i) {
    constexpr std::size_t most = 30, longest = 120;
    for (const std::size_t end = std::min(page_.blocks.size(), i + most); i < end && at(i).kind == block_kind::definition && at(i).text.size() <= longest; ++i) {
      const auto found = head_lines_of("著者: " + one_line(at(i).text));
      if (found.empty() || authors_in(found[0]).empty()) return;
      page_.head.push_back(found[0]);
      kept_[i] = false;
    }
  }

  /// "投稿者 帆村 渡 : 2006年03月01日", "(聞き手・構成：青海 太郎)" behind the last paragraph of those before the readers' comments.
  void take_below_text() {
    static const pattern posted(u"(?:投稿者|書いた人|posted by|written by|文責|\\(?(?:聞き手|取材|構成|文|執筆|記録)(?:[・/、と＋](?:聞き手|取材|構成|文|執筆|写真|撮影|編集)){1,3}(?=[:/])|\\((?:聞き手|取材|執筆|記録|まとめ)(?=[:/])|\\((?:文|[^()・ ]{0,4}(?:記者|委員長?|主幹))(?=・)) ?[:・]? ?.{2,120}", letter_case::any);
    constexpr int most = 3;  // lines that begin so without being a byline
    std::size_t prose = npos;
    int tried = 0;
    for (std::size_t i = 0; i < page_.blocks.size() && tried < most; ++i) {
      const text_block &one = at(i);
      if (is_prose(one) && prose == npos) prose = i;
      if (prose == npos || one.text.size() > longest_line || verdicts_.is_furniture(one.region) || !posted.matches(fold(one.text))) continue;
      ++tried;
      for (std::size_t k = prose; k < i; ++k)
        if (at(k).text.size() <= longest_line && (is_comment_heading(fold(at(k).text)) || is_furniture_heading(fold(at(k).text)))) return;
      if (take(i, true)) return;
    }
  }

  static std::string joined_lines(const std::string &text) {
    std::string all;
    for (const std::string &line : lines_of(text)) all += (all.empty() ? "" : "、") + line;
    return all;
  }

  /// Authors, and below it a list: Jane Doe<br>Chief Economist.
  bool take_list_below(std::size_t i) {
    constexpr std::size_t longest = 48, most = 12;
    if (at(i).text.size() > longest || !heads_authors(fold(at(i).text))) return false;
    std::vector<std::string> found;
    std::string place;
    std::size_t end = i + 1;
    for (; end < page_.blocks.size() && end - i <= most && at(end).kind == block_kind::item; ++end) {
      const std::vector<std::string> lines = lines_of(at(end).text);
      if (lines.empty() || lines.size() > 2) return false;
      const auto read = read_author_line(fold("著者: " + lines[0]), {});
      if (!read || read->authors.size() != 1) return false;
      found.push_back("著者: " + lines[0]);
      if (lines.size() > 1) place = lines[1];
    }
    if (found.empty()) return false;
    if (found.size() == 1 && !place.empty()) found.push_back("所属: " + place);
    add(found);
    std::fill(kept_.begin() + static_cast<std::ptrdiff_t>(i), kept_.begin() + static_cast<std::ptrdiff_t>(end), false);
    return true;
  }

  /// <div>公開日</div><div>2021.07.20</div>
  bool take_labelled_date(std::size_t i) {
    constexpr std::size_t longest = 60;
    if (i + 1 >= page_.blocks.size() || at(i + 1).text.size() > longest || !is_label_of_date(fold(at(i).text))) return false;
    const auto date = date_line(fold(at(i + 1).text));
    if (!date) return false;
    if (!take_change(fold(at(i).text + ": " + at(i + 1).text))) add({*date});
    kept_[i] = kept_[i + 1] = false;
    return true;
  }

  /// 「市長の青海 太郎です。」 at the beginning of the text.
  void take_introduction() {
    static const pattern it(u"(?:[^。]{0,24}[。、!] ?)?(?:[\\p{Han}\\p{Katakana}ー]{0,10})(?:市長|町長|村長|区長|知事|校長|園長|院長|館長|所長|会長|理事長|学長|社長|代表)の ?([\\p{Han}々ヶ]{1,4} [\\p{Han}\\p{Hiragana}\\p{Katakana}々]{1,4})です。.*");
    constexpr std::size_t longest = 240;
    for (const text_block &one : page_.blocks) {
      if (!is_prose(one) || verdicts_.is_furniture(one.region)) continue;
      const auto match = it.match(fold(one.text.substr(0, longest)));
      if (match && is_plain_japanese_name(split_words(match->groups[1]))) page_.head.push_back("著者: " + to_utf8(match->groups[1]));
      return;
    }
  }

  /// `only_sure`: two words that may be a name are none here.
  bool take(std::size_t i, bool only_sure) {
    const text_block &one = at(i);
    if (!kept_[i] || one.text.size() > 600 || one.kind == block_kind::preformatted || one.kind == block_kind::caption) return false;
    std::vector<std::string> lines = lines_of(one.text);
    if (lines.empty() || lines.size() > 6) return false;
    // <dt>著者<dd>青海 太郎
    if (one.kind == block_kind::term && lines.size() == 1 && i + 1 < page_.blocks.size() && at(i + 1).kind == block_kind::definition) {
      const std::string &said = at(i + 1).text;
      static const pattern position(u"(?:(?:主任|主席|上席|客員)?(?:研究員|調査員)|エコノミスト|アナリスト)s? ?:?");
      if (position.matches(fold(lines[0]))) lines[0] = "著者";
      if (const auto date = labels_receipt(fold(lines[0])) ? find_date(fold(said)) : std::nullopt; date && said.size() <= 60) {
        received_ = date->date;
        kept_[i] = kept_[i + 1] = false;
        return true;
      }
      auto found = head_lines_of(lines[0] + ": " + one_line(said));
      // <dd>青海 太郎<br>白浜 花子
      if (said.find('\n') != npos)
        if (auto people = head_lines_of(lines[0] + ": " + joined_lines(said)); !people.empty()) found = std::move(people);
      const bool change = take_change(fold(lines[0] + ": " + said)) || take_event(fold(lines[0] + ": " + one_line(said)));
      if (!change && found.empty()) return false;
      const bool more = !change && i + 2 < page_.blocks.size() && at(i + 2).kind == block_kind::definition && !authors_in(found[0]).empty();
      if (more) found.resize(1);  // where one of them works is not where all do
      if (!change) add(found);
      kept_[i] = kept_[i + 1] = false;
      if (more) take_more_people(i + 2);
      return true;
    }
    if (lines.size() == 1 && (take_list_below(i) || take_labelled_date(i))) return true;
    // <dt>Venue<dd>Harbour Hall
    if (one.kind == block_kind::definition && i > 0 && at(i - 1).kind == block_kind::term && is_other_label(fold(at(i - 1).text + ": " + lines[0]))) return false;
    // Headings of parts are words that may be names, but a byline is one of its kind; so are lines with a line drawn below.
    only_sure = only_sure || (one.heading > 0 && has_equal(i)) || (lines.size() > 1 && is_rule(fold(lines[1])));
    std::vector<std::string> found, rest;
    std::size_t changes = 0;
    for (std::string &line : lines) {
      if (take_change(fold(line)) || take_event(fold(line))) {
        ++changes;
        continue;
      }
      const auto known = head_lines_of(line);
      const bool doubtful = only_sure || (is_of_links(one) && !is_beside_date(i));
      if (known.empty() || (doubtful && !is_sure(known))) {
        rest.push_back(std::move(line));
      } else {
        found.insert(found.end(), known.begin(), known.end());
      }
    }
    if (found.empty() && changes == 0) return false;
    // Most of the block is such lines, or it is text that begins so.
    if (rest.size() > found.size() + changes) return false;
    add(found);
    if (rest.empty()) {
      kept_[i] = false;
      return true;
    }
    std::string left;
    for (const std::string &line : rest) left += (left.empty() ? "" : "\n") + line;
    page_.blocks[i].text = left;
    return true;
  }

  /// 更新日：2023年12月1日　ページ番号：1007742: the day of a change, less than any other.
  bool take_change(icu::UnicodeString line) {
    static const pattern number(u"(.*[0-9日]) (?:ページ(?:番号|id)|id|記事番号)[ :].{1,20}", letter_case::any);
    if (const auto match = number.match(line)) line = match->groups[1];
    const auto date = date_of_change(line);
    if (!date || find_date(icu::UnicodeString(line, find_date(line)->end))) return false;
    change_ = *date;
    return true;
  }

  /// 開催日：2014年9月18日: the day of what the text reports, less than the day when it came out.
  bool take_event(const icu::UnicodeString &line) {
    const auto date = date_of_event(line);
    if (!date) return false;
    if (event_.empty()) event_ = *date;
    return true;
  }

  /// A day that is shown, and not as that of a change, goes before one that is declared and shown as such.
  void weigh_change() {
    if (change_.empty()) return;
    const bool other = std::any_of(page_.head.begin(), page_.head.end(), [&](const std::string &line) {
      const auto date = find_date(fold(line));
      return date && date->date < change_;
    });
    if (other && page_.date == change_) page_.date.clear();
    if (!other && page_.date.empty() && page_.address_date.empty()) page_.head.push_back(change_);
  }

  /// A link to a person's page stands beside the date.
  bool is_beside_date(std::size_t i) const {
    const auto is_date = [&](std::size_t k) { return k < page_.blocks.size() && at(k).text.size() <= 60 && wordy_date(fold(at(k).text)).has_value(); };
    return is_date(i + 1) || (i > 0 && i - 1 != page_.title_block && is_date(i - 1));
  }

  bool has_equal(std::size_t i) const {
    for (std::size_t k = 0; k < page_.blocks.size(); ++k)
      if (k != i && k != page_.title_block && at(k).heading == at(i).heading) return true;
    return false;
  }

  static bool is_sure(const std::vector<std::string> &lines) {
    return std::all_of(lines.begin(), lines.end(), [](const std::string &line) {
      const icu::UnicodeString text = fold(line);
      if (date_line(text) || series_line(text) || is_unit(text) || is_issue_and_date(text)) return true;
      const auto read = read_author_line(text, {});
      return read && !read->authors.empty() && read->strong;
    });
  }

  void add(const std::vector<std::string> &lines) {
    static constexpr std::string_view place = "所属: ";
    for (const std::string &line : lines) {
      // The head's reader stops at a place that it does not know as one.
      const std::string_view name = std::string_view(line).substr(std::min(line.size(), place.size()));
      if (line.rfind(place, 0) != 0 || read_author_line(fold(name), {}))
        page_.head.push_back(line);
      else if (page_.affiliation.empty())
        page_.affiliation = name;
    }
  }

  markup &page_;
  const region_verdicts &verdicts_;
  std::vector<bool> kept_;
  std::string received_;  ///< the day when the text came in
  std::string event_;     ///< the day of what the text reports
  std::string change_;  ///< the day of a change that the page shows
};

}  // namespace

/// "第5回　網を干す場所" without the number, as it is written.
static std::string without_number(const std::string &title) {
  static const pattern before(u"[(（<＜【\\[［〔]?(?:連載)?第[ 　]?[0-9０-９]{1,4}[ 　]?回[)）>＞】\\]］〕]?[ 　:：/／]*(.{2,})");
  static const pattern behind(u"(.{2,}?)[ 　]*[(（<＜【\\[［〔]?第[ 　]?[0-9０-９]{1,4}[ 　]?回[)）>＞】\\]］〕]?");
  const icu::UnicodeString whole = icu::UnicodeString::fromUTF8(title);
  for (const pattern *one : {&before, &behind})
    if (const auto match = one->match(whole)) return to_utf8(match->groups[1]);
  return title;
}

void take_series_of_title(markup &page) {
  static const pattern named(u"[<【\\[〔]?(?:連載|シリーズ|コラム|リレー(?:連載|エッセ[イー]))(?:[】\\]〕>]|コラム|エッセ[イー])? ?[:/]? ?[「『\"“](.{1,40})[」』\"”][>】\\]〕]?");
  static const pattern plain(u"[<【\\[〔]?(?:連載|シリーズ)[】\\]〕>]?(?: ?[:/] ?| |(?<=[】\\]〕>]))([^「『\"“。]{2,30})");
  static const pattern numbered(u"[(<【\\[〔]?(?:連載)?第 ?([0-9]{1,4}) ?回(?:[)>】\\]〕].*|[ :/].*)?|.* [(<【\\[〔]?第 ?([0-9]{1,4}) ?回[)>】\\]〕]?");
  if (page.title_block == npos || !page.series.empty() || page.title.size() > 600) return;
  const auto number = numbered.match(fold(page.title));
  if (!number) return;
  std::vector<bool> kept(page.blocks.size(), true);
  const std::size_t from = page.title_block > 6 ? page.title_block - 6 : 0, to = std::min(page.blocks.size(), page.title_block + 6);
  for (std::size_t i = from; i < to; ++i) {
    const text_block &one = page.blocks[i];
    if (i == page.title_block || one.text.size() > 200) continue;
    const icu::UnicodeString line = fold(one.text);
    auto match = named.match(line);
    if (!match && !is_furniture_phrase(line) && !is_way_through_site(line) && i < page.title_block) match = plain.match(line);
    if (!match) continue;
    page.series = to_utf8(match->groups[1]);
    page.number = to_utf8(number->groups[number->groups[1].isEmpty() ? 2 : 1]);
    page.title = without_number(page.title);
    kept[i] = false;
    return keep_blocks(page, kept);
  }
}

void take_head_lines(markup &page, const region_verdicts &verdicts) { head_taker(page, verdicts).run(); }

}  // namespace libsearch::ingest
