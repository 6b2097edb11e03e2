#include "ingest/author_line.hpp"

#include <algorithm>

#include "ingest/author_line_frame.hpp"
#include "ingest/author_line_latin.hpp"
#include "ingest/names.hpp"
#include "ingest/pattern.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

struct person {
  icu::UnicodeString name;
  icu::UnicodeString affiliation;
  icu::UnicodeString organisation;
};

/// A word that a sentence is made of: it ends in a particle and is no organisation.
bool is_sentence_part(const icu::UnicodeString &word) {
  const auto ends = [&](const char16_t *ending) { return word.endsWith(ending); };
  const bool part = ends_with_any(word, u"はがをにへでとものやら") || holds_any(word, u"。、!?！？") || ends(u"した") || ends(u"する") || ends(u"ある") ||
                    ends(u"いる") || ends(u"です") || ends(u"ます") || ends(u"れる");
  return part && !is_organisation(word) && !is_position(word);
}

/// A kanji by itself, of a word that is set wide.
bool is_letter(const icu::UnicodeString &part) { return part.countChar32() == 1 && is_han(part.char32At(0)); }

/// Splits words into affiliation (all up to the last organisation or position) and the rest.
bool split_affiliation(words &parts, person &who, const icu::UnicodeString &ditto) {
  std::size_t end = 0, organisation_end = 0;
  static const pattern legal_form(u"(?:株式|有限|合同|合名|合資)会社|(?:一般|公益)?(?:財団|社団)法人|NPO法人|特定非営利活動法人");
  // 研 究 員 矢 作 大 地
  if (parts.size() >= 4 && std::all_of(parts.begin() + 1, parts.end(), is_letter)) {
    icu::UnicodeString whole;
    for (const auto &part : parts) whole += part;
    if (attached_name(whole) > 0) parts = {whole};
  }
  // 研 究 員 矢作大地
  if (const auto word = std::find_if_not(parts.begin(), parts.end(), is_letter); word - parts.begin() >= 3 && word != parts.end()) {
    icu::UnicodeString position;
    for (auto letter = parts.begin(); letter != word; ++letter) position += *letter;
    if (is_position(position)) parts.erase(parts.begin() + 1, parts.begin() + (word - parts.begin())), parts[0] = position;
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    // 有限会社 北浜燃料店
    if (i + 1 < parts.size() && ends_with_any(parts[i], u"社人") && legal_form.matches(parts[i])) {
      organisation_end = end = ++i + 1;
      continue;
    }
    const int32_t at = is_position(parts[i]) ? -1 : attached_name(parts[i]);
    if (at > 0) {
      parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                   icu::UnicodeString(parts[i], at));
      parts[i].truncate(at);
    }
    if (is_organisation(parts[i]) || is_ditto(parts[i]))
      organisation_end = end = i + 1;
    else if (is_position(parts[i]))
      end = i + 1;
  }
  for (std::size_t i = 0; i < end; ++i)
    if (is_sentence_part(parts[i]) || parts[i].length() > 40) return false;
  if (end > 0 && is_ditto(parts[0]) && !ditto.isEmpty()) parts[0] = ditto;
  who.affiliation = joined(parts, 0, end);
  who.organisation = joined(parts, 0, organisation_end);
  parts.erase(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(end));
  return true;
}

