#include "ingest/head_fields.hpp"

#include <algorithm>

#include "ingest/dates.hpp"
#include "ingest/names.hpp"
#include "ingest/pattern.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

const std::optional<author_line> &head_fields::author_at(std::size_t i) const {
  static const std::optional<author_line> none;
  if (!exists(i) || at(i).text.size() > 600 || is_genre_at(i)) return none;
  // "... Shifting the Heating Time of / Residential Water Heaters"
  static const pattern breaks_off(u".* (?:of|the|in|on|for|to|with|from)");
  if (directly(i) && !has_cjk(folded(i)) && !has_cjk(folded(i - 1)) && at(i - 1).width >= 40 && breaks_off.matches(folded(i - 1))) return none;
  // Each line is asked about by itself and by its neighbours.
  const auto [known, fresh] = author_lines_.try_emplace({i, organisation_});
  if (!fresh) return known->second;
  if (is_section_label(folded(i)) || says_where(folded(i))) return known->second;
  // 会長 白浜 花子 殿: to whom it is written
  if (ends_with_any(folded(i), u"殿様") && is_addressee(folded(i))) return known->second;
  if ((known->second = labelled_affiliation(folded(i)))) return known->second;
  if (goes_on_below(i)) {
    const bool torn = folded(i).endsWith(u"・") || (has_cjk(folded(i)) && (folded(i + 1).length() <= 2 || folded(i + 1).endsWith(u")")));
    known->second = read_author_line(without_date(folded(i) + (torn ? u"" : u" ") + folded(i + 1)), organisation_);
    if (known->second) known->second->lines = 2;
  }
  // "KUSANAGI Tomoe            Daniel HARGREAVE"
  if (!known->second && at(i).blanks && !has_cjk(folded(i))) known->second = names_in_columns(i);
  if (!known->second) known->second = read_author_line(without_date(folded(i)), organisation_, is_below_byline(i));
  // 毛 利　恭 平*       Nguyễn Thị Lan       喜多村　　勲
  if (!known->second && at(i).blanks && has_cjk(folded(i))) known->second = names_in_columns(i);
  return known->second;
}

std::optional<author_line> head_fields::names_in_columns(std::size_t i) const {
  if (!has_cjk(folded(i))) return names_in_columns(i, 8);
  // Kanji that are set apart stand closer than five columns, most of them.
  auto found = names_in_columns(i, 5);
  return found ? found : names_in_columns(i, 4);
}

std::optional<author_line> head_fields::names_in_columns(std::size_t i, std::size_t gap) const {
  const bool japanese = has_cjk(folded(i));
  const auto parts = cells(i, gap);
  if (parts.size() < 2) return std::nullopt;
  icu::UnicodeString names;
  for (const std::string_view part : parts) names += (names.isEmpty() ? u"" : japanese ? u"、" : u", ") + fold(without_letter_spacing(part));
  auto found = read_author_line(names, organisation_);
  return found && found->authors.size() == parts.size() ? found : std::nullopt;
}

bool head_fields::goes_on_below(std::size_t i) const {
  if (!directly(i + 1)) return false;
  const icu::UnicodeString &line = folded(i), &below = folded(i + 1);
  if (ends_with_any(line, u"、・,;&/")) return true;
  // 外国法事務弁護士(イングランド / 及びウェールズ)
  if (line.length() <= 40 && line.lastIndexOf(u'(') > line.lastIndexOf(u')') && below.length() <= 20 && below.indexOf(u')') >= 0) return true;
  // 資源機構ロンドン事務 / 所
  if (below.length() <= 2 && is_han(below[0]) && has_cjk(line)) return true;
  for (const char16_t *word : {u" and", u" of", u" for", u" the"})
    if (line.endsWith(word)) return true;
  for (const char16_t *word : {u"of ", u"for ", u"and ", u"& "})
    if (below.startsWith(word)) return true;
  return false;
}

bool head_fields::is_author_at(std::size_t i) const {
  const auto &found = author_at(i);
  return found && !found->authors.empty();
}

