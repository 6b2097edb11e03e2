#include "variants/conjugation.hpp"

#include "text/char_class.hpp"
#include "variants/letters.hpp"

namespace libsearch::variants {
namespace {

using view = std::u32string_view;

bool in(char32_t c, view set) { return set.find(c) != view::npos; }

// Columns of the table by row: a, i, u, e, o.
constexpr view rows[] = {U"わいうえお", U"かきくけこ", U"がぎぐげご", U"さしすせそ", U"たちつてと",
                         U"なにぬねの", U"ばびぶべぼ", U"まみむめも", U"らりるれろ"};
constexpr view column_i = U"いきぎしじちにびみり", column_e = U"えけげせぜてでねべめれ";

/// The dictionary kana of the row that has `kana` in a column; 0 where it has none.
char32_t row_by(char32_t kana, std::size_t column) {
  for (const view row : rows)
    if (row[column] == kana) return row[2];
  return 0;
}

// Kanji that, with る directly behind, make an ichidan verb.
constexpr view ichidan_kanji = U"見出着寝煮得経似射診観看視鋳獲";
// ichidan verbs in -iru, by kanji and kana.
constexpr view ichidan_in_i[] = {U"起き", U"生き", U"尽き", U"飽き", U"過ぎ", U"落ち", U"満ち", U"朽ち", U"降り", U"下り", U"借り", U"足り",
                                 U"懲り", U"試み", U"顧み", U"省み", U"用い", U"率い", U"老い", U"報い", U"悔い", U"強い", U"帯び",
                                 U"伸び", U"延び", U"浴び", U"滅び", U"詫び", U"閉じ", U"恥じ", U"綻び"};
// Godan verbs in -iru and -eru with kana before る.
constexpr view godan_in_ru[] = {U"混じる", U"交じる", U"滑べる", U"遮ぎる"};
// Verbs in く; other words in く are adjectives.
constexpr view verbs_in_ku = U"行書聞働動引置開続解説着付築導招抱描欠除抜敷叩泣鳴吹焼歩向傾響輝驚磨裂割咲弾退省基空浮湧赴届届効利突炊履掃拭";
// Adverbs and nouns in く.
constexpr view no_adjective_ku = U"全暫悉専如近同";
// Verbs in う: 扱った, and nouns such as 扱い.
constexpr view verbs_in_u = U"買使思言会合払扱追問習従失願担違争伴補整揃狙戦笑歌誘養救洗酔食吸縫謳雇疑賄伺慕覆負償商迷請競舞漂沿添敬奪拾誓占狂祝呪襲"
                            U"厭嫌遭逢遇這倣損行向";
// Verbs in つ and ぶ.
constexpr view verbs_in_tsu = U"持待立勝打保育断撃放討分絶";
constexpr view verbs_in_bu = U"遊飛呼選学運結喜並叫転忍及尊浮";
// Verbs in す with the kanji directly before it.
constexpr view verbs_in_su = U"示直渡消出通返戻回越流話残押指差貸探倒崩試促隠殺刺移写映表現著記印徴課介略訳壊耕移離放帰治貸冷溶燃増減"
                             U"動生活致興起落散乱脅蒸化尽";
// Those among them that go on after another kanji: 見直した, not 輸出した.
constexpr view before_su_verb = U"見引取差払繰押打貸持振売買切盛焼読積立追飛抜掘呼投書割受";
// Adjectives with ない, たい, う and the like directly behind the kanji.
constexpr view nai_adjectives = U"少危切", tai_adjectives = U"冷重眠";
// Nouns in い that are neither.
constexpr view nouns_in_i = U"勢幸互災類匂憩位老報悔用率強";
// Verbs in かる: 分かった is no adjective.
constexpr view verbs_in_karu = U"分助掛架係懸預授儲受漬罹";
// Verbs in ける: 受ければ is no adjective.
constexpr view verbs_in_keru = U"受付避掛設続助分開届向欠負抜溶解焼明懸賭砕裂溶傾授預架空漬怠抱向退助着";

bool is_katakana(char32_t c) { return text::class_of(c) == text::char_class::katakana; }

class reader {
 public:
  explicit reader(view text) : text_(text) {
    tail_ = text.size();
    while (tail_ > 0 && is_hiragana(text[tail_ - 1])) --tail_;
  }