void drop_honorifics(words &parts) {
  words kept;
  for (const auto &part : parts)
    if (const auto rest = without_honorific(part); !rest.isEmpty()) kept.push_back(rest);
  // 高良 盛人さん
  if (kept.size() == 2 && kept[1].length() > 3 && kept[1].endsWith(u"さん")) kept[1].truncate(kept[1].length() - 2);
  // 小 山 太 郎: set wide, each character by itself.
  // 鵜 飼 正三郎: letters of one part set apart.
  if (kept.size() == 3 && kept[2].length() >= 2 && kept[0].countChar32() == 1 && kept[1].countChar32() == 1)
    kept = {kept[0] + kept[1], kept[2]};
  // 長谷部 公 江
  if (kept.size() == 3 && kept[0].length() >= 2 && kept[0].length() <= 3 && kept[1].countChar32() == 1 && kept[2].countChar32() == 1)
    kept = {kept[0], kept[1] + kept[2]};
  const bool spaced =
      kept.size() >= 3 && std::all_of(kept.begin(), kept.end(),
                                      [](const auto &part) { return part.countChar32() == 1; });
  if (spaced) {
    icu::UnicodeString whole;
    for (const auto &part : kept) whole.append(part);
    kept = {whole};
  }
  parts = kept;
}

/// Takes a bracket at the end off `text`: a gloss is dropped, an affiliation goes to `who`.
bool take_bracket(icu::UnicodeString &text, person &who) {
  static const pattern bracket(u"(.+?) ?\\(((?:[^()]|\\([^()]*\\))+)\\)");
  const auto match = bracket.match(text);
  if (!match) return true;
  const icu::UnicodeString &inside = match->groups[2];
  const words parts = split_words(inside);
  // 立法考査局 経済産業課 (小野寺 玲)
  const words outside = split_words(match->groups[1]);
  if (is_plain_japanese_name(parts) && !outside.empty() && std::all_of(outside.begin(), outside.end(), [](const auto &word) { return is_organisation(word) || is_position(word); })) {
    who.affiliation = who.organisation = match->groups[1];
    text = inside;
    return true;
  }
  // (北浜大学教授・社会保障論): the field stands behind the place.
  words places;
  for (const auto &part : parts)
    for (auto &place : split_at(part, u"、,")) places.push_back(std::move(place));
  const bool affiliation = std::any_of(places.begin(), places.end(), [](const auto &part) {
    const icu::UnicodeString first(part, 0, part.indexOf(u'・') > 0 ? part.indexOf(u'・') : part.length());
    return is_organisation(part) || is_position(part) || is_ditto(part) || is_position(first);
  });
  if (affiliation)
    who.affiliation = who.organisation = inside;
  else if (!is_name_gloss(inside))
    return false;
  text = match->groups[1];
  return true;
}

/// ミリア・サンド, デービッド・K・森
bool is_foreign_name(const icu::UnicodeString &word) {
  static const pattern it(u"[\\p{Katakana}ー]{2,}(?:[・=][\\p{Katakana}ー]+)+|[\\p{Katakana}ー]{2,}・[A-Z]\\.?・(?:[\\p{Katakana}ー]{2,}|\\p{Han}{1,3})");
  return it.matches(word);
}

/// The parts between ・, those of a foreign name together: 青海 太郎・ミリア・サンド is two names.
words names_in(const icu::UnicodeString &text) {
  static const pattern katakana(u"[\\p{Katakana}ー]{2,}(?:・[\\p{Katakana}ー]+)*");
  // デ・ラ・クルス 健
  static const pattern particles(u"(?:デ|デル|ラ|ル|ダ|ド|ドス|ディ|フォン|ファン|ヴァン|エル|アル|ビン|イブン)(?:・(?:ラ|デア|デン|デル))?");
  static const pattern initial(u"[A-Z]\\.?"), before_initial(u"[\\p{Katakana}ー]{2,}"), behind_initial(u"[\\p{Katakana}ー]{2,}・[A-Z]\\.?");
  words result;
  for (const icu::UnicodeString &piece : split_at(text, u"・")) {
    const bool around_initial = !result.empty() && (initial.matches(piece) ? before_initial.matches(result.back()) : behind_initial.matches(result.back()));
    if (!result.empty() && (around_initial || particles.matches(result.back()) || (katakana.matches(piece) && katakana.matches(result.back()))))
      result.back() += u"・" + piece;
    else
      result.push_back(piece);
  }
  return result;
}