bool head_fields::is_strong_author_at(std::size_t i) const {
  const auto &found = author_at(i);
  return found && found->strong && !found->authors.empty();
}

std::optional<author_line> head_fields::labelled_affiliation(const icu::UnicodeString &line) {
  const auto said = labelled_line_of(line);
  if (!said || said->label != head_label::affiliation) return std::nullopt;
  author_line result;
  result.affiliation = result.organisation = to_utf8(said->value);
  result.labelled = result.strong = true;
  return result;
}

/// What stands before a number that a wide gap sets apart; "" where none does.
static std::string_view without_page_number_apart(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0 && text[start - 1] >= '0' && text[start - 1] <= '9') --start;
  const std::string_view left = trim(text.substr(0, start));
  const bool apart = start < text.size() && text.size() - start <= 3 && start >= left.size() + 3;
  return apart ? left : std::string_view();
}

const head_fields::known_series &head_fields::known_series_at(std::size_t i) const {
  // Each line is asked about by itself and by those above it.
  const auto [known, fresh] = series_.try_emplace(i);
  if (fresh) {
    icu::UnicodeString bare = without_date(folded(i));
    // (東海電源研究所「研究所だより」第58号 2022年9月)
    if (bare.startsWith(u"(") && bare.endsWith(u")")) bare = icu::UnicodeString(bare, 1, bare.length() - 2).trim();
    known->second.entry = series_line(bare);
    known->second.beside_date = known->second.entry.has_value();
    if (!known->second.entry && bare != folded(i)) known->second.entry = series_line(folded(i));
    // Zuiun Review No. 77                    8
    if (!known->second.entry && at(i).blanks && bare == folded(i))
      if (const std::string_view left = without_page_number_apart(at(i).text); !left.empty()) known->second.entry = series_line(fold(left));
  }
  return known->second;
}

const std::optional<series_entry> &head_fields::series_at(std::size_t i) const { return known_series_at(i).entry; }

bool head_fields::take_series(std::size_t i) {
  const known_series &found = known_series_at(i);
  if (!found.entry) return false;
  if (found.beside_date) note_date_in(i);
  // "Issue 14" below SPECIAL BULLETIN
  if (!found.entry->series.empty()) head_.series = found.entry->series;
  head_.number = found.entry->number;
  take(i);
  return true;
}

/// [yamazato:00471] Re: 診療所のある村, 【地域づくりメール】第213号 祭りの寄付: what lists and answers put before a subject.
static icu::UnicodeString without_list_tag(const icu::UnicodeString &subject) {
  static const pattern it(u"(?:\\[[^\\]]{2,30}[:# ] ?[0-9]+\\] ?|【[^】]{2,30}】 ?(?:第 ?[0-9]+ ?号|(?:Vol|No)\\.? ?[0-9]+) ?|(?:Re|Fwd?|FW|転送) ?: ?)+(.+)", letter_case::any);
  const auto match = it.match(subject);
  return match ? match->groups[1] : subject;
}

/// 演題:「灯台と海」
static icu::UnicodeString without_quotes(const icu::UnicodeString &title) {
  static const pattern it(u"[「『]([^「」『』]+)[」』]");
  const auto match = it.match(title);
  return match ? match->groups[1] : title;
}

/// "Kiritani Keiko" <kiritani@example.jp>
static icu::UnicodeString without_address(const icu::UnicodeString &sender) {
  static const pattern it(u"[\"']?(.{2,60}?)[\"']? ?<[^<>]*@[^<>]*>");
  const auto match = it.match(sender);
  return match ? match->groups[1] : sender;
}

