#include "query/relax.hpp"

#include <algorithm>

#include "text/normalizer.hpp"
#include "text/utf8.hpp"

namespace libsearch::query {
namespace {

bool is_plain(const query_node &node) { return node.op == query_op::text && node.field.empty(); }

}  // namespace

relaxed_query relax(const query_node &root, analysis::text_analyzer &analyzer) {
  relaxed_query result;
  result.fixed.op = query_op::all_of;
  std::vector<const query_node *> parts{&root};
  if (root.op == query_op::all_of) {
    parts.clear();
    for (const query_node &child : root.children) parts.push_back(&child);
  }
  for (const query_node *part : parts) {
    if (!is_plain(*part)) {
      result.fixed.children.push_back(*part);
      continue;
    }
    const std::string text = text::normalize_only(text::repair(part->text));
    const auto &words = analyzer.words(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const analysis::word &word = words[i];
      if (i > 0 && analysis::is_counter(text, words[i - 1], word)) continue;
      const std::string surface = text.substr(word.start, word.end - word.start);
      // One kana alone says nothing, whatever it is.
      const bool content = !word.function && !analysis::is_question_word(surface) && (word.first != text::char_class::hiragana || text::length(surface) > 1);
      if (content && std::find(result.words.begin(), result.words.end(), surface) == result.words.end())
        result.words.push_back(surface);
    }
  }
  return result;
}

}  // namespace libsearch::query