  std::optional<inflected> read() const {
    if (tail_ == 0 || tail_ == text_.size()) return std::nullopt;
    if (const auto found = suru()) return found;
    if (!is_han(text_[tail_ - 1])) return std::nullopt;
    if (const auto found = te_or_ta()) return found;
    if (const auto found = negative_or_polite()) return found;
    if (const auto found = adjective()) return found;
    return dictionary_form();
  }

 private:
  view tail() const { return text_.substr(tail_); }
  char32_t kanji() const { return text_[tail_ - 1]; }

  std::optional<inflected> godan(std::size_t stem, char32_t row) const {
    if (row == 0) return std::nullopt;
    return inflected{word_class::godan, stem, row, row == U'く' && stem == tail_ && kanji() == U'行'};
  }
  std::optional<inflected> ichidan(std::size_t stem) const { return inflected{word_class::ichidan, stem, 0, false}; }

  std::optional<inflected> suru() const {
    static constexpr view forms[] = {U"する", U"した", U"して", U"しない", U"しなかった", U"します", U"しました", U"すれば", U"しよう",
                                     U"される", U"された", U"されて", U"させる", U"させた", U"すべき", U"せず", U"している",
                                     U"していた", U"しています", U"されている"};
    bool found = false;
    for (const view form : forms) found |= tail() == form;
    const bool latin = kanji() < 0x80;
    if (!found || (!is_han(kanji()) && !is_katakana(kanji())) || latin) return std::nullopt;
    const bool two = tail_ > 1 && (is_han(text_[tail_ - 2]) || is_katakana(text_[tail_ - 2]));
    if (!two && is_katakana(kanji())) return std::nullopt;
    // 示した, 見直した are of 示す and 見直す.
    if (tail()[0] == U'し' && in(kanji(), verbs_in_su) && (!two || in(text_[tail_ - 2], before_su_verb))) return std::nullopt;
    return inflected{word_class::suru, tail_, 0, false};
  }

  /// 進んだ, 走って, 書いた, 示した, 受けた; also before いる.
  std::optional<inflected> te_or_ta() const {
    std::size_t end = text_.size();
    for (const view form : {view(U"いる"), view(U"いた"), view(U"いない"), view(U"います"), view(U"いました")})
      if (tail().size() > form.size() + 1 && tail().ends_with(form) && in(text_[end - form.size() - 1], U"てで")) {
        end -= form.size();
        break;
      }
    if (end - tail_ < 1 || !in(text_[end - 1], U"たてだで")) return std::nullopt;
    const bool voiced = in(text_[end - 1], U"だで");
    if (end - tail_ == 1) {
      if (voiced || !in(kanji(), ichidan_kanji)) return std::nullopt;
      return ichidan(tail_);
    }
    const std::size_t stem = end - 2;  // without the sound change
    const bool direct = stem == tail_;
    const char32_t sound = text_[stem];
    if (voiced) {
      if (sound == U'い') return godan(stem, U'ぐ');
      if (sound != U'ん') return std::nullopt;
      if (direct && kanji() == U'死') return godan(stem, U'ぬ');
      const bool bu = direct ? in(kanji(), verbs_in_bu) : text_[stem - 1] == U'か' && kanji() == U'浮';
      return godan(stem, bu ? U'ぶ' : U'む');
    }
    if (sound == U'っ') {
      const bool past_adjective = text_[end - 1] == U'た' && !direct && text_[stem - 1] == U'か';
      if (past_adjective && end == text_.size() && !(stem - 1 == tail_ && in(kanji(), verbs_in_karu))) return std::nullopt;
      if (direct && kanji() == U'行') return inflected{word_class::godan, stem, U'く', true};
      if (direct && in(kanji(), verbs_in_u)) return godan(stem, U'う');
      if (direct && in(kanji(), verbs_in_tsu)) return godan(stem, U'つ');
      if (!direct && text_[stem - 1] == U'か' && kanji() == U'向') return godan(stem, U'う');
      if (!direct && text_[stem - 1] == U'な' && in(kanji(), U"行失伴補")) return godan(stem, U'う');
      return godan(stem, U'る');
    }
    if (sound == U'い' && !is_ichidan_in_i(stem + 1) && (!direct || in(kanji(), verbs_in_ku))) return godan(stem, U'く');
    if (sound == U'し') return godan(stem, U'す');
    if (in(sound, column_e) || sound == U'じ' || is_ichidan_in_i(stem + 1)) return ichidan(stem + 1);
    return std::nullopt;
  }