void head_fields::take_labelled(std::size_t i, const labelled_line &said) {
  constexpr int32_t longest_name = 24;
  switch (said.label) {
    case head_label::title:
      if (head_.title.empty()) head_.title = bare_title(to_utf8(without_quotes(without_list_tag(said.value))));
      break;
    case head_label::author:
      if (const auto found = read_author_line(without_address(said.value), organisation_, true)) {
        if (!found->authors.empty()) add(*found);
        else if (head_.affiliation.empty()) head_.affiliation = found->affiliation;
      } else if (said.value.length() <= longest_name && said.value.indexOf(u'。') < 0) {
        author_line named;  // the label says so, whatever the name looks like
        named.authors.push_back({to_utf8(said.value), {}});
        add(named);
      }
      break;
    case head_label::affiliation:
      take_author(i);
      break;
    case head_label::number:
      if (head_.number.empty()) head_.number = to_utf8(said.value);
      break;
    case head_label::date:
    case head_label::circumstance:
      head_.date_of_event = said.label == head_label::circumstance && head_.date.empty();
      if (const auto date = find_date(said.value)) note_date(date->date);
      else if (const auto year = said.label == head_label::date ? date_line(said.value) : std::nullopt) note_date(*year);
      break;
    case head_label::routing:
      // 発行:しおかぜ市民の会 2016年8月1日
      note_date_in(i);
      break;
  }
  // Where and when a talk was given is text as well.
  if (said.label != head_label::circumstance) take(i);
}

/// 白鷺銀行 調査部, and 調査部 研究員 of it: what both say once.
static std::string joined_places(const std::string &whole, const std::string &part) {
  const std::size_t last = whole.rfind(' ') + 1;  // 0 where it is one word
  const std::string_view unit = std::string_view(whole).substr(last);
  const bool again = part.compare(0, unit.size(), unit) == 0 && (part.size() == unit.size() || part[unit.size()] == ' ');
  return again ? whole + part.substr(unit.size()) : whole + " " + part;
}

void head_fields::add(const author_line &found) {
  sure_of_author(found.labelled ? 0.98 : found.strong ? 0.93 : 0.7);
  for (author one : found.authors) {
    // A position or a unit by itself belongs to the organisation on the line above.
    if (!waiting_.empty() && !one.affiliation.empty() && (found.organisation.empty() || !names_institution(fold(one.affiliation))))
      one.affiliation = joined_places(waiting_, one.affiliation);
    head_.authors.push_back(std::move(one));
  }
  if (!found.organisation.empty()) organisation_ = found.organisation;
  if (!waiting_.empty())
    for (author &one : head_.authors)
      if (one.affiliation.empty()) one.affiliation = waiting_;
}

bool head_fields::take_affiliation(std::size_t i, const author_line &found) {
  // Monetary Review, in a Japanese head that says where its authors work: the name of a journal, or the same again.
  const auto has_place = [](const author &one) { return is_cjk(first_character(one.affiliation)); };
  if (std::any_of(head_.authors.begin(), head_.authors.end(), has_place) && !has_cjk(folded(i)) && is_cjk(first_character(head_.title))) {
    take(i);
    return true;
  }
  // "India's withdrawal from the Partnership last November / surprised ...": a paragraph
  if (!has_cjk(folded(i)) && !is_short(i) && directly(i + 1) && !is_short(i + 1) && !author_at(i + 1)) return false;
  const std::size_t below = skip_running(i + 1);
  const bool author_below = is_author_at(below) || is_lone_name(below);
  const bool open = !head_.authors.empty() && head_.authors.back().affiliation.empty();
  const auto &next_affiliation = author_at(below);
  const bool goes_on = next_affiliation && (is_author_at(below + 1) || is_lone_name(below + 1));
  if (author_below || goes_on) {
    if (open && waiting_.empty())
      fill(found.affiliation);
    else
      waiting_ =
          waiting_.empty() || !goes_on_ ? found.affiliation : waiting_ + " " + found.affiliation;
    goes_on_ = goes_on;
  } else if (open) {
    fill(found.affiliation);
  } else if (head_.authors.empty() && is_alone_below_title(i)) {
    // The organisation itself is the author, and below its name may stand that of a unit.
    const bool unit = !head_.affiliation.empty() && !names_institution(fold(found.affiliation));
    head_.affiliation = unit ? joined_places(head_.affiliation, found.affiliation) : found.affiliation;
  } else if (head_.authors.empty() && found.labelled) {
    waiting_ = found.affiliation;
  } else if (head_.authors.empty() || at(i).width > 80) {
    return false;
  } else if (!directly(i)) {
    return false;
  } else if (names_institution(fold(found.affiliation))) {
    fill(found.affiliation);  // 上級研究員 白浜 花子, and below: かいとう研究所
  }
  if (!found.organisation.empty()) organisation_ = found.organisation;
  take(i);
  return true;
}