/// Several with nothing but blanks between: pairs of 姓 名, and foreign names of one word.
bool add_spaced_names(const words &parts, person who, std::vector<person> &out) {
  static const pattern given(u"[\\p{Katakana}ー]{2,9}");
  std::vector<person> found;
  bool plain = false;
  for (std::size_t i = 0; i < parts.size();) {
    const bool whole = is_foreign_name(parts[i]);
    const words name(parts.begin() + static_cast<std::ptrdiff_t>(i), parts.begin() + static_cast<std::ptrdiff_t>(std::min(i + (whole ? 1 : 2), parts.size())));
    if (!whole) {
      if (name.size() < 2) return false;
      if (is_plain_japanese_name(name)) plain = true;
      else if (!is_japanese_name(name) || !given.matches(name[1])) return false;
    }
    who.name = joined(name);
    found.push_back(who);
    i += name.size();
  }
  if (!plain || found.size() < 2) return false;
  out.insert(out.end(), found.begin(), found.end());
  return true;
}

/// The name's words as names: one person, or several with ・ or nothing but blanks between.
bool add_names(const words &parts, person who, std::vector<person> &out) {
  if (is_japanese_name(parts) || is_plain_latin_name(joined(parts))) {
    who.name = joined(parts);
    out.push_back(who);
    return true;
  }
  if (add_spaced_names(parts, who, out)) return true;
  if (const words names = names_in(joined(parts)); names.size() > 1) {
    for (const auto &name : names)
      if ((!is_japanese_name(split_words(name)) && !is_latin_name(name)) || !add_names(split_words(name), who, out))
        return false;
    return true;
  }
  return false;
}

/// 白浜 花子 北浜大学 准教授: a name, and behind it nothing but its place. 海外 調査 グループ is none.
bool read_name_first(words parts, const icu::UnicodeString &ditto, std::vector<person> &out) {
  const auto has_place = [](const icu::UnicodeString &word) { return is_organisation(word) || is_position(word) || is_ditto(word); };
  static const pattern unit(u"グループ|ユニット|センター|チーム|プロジェクト|部門|本部|支部|.");
  const std::size_t length = parts.empty() ? 0 : is_foreign_name(parts[0]) ? 1 : 2;
  if (length == 0 || parts.size() <= length || has_place(parts[0]) || has_place(parts[length - 1])) return false;
  if (!has_place(parts[length]) || (unit.matches(parts[length]) && !is_ditto(parts[length]))) return false;
  const words name(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(length));
  if (length == 2 && !is_plain_japanese_name(name) && !is_plain_latin_name(joined(name))) return false;
  parts.erase(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(length));
  person who;
  if (!split_affiliation(parts, who, ditto)) return false;
  drop_honorifics(parts);
  if (!parts.empty() || who.affiliation.isEmpty()) return false;
  who.name = joined(name);
  out.push_back(who);
  return true;
}

/// 北浜大学 白浜 花子 教授: the position goes before the name.
void put_position_first(words &parts) {
  if (parts.size() < 3 || !is_position(parts.back()) || is_organisation(parts.back())) return;
  const std::size_t length = is_foreign_name(parts[parts.size() - 2]) ? 1 : 2;
  if (parts.size() < length + 2) return;
  const auto first = parts.end() - static_cast<std::ptrdiff_t>(length + 1);
  const words name(first, parts.end() - 1);
  const icu::UnicodeString &before = *(first - 1);
  if (!is_organisation(before) && !is_position(before)) return;
  if (std::any_of(name.begin(), name.end(), [](const auto &part) { return is_organisation(part) || is_position(part); })) return;
  if (length == 2 && !is_plain_japanese_name(name)) return;
  std::rotate(first, parts.end() - 1, parts.end());
}

