#include "ingest/declared_people.hpp"

#include <algorithm>

#include "ingest/markup.hpp"
#include "ingest/names.hpp"
#include "ingest/pattern.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

bool is_address(const icu::UnicodeString &text) {
  static const pattern it(u"(?:https?://|www\\.|@).*|[^ ]+@[^ ]+\\.[a-z]+|.*://.*", letter_case::any);
  return it.matches(text);
}

/// "Doe, Jane Q." but not "Jane Doe, John Smith", where each part is a whole name.
bool is_inverted(const icu::UnicodeString &family, const icu::UnicodeString &given) {
  if (family.isEmpty() || given.isEmpty() || given.indexOf(u',') >= 0) return false;
  if (is_latin_affiliation(given)) return false;
  static const pattern degree(u"(?:ph\\.? ?d|m\\.?d|jr|sr|esq|[mb]\\.?[as]c?|mba|ll\\.?[bdm]|i{2,3}|iv)\\.?", letter_case::any);
  if (degree.matches(given)) return false;
  static const pattern letters(u"[\\p{Latin}\\p{M} .'’‐-]+");
  if (letters.matches(family) && letters.matches(given)) return family.indexOf(u' ') < 0;
  static const pattern short_cjk(u"[\\p{Han}\\p{Katakana}\\p{Hiragana}々ヶー]{1,3}");
  return short_cjk.matches(family) && short_cjk.matches(given) && family.length() + given.length() <= 5;
}

author person_of(const icu::UnicodeString &text) {
  // 青海太郎（海都大学）; a reading or the same name in other letters is dropped.
  static const pattern bracketed(u"([^()]{2,60}?) ?\\(([^()]+)\\)");
  if (const auto match = bracketed.match(text)) {
    const bool gloss = is_name_gloss(match->groups[2]) || is_latin_name(match->groups[2]);
    return {to_utf8(match->groups[1]), gloss ? std::string() : to_utf8(match->groups[2])};
  }
  return {to_utf8(text), {}};
}

}  // namespace

author declared_person(std::string_view text) {
  const icu::UnicodeString line = fold(text);
  const int32_t comma = std::max(line.indexOf(u','), line.indexOf(u'、'));
  if (comma > 0) {
    icu::UnicodeString family(line, 0, comma), given(line, comma + 1);
    family.trim();
    given.trim();
    static const pattern letters(u"[\\p{Latin}\\p{M} .'’‐-]+");
    // "van der Berg, Anna": where one name is declared, the words before the comma are the family's.
    const bool latin = letters.matches(family) && letters.matches(given) && !is_latin_affiliation(given);
    if (is_inverted(family, given) || (latin && split_words(given).size() <= 3)) {
      const bool cjk = is_cjk(static_cast<char32_t>(family.char32At(0)));
      return {to_utf8(cjk ? family + u" " + given : given + u" " + family), {}};
    }
  }
  const auto people = declared_people(text);
  return people.empty() ? author{} : people.front();
}

std::vector<author> declared_people(std::string_view text) {
  icu::UnicodeString line = fold(text);
  if (line.isEmpty() || line.length() > 600 || is_address(line)) return {};
  // [[白浜 花子]]: a link of a note
  static const pattern note(u"\\[\\[(?:[^\\[\\]|]*\\|)?([^\\[\\]|]+)\\]\\]");
  while (const auto link = note.find(line)) line.replaceBetween(link->start, link->end, link->groups[1]);
  // webmaster@example.com (Jane Doe)
  static const pattern mail(u"[^ ]+@[^ ]+ \\((.+)\\)|(.+?) ?<[^ ]+@[^ ]+>");
  if (const auto match = mail.match(line)) line = match->groups[match->groups[1].isEmpty() ? 2 : 1];
  if (const auto read = read_author_line(line, {}); read && !read->authors.empty() && !read->translators) {
    const int32_t comma = line.indexOf(u',');
    if (comma < 0 || !is_inverted(icu::UnicodeString(line, 0, comma).trim(), icu::UnicodeString(line, comma + 1).trim()))
      return read->authors;
  }
  std::vector<author> people;
  static const pattern by(u"(?:written |posted )?by:? (.+)|(?:文|著者?|執筆者?|筆者|文責|author)[:/] ?(.+)", letter_case::any);
  if (const auto match = by.match(line)) line = match->groups[match->groups[1].isEmpty() ? 2 : 1];
  // A semicolon tells the people apart, and then the commas are inside the names.
  if (line.indexOf(u';') >= 0) {
    for (const std::string &part : declared_list(to_utf8(line.findAndReplace(u",", u"\uE000").findAndReplace(u"、", u"\uE000")))) {
      icu::UnicodeString one = icu::UnicodeString::fromUTF8(part);
      if (const author who = declared_person(to_utf8(one.findAndReplace(u"\uE000", u","))); !who.name.empty()) people.push_back(who);
    }
    return people;
  }
  if (const int32_t comma = line.indexOf(u','); comma > 0) {
    const icu::UnicodeString family = icu::UnicodeString(line, 0, comma).trim(), given = icu::UnicodeString(line, comma + 1).trim();
    if (is_inverted(family, given)) return {declared_person(to_utf8(line))};
  }
  for (const icu::UnicodeString &word : {icu::UnicodeString(u" and "), icu::UnicodeString(u" & ")}) line.findAndReplace(word, u", ");
  for (const std::string &part : declared_list(to_utf8(line))) {
    const icu::UnicodeString piece = fold(part);
    if (is_address(piece)) continue;
    if (!people.empty() && (is_latin_affiliation(piece) || is_organisation(piece))) {
      for (author &who : people)
        if (who.affiliation.empty()) who.affiliation = part;
      continue;
    }
    author who = person_of(piece);
    const icu::UnicodeString name = without_latin_honorific(fold(who.name));
    if (!name.isEmpty()) who.name = to_utf8(name);
    people.push_back(std::move(who));
  }
  return people;
}