bool head_fields::is_alone_below_title(std::size_t i) const {
  if (head_.title.empty() || at(i).width > 80) return false;
  const std::size_t below = skip_running(i + 1);
  return !exists(below) || date_at(below) || (i > 0 && date_at(i - 1)) || !directly(below) || at(below).wide_indent;
}

void head_fields::fill(const std::string &affiliation) {
  for (author &one : head_.authors)
    if (one.affiliation.empty()) one.affiliation = affiliation;
    // 調査員, below the institute's name.
    else if (!names_institution(fold(one.affiliation)) && !is_acronym(fold(one.affiliation)))
      one.affiliation = is_cjk(first_character(affiliation)) ? joined_places(affiliation, one.affiliation) : one.affiliation + ", " + affiliation;
}

bool head_fields::is_lone_name(std::size_t i) const {
  static const pattern it(u"[\\p{Han}々ヶ]{3,5}");
  return exists(i) && it.matches(folded(i)) && !is_plain_heading(folded(i));
}

bool head_fields::is_plain_heading(const icu::UnicodeString &text) {
  static const pattern it(u".*(?:概要|要旨|目次|背景|分析|動向|課題|展望|見通し|序論|結論)");
  return it.matches(text);
}

bool head_fields::take_author_behind_series(std::size_t i) {
  if (head_.title.empty() || !head_.authors.empty() || !at(i).blanks) return false;
  const auto parts = cells(i);
  if (parts.size() != 2) return false;
  const auto found = read_author_line(fold(parts[1]), organisation_), left = read_author_line(fold(parts[0]), organisation_);
  if (!found || !found->strong || found->authors.empty() || (left && left->strong)) return false;
  if (head_.series.empty()) head_.series = to_utf8(bare_series(fold(parts[0])));
  add(*found);
  take(i);
  return true;
}

bool head_fields::take_affiliations_in_columns(std::size_t i) {
  const auto without_place = [](const author &one) { return one.affiliation.empty(); };
  const auto parts = at(i).blanks ? cells(i) : std::vector<std::string_view>();
  if (parts.size() < 2 || static_cast<std::size_t>(std::count_if(head_.authors.begin(), head_.authors.end(), without_place)) != parts.size()) return false;
  std::vector<std::string> places;
  for (const std::string_view part : parts) {
    const auto found = read_author_line(fold(part), organisation_);
    if (!found || !found->authors.empty()) return false;
    places.push_back(found->affiliation);
  }
  auto place = places.begin();
  for (author &one : head_.authors)
    if (one.affiliation.empty()) one.affiliation = *place++;
  take(i);
  return true;
}

bool head_fields::is_in_list_of_speakers(std::size_t i) const {
  static const pattern heading(u"[<【\\[■◆●○]?(?:登壇者|出席者|参加者|パネリスト|パネラー|コメンテーター|発言者|委員)(?: ?\\(.{1,12}\\))?[>】\\]:]?");
  // パネリスト  白浜 花子, and below it the next, set in
  static const pattern panel(u"(?:パネリスト|パネラー|モデレーター|コメンテーター|コーディネーター|ファシリテーター)[ :].+");
  for (std::size_t k = i; directly(k) && at(k).indent >= at(i).indent; --k)
    if (at(k - 1).indent < at(i).indent && panel.matches(folded(k - 1))) return true;
  const std::size_t below = i;
  while (i > 0 && directly(i) && begins_with_any(folded(i), u"・○●-")) --i;
  return !head_.authors.empty() && i < below && heading.matches(folded(i));
}