  bool is_ichidan_in_i(std::size_t end) const {
    if (end < 2) return false;
    const view word = text_.substr(end - 2, 2);
    for (const view known : ichidan_in_i)
      if (word == known) return true;
    return false;
  }

  /// 進まない, 進まず, 進みます, 進めば, 進もう.
  std::optional<inflected> negative_or_polite() const {
    static constexpr view negatives[] = {U"なかった", U"なければ", U"ない", U"ず"};
    for (const view form : negatives)
      if (tail().ends_with(form)) return by_column(text_.size() - form.size(), 0, form == U"ず");
    static constexpr view polites[] = {U"ました", U"ません", U"ます"};
    for (const view form : polites)
      if (tail().ends_with(form)) return by_column(text_.size() - form.size(), 1, false);
    const std::size_t size = tail().size();
    if (tail().ends_with(U"れば") && size >= 2) {
      const std::size_t stem = text_.size() - 2;
      if (stem == tail_) return in(kanji(), ichidan_kanji) ? ichidan(stem) : godan(stem, U'る');
      const char32_t before = text_[stem - 1];
      if (before == U'け' && !(stem - 1 == tail_ && in(kanji(), verbs_in_keru))) return std::nullopt;
      return in(before, column_e) || before == U'じ' || is_ichidan_in_i(stem) ? ichidan(stem) : godan(stem, U'る');
    }
    if (tail().ends_with(U"ば") && size >= 2) return godan(text_.size() - 2, row_by(text_[text_.size() - 2], 3));
    if (tail().ends_with(U"よう") && size >= 2) {
      const std::size_t stem = text_.size() - 2;
      if (stem == tail_) return in(kanji(), ichidan_kanji) ? ichidan(stem) : std::nullopt;
      if (in(text_[stem - 1], column_e) || is_ichidan_in_i(stem)) return ichidan(stem);
      return std::nullopt;
    }
    if (tail().ends_with(U"う") && size >= 2) return godan(text_.size() - 2, row_by(text_[text_.size() - 2], 4));
    return std::nullopt;
  }

  /// The verb whose kana before `end` is of the column; ichidan where it is e, or i of the list.
  std::optional<inflected> by_column(std::size_t end, std::size_t column, bool strict) const {
    if (end == tail_) return !strict && in(kanji(), ichidan_kanji) ? ichidan(end) : std::nullopt;
    const char32_t before = text_[end - 1];
    if (in(before, column_e) || before == U'じ' || is_ichidan_in_i(end)) return ichidan(end);
    return godan(end - 1, row_by(before, column));
  }

  /// 高い, 新しく, 大きかった, 少なければ.
  std::optional<inflected> adjective() const {
    static constexpr view forms[] = {U"かった", U"ければ", U"い", U"く", U"くて"};
    for (const view form : forms) {
      if (!tail().ends_with(form)) continue;
      const std::size_t stem = text_.size() - form.size();
      if (is_adjective_stem(stem, form)) return inflected{word_class::adjective, stem, 0, false};
    }
    return std::nullopt;
  }

  bool is_adjective_stem(std::size_t stem, view form) const {
    if (stem == tail_) {
      if (form == U"い") return !in(kanji(), verbs_in_u) && !in(kanji(), nouns_in_i);
      if (form == U"く") return !in(kanji(), verbs_in_ku) && !in(kanji(), verbs_in_u) && !in(kanji(), no_adjective_ku);
      return true;
    }
    const char32_t last = text_[stem - 1];
    if (last == U'し') return form != U"い" || stem - 1 == tail_ || in(text_[stem - 2], U"わかましら");
    if (stem - 1 != tail_) return false;
    if (last == U'な') return in(kanji(), nai_adjectives);
    if (last == U'た') return in(kanji(), tai_adjectives);
    if (last == U'き') return kanji() == U'大';
    if (last == U'さ') return kanji() == U'小';
    if (last == U'る') return kanji() == U'明';
    if (last == U'か') return in(kanji(), U"細温暖短柔軟");
    return false;
  }