/// 大湯市 仁 科 昭 一 郎: where somebody lives, and letters set apart. Takes the place off.
person place_before_letters(words &parts) {
  person who;
  if (parts.size() < 4 || parts[0].length() < 2 || !ends_with_any(parts[0], u"市町村区郡県府都道") || !std::all_of(parts.begin() + 1, parts.end(), is_letter)) return who;
  who.affiliation = parts[0];
  parts.erase(parts.begin());
  return who;
}

/// One author, perhaps with an affiliation. An affiliation without a name gives an empty name.
bool read_person(icu::UnicodeString text, const icu::UnicodeString &ditto,
                 std::vector<person> &out) {
  person who;
  const words whole = split_words(text);
  const bool unit_in_brackets =
      !whole.empty() && (is_organisation(whole.back()) || is_position(whole.back()));
  if (!unit_in_brackets && !take_bracket(text, who)) return false;
  if (is_ditto(who.affiliation)) who.affiliation = who.organisation = ditto;
  // (同 特別研究員)
  if (words place = split_words(ditto); who.affiliation.startsWith(u"同 ") && !place.empty()) {
    while (place.size() > 1 && is_position(place.back())) place.pop_back();
    who.affiliation = who.organisation = joined(place) + icu::UnicodeString(who.affiliation, 1);
  }
  words parts = split_words(text);
  if (who.affiliation.isEmpty() && read_name_first(parts, ditto, out)) return true;
  put_position_first(parts);
  person before = place_before_letters(parts);
  if (before.affiliation.isEmpty() && !split_affiliation(parts, before, ditto)) return false;
  if (!before.affiliation.isEmpty()) who = before;
  drop_honorifics(parts);
  if (parts.empty()) {
    out.push_back(who);
    return !who.affiliation.isEmpty();
  }
  return add_names(parts, who, out);
}

/// 白浜花子(しらはま・はなこ) 北浜大学 准教授: the reading of a name says that it is one, and the rest is its place.
bool read_name_with_reading(const icu::UnicodeString &text, std::vector<person> &out) {
  static const pattern form(u"([^()]{2,16}) ?\\(([\\p{Hiragana}\\p{Katakana}ー・ ]{2,20}|[A-Z][A-Za-z.' -]{4,40})\\) ?([^()]+)");
  const auto match = form.match(text);
  if (!match || !is_japanese_name(split_words(match->groups[1]))) return false;
  person who;
  words parts = split_words(match->groups[3]);
  if (parts.size() > 1 && without_honorific(parts[0]).isEmpty()) parts.erase(parts.begin());
  // 昭和58年 理学部卒・電源開発勤務
  static const pattern life(u".{0,24}(?:卒業?|修了|中退|勤務|在住|在学|出身)(?:[・、 ].{0,16})?");
  if (life.matches(match->groups[3])) who.affiliation = match->groups[3];
  else if (!split_affiliation(parts, who, {}) || !parts.empty() || who.affiliation.isEmpty()) return false;
  who.name = match->groups[1];
  out.push_back(who);
  return true;
}

/// Whether these are names without places, some with a blank and the others kanji enough for a family name and a given one.
bool all_of_names(const std::vector<person> &people) {
  static const pattern kanji(u"[\\p{Han}々ヶ]{4,5}");
  return std::all_of(people.begin(), people.end(), [](const person &who) { return who.affiliation.isEmpty() && (kanji.matches(who.name) || is_plain_japanese_name(split_words(who.name))); }) &&
         std::any_of(people.begin(), people.end(), [](const person &who) { return who.name.indexOf(u' ') > 0; });
}