bool head_fields::take_author(std::size_t i) {
  if (is_circumstance(folded(i)) || is_in_list_of_speakers(i)) return false;
  if (take_author_behind_series(i) || take_affiliations_in_columns(i)) return true;
  if (auto found = author_at(i)) {
    if (found->authors.empty()) {
      if (!take_affiliation(i, *found)) return false;
      if (found->lines == 2) take(++next_);
      note_date_in(i);
      return true;
    }
    // Two bare words are a name only while nothing else has named the author.
    if (!found->strong && !head_.authors.empty() && waiting_.empty() && !directly(i) && !is_contact_at(i - 1) && !(directly(i + 1) && is_contact_at(i + 1)) && !holds_any(folded(i), u"*∗†‡※") && !is_place_directly_below(i + found->lines - 1) &&
        !is_above_more(i))
      return false;
    if (const auto date = find_date(folded(i))) {
      // "Port Ellery, 21 October 2021"
      if (!found->strong && !head_.authors.empty()) return false;
      note_date(date->date);
    }
    // A reviewer is the author; who was named before wrote the book. Who writes of 白浜 花子さん is the author, too.
    if (folded(i).startsWith(u"評") || (honoured_ && folded(i).startsWith(u"取材"))) head_.authors.clear();
    honoured_ = ends_with_any(folded(i), u"んさ氏") && (folded(i).endsWith(u"さん") || folded(i).endsWith(u"氏"));
    // Who translates does not write.
    if (!found->translators || head_.authors.empty()) add(*found);
    waiting_.clear();
    for (; next_ < i + found->lines - 1; ++next_) take(next_);
    take(next_);
    return true;
  }
  if (take_names_without_blanks(i)) return true;
  const bool right = at(i).indent >= 20 && directly(i) == false;
  // 須 磨 美 咲, right below another author, as far in
  const bool more = !head_.authors.empty() && directly(i) && at(i).indent >= 8 && at(i).blanks;
  // 稲　葉　沙　織, apart from what is above and below
  const bool spaced = at(i).blanks && !head_.title.empty() && head_.authors.empty() && (!directly(i) || is_imprint(folded(i - 1))) && (!directly(i + 1) || !is_short(i + 1)) && at(i).text.size() > static_cast<std::size_t>(3 * folded(i).length());
  // 辻村航太郎, right below the title, and apart from the first paragraph
  const bool below_title = !head_.title.empty() && head_.authors.empty() && directly(i) && at(i - 1).role == line_role::head && exists(i + 1) && !directly(i + 1) && at(i + 1).wide_indent && folded(i).length() >= 4 &&
                           is_japanese_name({folded(i)});
  if ((!more && waiting_.empty() && !right && !is_place_below(i) && !spaced && !below_title) || !is_lone_name(i)) return false;
  sure_of_author(waiting_.empty() ? 0.5 : 0.75);
  head_.authors.push_back({to_utf8(folded(i)), waiting_});
  waiting_.clear();
  take(i);
  return true;
}

/// 室伏一成・渋木かおる, below a title: joined names, where a mark, Latin letters or the first heading say that the head ends.
bool head_fields::take_names_without_blanks(std::size_t i) {
  static const pattern name(u"[\\p{Han}々ヶ]{3,5}|[\\p{Han}々]{1,3}[\\p{Hiragana}]{2,4}");
  static const pattern list(u"([^・、,※*† ]{3,6}(?:[・、,][^・、,※*† ]{3,6}){1,5}) ?([※*†]*)");
  static const pattern heading(u"(?:[0-9]{1,2}|[IVX]{1,4}|第 ?[1一]|[一二])[.、 章節].*");
  if (!head_.authors.empty() || head_.title.empty() || directly(i) || at(i).width > 60) return false;
  const auto match = list.match(folded(i));
  const std::size_t below = skip_running(i + 1);
  if (!match || !exists(below)) return false;
  const icu::UnicodeString &next = folded(below);
  const bool paragraph = !directly(below) && at(below).wide_indent;
  if (match->groups[2].isEmpty() && has_cjk(next) && !is_section_label(next) && !heading.matches(next) && !paragraph) return false;
  author_line found;
  for (const icu::UnicodeString &one : split_at(match->groups[1], u"・、,")) {
    if (!name.matches(one) || !is_japanese_name({one}) || is_plain_heading(one)) return false;
    found.authors.push_back({to_utf8(one), {}});
  }
  add(found);
  take(i);
  return true;
}