  std::optional<inflected> dictionary_form() const {
    const char32_t last = text_.back();
    const std::size_t stem = text_.size() - 1;
    const bool direct = stem == tail_;
    if (last == U'る') {
      if (direct) return in(kanji(), ichidan_kanji) ? ichidan(stem) : kanji() == U'有' || kanji() == U'居' || kanji() == U'来' ? std::nullopt : godan(stem, U'る');
      for (const view known : godan_in_ru)
        if (text_.ends_with(known)) return godan(stem, U'る');
      const char32_t before = text_[stem - 1];
      if (tail().ends_with(U"てる") || tail().ends_with(U"いる")) {
        // 立てる is a verb, している and 見ている are not forms of 〜てる.
        if (tail().ends_with(U"ている") || tail().ends_with(U"でいる")) return std::nullopt;
        if (tail().ends_with(U"いる") && !is_ichidan_in_i(stem)) return std::nullopt;
      }
      if (tail().ends_with(U"ある") || tail().ends_with(U"なる")) return std::nullopt;
      return in(before, column_e) || in(before, column_i) ? ichidan(stem) : godan(stem, U'る');
    }
    if (last == U'く' && !(direct ? in(kanji(), verbs_in_ku) : in(text_[stem - 1], U"らか"))) return std::nullopt;
    if (last == U'つ' && !(direct && in(kanji(), verbs_in_tsu))) return std::nullopt;
    if (last == U'ぬ' && !(direct && kanji() == U'死')) return std::nullopt;
    if (last == U'う' && !direct && !in(text_[stem - 1], U"かなわら")) return std::nullopt;
    if (last == U'む' || last == U'す' || last == U'ぶ' || last == U'ぐ' || last == U'く' || last == U'つ' || last == U'ぬ' || last == U'う')
      return godan(stem, last);
    return std::nullopt;
  }

  view text_;
  std::size_t tail_;  // where the hiragana at the end begin
};

}  // namespace

std::optional<inflected> find_inflected(view text) { return reader(text).read(); }

std::vector<std::u32string> endings_of(const inflected &word, view text) {
  switch (word.kind) {
    case word_class::suru:
      return {U"する", U"した", U"して", U"しない", U"しよう", U"しま", U"すれば", U"すべ", U"され", U"させ", U"せず"};
    case word_class::adjective: return {U"い", U"く", U"かった", U"かっ", U"けれ", U"さ"};
    case word_class::ichidan: {
      std::vector<std::u32string> endings{U"る", U"た", U"て", U"ない", U"なか", U"よう", U"れば", U"られ", U"ず", U"ます", U"まし", U"ませ"};
      // 受け入れ is a noun as well, and no form of another verb.
      std::size_t kana = 0;
      while (kana < word.stem && is_hiragana(text[word.stem - 1 - kana])) ++kana;
      const bool compound = kana > 0 && word.stem > kana + 2 && is_hiragana(text[word.stem - kana - 2]);
      if (compound) return {U"", U"る"};
      return endings;
    }
    case word_class::godan: break;
  }
  view row;
  for (const view candidate : rows)
    if (candidate[2] == word.row) row = candidate;
  const auto kana = [&](std::size_t column) { return std::u32string(1, row[column]); };
  std::vector<std::u32string> endings{kana(2)};
  std::u32string sound = U"っ";
  bool voiced = false;
  switch (word.row) {
    case U'む':
    case U'ぶ':
    case U'ぬ': sound = U"ん", voiced = true; break;
    case U'ぐ': sound = U"い", voiced = true; break;
    case U'く': sound = word.irregular ? U"っ" : U"い"; break;
    case U'す': sound.clear(); break;
    default: break;
  }
  // し is in した and して; the other forms before ます are nouns as well: 進み.
  endings.push_back(kana(1));
  if (!sound.empty()) {
    endings.push_back(sound + (voiced ? U"だ" : U"た"));
    endings.push_back(sound + (voiced ? U"で" : U"て"));
  }
  for (const view tail : {view(U"な"), view(U"ず"), view(U"れ"), view(U"せ")}) endings.push_back(kana(0) + std::u32string(tail));
  endings.push_back(kana(3) + U"ば");
  endings.push_back(kana(4) + U"う");
  return endings;
}

}  // namespace libsearch::variants