/// ・ parts names, but also the words of an organisation (石油・天然ガス研究所) and of a foreign
/// name. It is taken for the former when both sides make full authors and spell their names alike.
bool read_dotted(const icu::UnicodeString &text, const icu::UnicodeString &ditto,
                 std::vector<person> &out) {
  const words pieces = names_in(text);
  std::vector<person> found;
  for (const auto &piece : pieces)
    if (!read_person(piece, ditto, found) || found.back().name.isEmpty()) return false;
  // 綿 貫 創・今村 舞: letters that are set apart part no names.
  bool apart = true;
  for (const auto &piece : pieces) apart = apart && piece.indexOf(u' ') > 0;
  const bool spaced = found[0].name.indexOf(u' ') >= 0;
  // 八乙女詩織・朽木 洋: a blank where the family name is short
  const bool mixed = all_of_names(found);
  bool later_affiliation = false;
  for (const auto &who : found) {
    const bool foreign = who.name.indexOf(u'・') >= 0;
    if (has_cjk(who.name) ? !foreign && !apart && !mixed && (who.name.indexOf(u' ') >= 0) != spaced : !is_latin_name(who.name)) return false;
    later_affiliation = later_affiliation || !who.affiliation.isEmpty();
  }
  if (later_affiliation && found[0].affiliation.isEmpty()) return false;
  out.insert(out.end(), found.begin(), found.end());
  return true;
}

bool read_piece(const icu::UnicodeString &text, const icu::UnicodeString &ditto,
                std::vector<person> &out) {
  if (read_name_with_reading(text, out)) return true;
  const int32_t dot = text.indexOf(u'・');
  if (dot >= 0 && read_dotted(text, ditto, out)) return true;
  // 理事・白浜 花子, 論説委員・白浜花子
  if (dot > 0) {
    static const pattern whole_name(u"[\\p{Han}々ヶ]{3,5}");
    const icu::UnicodeString place(text, 0, dot), name = icu::UnicodeString(text, dot + 1).trim();
    const bool is_name = is_plain_japanese_name(split_words(name)) || (whole_name.matches(name) && !is_position(name) && !is_organisation(name));
    if (is_position(place) && is_name) return read_person(place + u" " + name, ditto, out);
    // 白浜 花子・当センター研究員
    if (is_han(place[0]) && is_plain_japanese_name(split_words(place)) && (is_position(name) || is_organisation(name))) return read_person(place + u" (" + name + u")", ditto, out);
  }
  return read_person(text, ditto, out);
}

/// Pieces between commas. One that is only an affiliation belongs to the author behind it.
bool read_pieces(const icu::UnicodeString &line, icu::UnicodeString ditto,
                 std::vector<person> &out) {
  icu::UnicodeString waiting;
  for (const auto &piece : split_at(line, u"、,;/|")) {
    std::vector<person> found;
    const icu::UnicodeString text = waiting.isEmpty() ? piece : waiting + u" " + piece;
    if (!read_piece(text, ditto, found)) return false;
    waiting = found.back().name.isEmpty() ? text : icu::UnicodeString();
    if (!waiting.isEmpty()) continue;
    if (!found.back().organisation.isEmpty()) ditto = found.back().organisation;
    out.insert(out.end(), found.begin(), found.end());
  }
  if (waiting.isEmpty()) return true;
  if (out.empty()) return read_person(waiting, ditto, out);
  // 青海 太郎/かいとう研究所
  std::vector<person> place;
  if (!read_person(waiting, ditto, place)) return false;
  for (person &who : out)
    if (who.affiliation.isEmpty()) {
      who.affiliation = place.back().affiliation;
      who.organisation = place.back().organisation;
    }
  return true;
}

/// 樫村 美咲・ほしの たかし, behind a label: whatever the names look like.
bool read_plain_names(const icu::UnicodeString &text, std::vector<person> &out) {
  static const pattern name(u"[\\p{Han}\\p{Hiragana}\\p{Katakana}ー々ヶ]{1,6} [\\p{Han}\\p{Hiragana}\\p{Katakana}ー々ヶ]{1,6}");
  for (const icu::UnicodeString &piece : split_at(text, u"、,;/|・")) {
    if (!name.matches(piece)) return false;
    person who;
    who.name = piece;
    out.push_back(who);
  }
  return !out.empty();
}

