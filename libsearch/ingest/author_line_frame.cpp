#include "ingest/author_line_frame.hpp"

#include <optional>
#include <string_view>
#include <utility>

#include "ingest/names.hpp"
#include "ingest/pattern.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

author_label without_label(const icu::UnicodeString &line) {
  static const pattern japanese(
      u"[【\\[<〔(]? ?(著 ?者?|共 ?著|編 ?著 ?者?|編 ?者|執 ?筆 ?(?:者|担 ?当(?:者)?|分 ?担)?|調査・(?:執筆|報告)|筆 ?者|回 ?答 ?者|文 ?責 ?者?|文[と・](?:絵|写真|地図|図)|(?:研究|調査|作成|報告)(?:担当(?:者)?|代表者?|責任者|分担者?)|作成者?|寄稿者?|報告者?|講演者?|"
      u"発表者?|解説者?|評 ?者?|氏 ?名|講 ?師|話し?手|語り手|聞き手|インタビュア?ー|取材(?:・(?:文|構成|執筆))?|(?:構成|文)・(?:文|構成|取材)|登壇者|スピーカー|投稿者|訳 ?者?|翻訳|[文著作記述])"
      u"(?: ?[】\\]>〕)] ?[:/]? ?| ?[:/=] ?)(.+)");
  static const pattern apart(u"(著者|執 筆|(?:研究|調査|作成|報告)(?:担当(?:者)?|代表者?|責任者|分担者?)|執筆者?|筆者|文責|文[と・](?:絵|写真|地図|図)|取材・(?:文|構成)|構成・文|報告者|講演者|発表者|評者|講師|話し?手|語り手|聞き手|登壇者|訳者?|[文著訳]) (.+)");
  static const pattern dotted(u"([文著訳])・(.+)");
  static const pattern behind(u"(.+?[ )])([著記述稿筆作談文訳])");
  static const pattern latin(u"((?:(?:Minutes|Notes?|Report|Text|Story|Words|Remarks|Lecture|Speech|Address|Interview|Review|Recorded|Compiled|Summari[sz]ed|Submitted|Drafted|"
      u"Reviewed|Presented|Delivered|Written|Prepared|Translated) )?(?:(?:taken|given|delivered|written) )?by:?|(?:Authors?|Author\\(s\\)|Rapporteurs?|Moderator|Speakers?|Lecturer|Presenter|Reporter|(?:Principal )?Contributors?|Columnist) ?:) ?(.+)", letter_case::any);
  // A look at the characters costs less than a pattern.
  const bool named = begins_with_any(line, u"著執筆文取構報講発評話語聞登訳研調作");
  const std::pair<const pattern *, bool> forms[] = {
      {&japanese, holds_any(line, u"】]>〕):/=")}, {&latin, begins_with_any(line, u"bBaAmMnNrRtTsSwWlLiIcCdDpP")}, {&apart, named}, {&dotted, named}};
  for (const auto &[form, may_be] : forms)
    if (const auto match = may_be ? form->match(line) : std::nullopt)
      return {match->groups[2], true, match->groups[1].indexOf(u'訳') >= 0 || match->groups[1].startsWith(u"Translated")};
  if (const auto match = ends_with_any(line, u"著記述稿筆作談文訳") ? behind.match(line) : std::nullopt) {
    icu::UnicodeString rest = match->groups[1];
    rest.trim();
    // 芹沢 文: a family name, and a given name of one letter
    constexpr int32_t longest_family_name = 3;
    if (rest.length() > longest_family_name || rest.indexOf(u' ') >= 0 || !has_cjk(rest)) return {rest, true, match->groups[2] == u"訳"};
  }
  return {line};
}