/// 北浜大学, right below a name.
bool head_fields::is_place_directly_below(std::size_t i) const {
  const auto found = directly(i + 1) ? author_at(i + 1) : std::nullopt;
  return found && found->authors.empty();
}

/// Names on a cover, each by itself, and behind them the date or where they work.
bool head_fields::is_above_more(std::size_t i) const {
  const std::size_t below = skip_running(i + 1);
  return exists(below) && !directly(below) && is_short(i) && (date_at(below) || author_at(below));
}

/// (北浜大学), right below a name.
bool head_fields::is_place_below(std::size_t i) const {
  return head_.authors.empty() && is_place_directly_below(i) && folded(i + 1).startsWith(u"(");
}

bool head_fields::take_letterhead_below(std::size_t i) {
  // 東京発 2024年12月5日 and the like: a date with a few words.
  const icu::UnicodeString text = folded(i);
  const auto date = text.length() <= 40 ? find_date(text) : std::nullopt;
  if (!date || ends_sentence(at(i).text)) return false;
  // "Port Ellery, 21 October 2021"
  static const pattern place(u"(?:at |in )?\\p{Lu}[\\p{L} .'’\\-]{2,30},?");
  const icu::UnicodeString beside = without_date(text);
  if (!place.matches(beside) && !read_author_line(beside, organisation_)) return false;
  note_date(date->date);
  take(i);
  return true;
}

bool head_fields::take_marked_affiliations(std::size_t i) {
  static const pattern mark(u"(?:[*†‡§※¹²³⁴⁵⁶]+ ?[0-9]?|\\^[a-z0-9]|\\([0-9a-e]\\)|(?:^|(?<=[ 、,;]))[a-e](?= [\\p{Lu}\\p{Han}])|(?:^|(?<=[、,; ]))[0-9]\\)?(?= ?[\\p{L}(])) ?");
  icu::UnicodeString text = folded(i);
  if (!begins_with_any(text, u"*†‡§※¹²³⁴⁵⁶^(0123456789abcde")) return false;
  const auto first = mark.find(text);
  if (!first || first->start != 0 || head_.authors.empty() || text.length() > 200) return false;
  while (const auto one = mark.find(text)) {
    text.removeBetween(0, one->end);
    const auto next = mark.find(text);
    icu::UnicodeString place(text, 0, next ? next->start : text.length());
    place.trim();
    if (place.endsWith(u"、") || place.endsWith(u",") || place.endsWith(u";")) place.truncate(place.length() - 1);
    auto read = read_author_line(icu::UnicodeString(place).trim(), organisation_);
    // "School of Public Economics, Rio Claro": the town looks like a name
    if (read && !read->authors.empty() && !has_cjk(place) && is_latin_affiliation(place)) {
      read->authors.clear();
      read->affiliation = to_utf8(place);
    }
    if (!read || !read->authors.empty()) return false;
    // 同上(現 北浜大学)
    const int32_t bracket = place.indexOf(u'(');
    const bool again = is_ditto(bracket > 0 ? icu::UnicodeString(place, 0, bracket).trim() : place);
    for (std::size_t k = 0; k < head_.authors.size(); ++k)
      if (author &who = head_.authors[k]; who.affiliation.empty()) {
        who.affiliation = again && k > 0 ? head_.authors[k - 1].affiliation : read->affiliation;
        break;
      }
  }
  take(i);
  return true;
}

void head_fields::sure_of_author(double confidence) {
  head_.author_confidence =
      head_.authors.empty() ? confidence : std::min(head_.author_confidence, confidence);
}

}  // namespace libsearch::ingest
