#include "analysis/function_words.hpp"

namespace libsearch::analysis {

function_words::function_words(std::string_view list) : list_(list) {
  const std::string_view all = list_;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t blank = std::min(all.find(' ', at), all.size());
    if (blank > at) words_.insert(all.substr(at, blank - at));
    at = blank + 1;
  }
}

std::string_view function_words::standard() {
  // Particles, auxiliaries and formal nouns in kana: words among the most frequent of essays and
  // fiction alike, as the tokenizer cuts them, old kana included.
  return "の は が を に と で も へ や か な ね よ て た だ し い う る れ ら り く き さ せ す ば ず "
         "ぬ む ん から まで より など ので のに けれど けれども たり ながら です ます でし まし ませ "
         "ある あっ あり いる する なる なっ なり ない なく なかっ なけれ という といふ として について "
         "によって において における に対して その この あの それ これ そこ ここ そして しかし また こと "
         "もの とき ところ よう ため たち さう そう たい られ させ れる られる だっ だろ であり では には とは "
         "ても でも って つた つて たる おり いっ いく くる き た べき まま だけ ほど ばかり さえ しか";
}

bool is_question_word(std::string_view word) {
  static const function_words asking(
      "何 なに なん どこ どちら どっち どれ どの どんな どう どのよう いつ 誰 だれ なぜ 何故 いくつ いくら "
      "ですか でしょう でしょ ください 下さい what who whom whose where when why how which");
  return asking.contains(word);
}

}  // namespace libsearch::analysis