bool is_person_and_site(const icu::UnicodeString &name) {
  static const pattern periodical(
      u".*(?:[日新時月週年]報|通信|新聞|日[記誌]|便り|だより|ブログ|雑[記誌]|.{2}[市県府都区](?:役所|庁)?|手[帖帳]|帖|帳|ノート|ジャーナル|マガジン|ニュース|オンライン|デジタル|"
      u"編集[室部]|[社会館堂舎座屋誌集録論]|評論|研究|経済|文庫|広場|の.*|[をは].*)|"
      u".*\\b(?:letters|notes|blog|journal|magazine|times|post|news|daily|weekly|herald|courier|online|digital|diary|papers|media|books?|site|"
      u"archives?|chronicle|observer|today|world|lines|voices|pages|project|studio|house|the|my|of)\\b.*",
      letter_case::any);
  if (name.length() > 40 || periodical.matches(name) || is_organisation(name)) return false;
  const words parts = split_words(name);
  if (is_latin_name(name)) return parts.size() <= 3;
  return is_japanese_name(parts) && (parts.size() > 1 || name.length() <= 6);
}

bool is_junk_author(const std::string &name, const std::vector<std::string> &sites) {
  const icu::UnicodeString line = fold(name);
  if (line.length() < 2 || is_address(line)) return true;
  static const pattern account(
      u"(?:admin|administrator|root|web ?-?master|user|editor|editors|editorial(?: (?:team|staff|board|office))?|staff(?: writer)?|guest|author|"
      u"default|anonymous|unknown|owner|wordpress|super ?user|webadmin|sysop|operator|office|info|test|member|contributor|owner-pc|pc|"
      u"(?-i:[A-Z]{2,}(?:-[A-Z]{2,})+)|[a-z]+[0-9]{1,6}|[a-z]+_[a-z0-9_]+|ms_?user|microsoft|n/?a|none|null|undefined|ユーザー?[0-9]*|匿名|名無し.*|管理人|管理者|運営者?|運営事務局|"
      u"(?:.{0,12})?(?:編集部|編集室|編集局|編集委員会|[^ ]*(?:部会|委員会|協議会|研究会|グループ|チーム|センター)|事務局|広報(?:室|部|課)|取材班|スタッフ|担当者?|論説委員室))",
      letter_case::any);
  static const pattern company(u".+ (?:Co\\.|Corp\\.?|Inc\\.?|Ltd\\.?|LLC|LLP|PLC|plc|GmbH|K\\.?K\\.?|Corporation|Company|Limited)(?:,? ?Ltd\\.?)?");
  if (account.matches(line) || (has_latin_letter(line) && company.matches(line))) return true;
  if (is_organisation(line) || is_latin_affiliation(line)) return true;
  if (is_person_and_site(line)) return false;
  const icu::UnicodeString letters = comparable(name);
  return std::any_of(sites.begin(), sites.end(), [&](const std::string &site) { return comparable(site) == letters; });
}

}  // namespace libsearch::ingest