icu::UnicodeString without_marks(icu::UnicodeString line) {
  line.findAndReplace(u"∗", u"*");
  // "Sam Green^a and Ann Reed^b"
  static const pattern raised(u"(?<=\\p{L})\\^[a-z0-9](?:,[a-z0-9])*(?=[ ,;、]|$)");
  for (auto mark = line.indexOf(u'^') > 0 ? raised.find(line) : std::nullopt; mark; mark = raised.find(line)) line.removeBetween(mark->start, mark->end);
  // "Nozomi Takaharaa, Ann Reedb,*": raised letters that nothing shows any more
  static const pattern starred(u",[*†‡]"), raised_letter(u"(?<=\\p{Ll}{2})([a-d])(?=,|;| and |$)");
  if (!has_cjk(line) && starred.found_in(line)) {
    icu::UnicodeString bare = line;
    std::size_t letters = 0, names = 1;
    for (auto found = raised_letter.find(bare); found; found = raised_letter.find(bare)) {
      bare.removeBetween(found->start, found->end);
      bare.insert(found->start, u"^");
      ++letters;
    }
    for (int32_t i = line.indexOf(u", "); i >= 0; i = line.indexOf(u", ", i + 1)) ++names;
    if (letters >= names && letters > 1) line = bare.findAndReplace(u"^", u"");
  }
  // "Sam Green(a,*), Ann Reed [2]"
  static const pattern bracketed(u"(?<=\\p{L}) ?(?:\\((?:[a-h0-9*†‡](?:, ?[a-h0-9*†‡])*)\\)|(?:\\[[0-9](?:, ?[0-9])*\\])+)(?=[ ,;、・]|$)");
  if (holds_any(line, u")]"))
    for (auto mark = bracketed.find(line); mark; mark = bracketed.find(line)) line.removeBetween(mark->start, mark->end);
  // Who gives the talk: ○安積 利佳
  while (holds_any(icu::UnicodeString(line, 0, 1), u"○◯◎●")) line.remove(0, 1);
  line.trim();
  const bool set_apart = !holds_any(line, u"、,・/(") && line.indexOf(u" and ") < 0;
  static const pattern marked(u"(.*?)[*†‡§※¹²³⁴⁵⁶♣♦♠♥◆◇]+[0-9]? ?([ 、,・/].*)?");
  while (const auto match = holds_any(line, u"*†‡§※¹²³⁴⁵⁶♣♦♠♥◆◇") ? marked.match(line) : std::nullopt) {
    // 橋爪 悠* 片倉 実*: a mark ends a name as a comma does.
    const bool parts_names = match->groups[2].startsWith(u" ") && match->groups[2].length() > 2 && set_apart;
    line = parts_names ? match->groups[1] + (has_cjk(line) ? u"、" : u", ") + icu::UnicodeString(match->groups[2], 1) : match->groups[1] + match->groups[2];
  }
  // "Minori Toriumi a,* , Hedvig Lindqvist b"
  static const pattern letters_of_latin(u"(?<=\\p{Ll}) [a-h](?:, ?[a-h])*(?= ?,| ?;| and |$)");
  while (const auto mark = !has_cjk(line) && line.indexOf(u' ') > 0 ? letters_of_latin.find(line) : std::nullopt) line.removeBetween(mark->start, mark->end);
  // 伊集院 渉 a, 四方田 里沙 b
  static const pattern letter(u"(?<=[\\p{Han}\\p{Hiragana}\\p{Katakana}]) ?[a-e]\\)?(?=[ 、,・/]|$)");
  while (const auto mark = has_cjk(line) && holds_any(line, u"abcde") ? letter.find(line) : std::nullopt) line.removeBetween(mark->start, mark->end);
  // 青海 太郎1, 2、白浜 花子3: plain digits behind two names or more.
  static const pattern digits(u"(?<=\\p{L}) ?[0-9](?:, ?[0-9])*\\)?(?=[ 、,・/]|$)");
  icu::UnicodeString bare = line;
  int places = 0;
  const bool listed = !has_cjk(line) || holds_any(line, u"、,・/(");
  for (auto match = holds_any(bare, u"0123456789") ? digits.find(bare) : std::nullopt; match; match = digits.find(bare), ++places)
    bare.replaceBetween(match->start, match->end, listed || match->end == bare.length() ? u"" : u"、");
  if (places >= 2 || (places == 1 && is_plain_japanese_name(split_words(bare)))) line = bare;
  return line.trim();
}

/// Whether two letters stand by themselves, with one blank between them.
static bool has_letters_apart(const icu::UnicodeString &line) {
  constexpr std::u16string_view before = u" 、,(", behind = u" 、,)";
  for (int32_t i = line.indexOf(u' '); i >= 0; i = line.indexOf(u' ', i + 1))
    if ((i == 1 || (i > 1 && before.find(line[i - 2]) != npos)) && (i + 2 >= line.length() || behind.find(line[i + 2]) != npos)) return true;
  return false;
}

icu::UnicodeString without_spaced_positions(icu::UnicodeString line) {
  static const pattern it(u"(?:^|(?<=[ 、,(]))(?:([教助]) ([授教手])|([講医]) (師)|([所部課室局学院会社館校班係議団]) (長)|(理) (事)|(顧) (問)|(参) ([与事])|([主]) ([任査幹事])|(代) (表)|(記) (者))(?=$|[ 、,)])");
  for (auto match = has_letters_apart(line) ? it.find(line) : std::nullopt; match; match = it.find(line)) line.remove(match->start + 1, 1);
  return line;
}

icu::UnicodeString without_name_again(const icu::UnicodeString &line) {
  static const pattern both(u"([^/]{3,12}?) ?/ ?([A-Za-z.'’ -]{5,40})");
  const auto match = line.indexOf(u'/') > 0 ? both.match(line) : std::nullopt;
  return match && is_plain_japanese_name(split_words(match->groups[1])) && is_romanized_name(match->groups[2]) ? match->groups[1] : line;
}

icu::UnicodeString without_latin_gloss(const icu::UnicodeString &line) {
  static const pattern both(u"(.*[\\p{Han}\\p{Hiragana}\\p{Katakana}ー]) ([A-Z][A-Za-z.,'’ \\-]{5,80})");
  const auto match = holds_any(line, u"ABCDEFGHIJKLMNOPQRSTUVWXYZ") ? both.match(line) : std::nullopt;
  if (!match) return line;
  const icu::UnicodeString &latin = match->groups[2];
  // クレア・モンゴメリー Claire Montgomery
  if (match->groups[1].indexOf(u'・') > 0 && !has_hiragana(match->groups[1]) && is_plain_latin_name(latin)) return match->groups[1];
  return is_romanized_name(latin) || is_latin_affiliation(latin) ? match->groups[1] : line;
}

}  // namespace libsearch::ingest