std::optional<author_line> finished(const std::vector<person> &people, bool labelled, bool marked) {
  author_line result;
  result.labelled = labelled;
  result.strong = labelled || marked;
  for (const auto &who : people) {
    if (!who.organisation.isEmpty()) result.organisation = to_utf8(who.organisation);
    if (!who.affiliation.isEmpty()) result.strong = true;
    if (who.name.isEmpty())
      result.affiliation = to_utf8(who.affiliation);
    else
      result.authors.push_back({to_utf8(who.name), to_utf8(who.affiliation)});
  }
  if (result.authors.empty() && result.affiliation.empty()) return std::nullopt;
  // A bare name stands for nothing unless it is 姓 名, or beside a foreign name: 宇田真理・ベンジャミン・オコエ
  static const pattern kanji(u"[\\p{Han}々ヶ]{3,5}");
  if (result.strong || (people.size() > 1 && all_of_names(people))) return result;
  const bool foreign = people.size() > 1 && std::any_of(people.begin(), people.end(), [](const auto &who) { return is_foreign_name(who.name) || is_plain_latin_name(who.name); });
  for (const auto &who : people)
    if (!is_plain_japanese_name(split_words(who.name)) && (people.size() < 2 || !(is_plain_latin_name(who.name) || who.name.indexOf(u'・') > 0 || (foreign && kanji.matches(who.name)))))
      return std::nullopt;
  return result;
}

}  // namespace

std::optional<author_line> read_author_line(const icu::UnicodeString &whole,
                                            const std::string &ditto, bool label_before) {
  const icu::UnicodeString line = without_name_again(without_latin_gloss(whole));
  static const pattern enclosed(u"[(〔\\[]([^()〔〕\\[\\]]+)[)〕\\]]");
  if (line.length() < 3 || line.length() > 200 || line.indexOf(u'。') >= 0) return std::nullopt;
  icu::UnicodeString text = line;
  // 白浜花子〔北浜大学〕
  static const pattern behind_name(u"[^〔〕\\[\\]()]{3,20} ?[〔\\[][^〔〕\\[\\]]{1,40}[〕\\]]");
  if (ends_with_any(text, u"〕]") && behind_name.matches(text)) {
    text.findAndReplace(u"〔", u"(").findAndReplace(u"[", u"(");
    text.findAndReplace(u"〕", u")").findAndReplace(u"]", u")");
  }
  if (const auto match = begins_with_any(text, u"(〔[") ? enclosed.match(text) : std::nullopt) text = match->groups[1];
  // 北浜大学 教授 白浜 花子 氏に聞く
  static const pattern asked(u"([^―—–~〜-].{3,}?) ?(?:氏|さん|先生)? ?に(?:聞く|訊く|きく)");
  if (const auto match = holds_any(text, u"聞訊き") ? asked.match(text) : std::nullopt) text = match->groups[1];
  // 白浜 花子 h.shirahama@example.jp
  static const pattern address(u"(.{3,}?) ?[<(]?[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+[>)]?");
  if (const auto match = text.indexOf(u'@') > 0 ? address.match(text) : std::nullopt) text = match->groups[1];
  // わくや しげお/元北浜熱供給株式会社 和久屋 茂雄
  static const pattern reading(u"[\\p{Hiragana}]{2,6}[ ・][\\p{Hiragana}]{2,6} ?/ ?(.{4,})");
  if (const auto match = text.indexOf(u'/') > 0 ? reading.match(text) : std::nullopt) text = match->groups[1];
  // 白浜 花子 (03-0000-5120)
  static const pattern telephone(u"(.{3,}?) ?[(<]?(?:tel|電話)? ?[:.]? ?\\(?0[0-9]{1,3}[-)][0-9]{2,4}-[0-9]{3,4}[)>]?", letter_case::any);
  if (const auto match = holds_any(text, u"0") ? telephone.match(text) : std::nullopt) text = match->groups[1];
  // 資源調査室 担当:白浜 花子
  static const pattern behind_place(u"([^:]{2,40}) (?:担当|執筆|文責|報告|文)(?:者)?[:/] ?(.+)");
  if (const auto match = text.indexOf(u':') > 0 ? behind_place.match(text) : std::nullopt)
    if (is_organisation(split_words(match->groups[1]).back())) text = match->groups[1] + u" " + match->groups[2];
  // 北浜大学海洋政策学部准教授◆白浜 花子; 調査部:白鳥 一馬
  static const pattern parted(u"(.{3,40}?) ?[◆●■◎○:] ?([^ ◆●■◎○:]{1,5} [^ ◆●■◎○:]{1,5})");
  if (const auto match = holds_any(text, u"◆●■◎○:") ? parted.match(text) : std::nullopt)
    if (const icu::UnicodeString &place = match->groups[1]; (is_organisation(place) || is_position(place)) && is_plain_japanese_name(split_words(match->groups[2])))
      text = place + u" " + match->groups[2];
  // "Sam Green, former head of the Kaito Agency, talks to"
  static const pattern talks(u"(.{5,100}?),? (?:talks|speaks|spoke) (?:to|with)\\b.*");
  if (const auto match = text.indexOf(u'k') > 0 ? talks.match(text) : std::nullopt) text = match->groups[1];
  const author_label said = without_label(text);
  const bool labelled = said.found || label_before;
  text = said.rest;
  const icu::UnicodeString unmarked = without_marks(text);
  // 青海太郎*1、白浜花子*2: several that point at notes are names.
  const bool marked = unmarked.length() + 2 <= text.length();
  text = unmarked;
  // 文=白浜 花子 写真=青海 太郎
  static const pattern others(u"(.{2,}?)[ /・](?:写真|撮影|イラスト|挿絵|構成|編集|図版|聞き手|司会) ?[=:/・].*");
  if (const auto match = labelled ? others.match(text) : std::nullopt) text = match->groups[1];
  if (text.isEmpty()) return std::nullopt;
  if (!has_cjk(text)) {
    auto found = read_latin_author_line(text, labelled);
    // Ryogo Takanashi*
    if (!found && said.rest != text && is_plain_latin_name(text)) {
      found.emplace();
      found->authors.push_back({to_utf8(text), {}});
    }
    if (found) found->translators = said.translator;
    return found;
  }
  if (text.length() > 120) return std::nullopt;
  text = without_spaced_positions(text);
  // Shun Tateishi (立石 駿)
  static const pattern in_kanji(u"([A-Z][A-Za-z.'’ -]{3,40}[A-Za-z.]) ?\\(([^()]{3,12})\\)");
  if (const auto match = text.endsWith(u")") ? in_kanji.match(text) : std::nullopt; match && is_plain_latin_name(match->groups[1]) && is_plain_japanese_name(split_words(match->groups[2]))) {
    author_line found;
    found.strong = true;
    found.labelled = labelled;
    found.authors.push_back({to_utf8(match->groups[1]), {}});
    return found;
  }
  // 植草晴彦(京洛大学)真壁典子(城東大学): a bracket ends an author as a comma does.
  static const pattern brackets_between(u"(?<=[^ ,、・/]\\)) ?(?=[\\p{Han}\\p{Katakana}][^()]{1,20}\\()");
  for (auto gap = text.indexOf(u')') > 0 ? brackets_between.find(text) : std::nullopt; gap; gap = brackets_between.find(text)) text.replaceBetween(gap->start, gap->end, u"、");
  std::vector<person> people;
  if (!read_pieces(text, icu::UnicodeString::fromUTF8(ditto), people)) {
    people.clear();
    if (!said.found || !read_plain_names(text, people)) return std::nullopt;
  }
  auto found = finished(people, labelled, marked && people.size() > 1);
  if (found) found->translators = said.translator;
  return found;
}

}  // namespace libsearch::ingest
