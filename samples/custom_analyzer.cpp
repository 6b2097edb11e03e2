// Your own word breaks: an index cut by a glossary instead of a dictionary.
//
//   c++ -std=c++17 custom_analyzer.cpp $(pkg-config --cflags --libs libsearch) -o custom_analyzer
//   ./custom_analyzer
//
// Wherever words are cut, each string that occurs is found. What changes is what counts as a word: for
// "word:", for ranking and for completion. The documents are fictional, the index is in memory.
#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <libsearch/libsearch.hpp>

namespace {

/// Cuts out the longest entry of a glossary that begins at a place; where none does, one character.
class glossary_breaker final : public libsearch::word_breaker {
 public:
  explicit glossary_breaker(std::vector<std::string> entries) : entries_(std::move(entries)) {
    const auto longer = [](const std::string &a, const std::string &b) { return a.size() > b.size(); };
    std::sort(entries_.begin(), entries_.end(), longer);
  }

  // Kept in the index. Change it with the glossary: old and new cuts are never mixed then.
  std::string name() const override { return "glossary/1"; }

  std::unique_ptr<libsearch::word_breaker> clone() const override {
    return std::make_unique<glossary_breaker>(*this);
  }

  void append_word_ends(std::string_view text, std::vector<std::size_t> &ends) override {
    for (std::size_t at = 0; at < text.size();) {
      at += length_of_word(text.substr(at));
      ends.push_back(at);
    }
  }

 private:
  std::size_t length_of_word(std::string_view text) const {
    for (const std::string &entry : entries_)
      if (text.compare(0, entry.size(), entry) == 0) return entry.size();
    std::size_t character = 1;
    while (character < text.size() && (static_cast<unsigned char>(text[character]) & 0xC0) == 0x80) ++character;
    return character;
  }

  std::vector<std::string> entries_;
};

void show_words(const std::shared_ptr<const libsearch::word_breaker> &breaker, const std::string &text) {
  libsearch::analyzer_options options;
  options.breaker = breaker;
  for (const libsearch::token &token : libsearch::analyzer(options).analyze(text))
    if (token.kind == libsearch::token_kind::word) std::cout << token.text << " / ";
  std::cout << "\n";
}

void count(libsearch::index &index, const std::string &query) {
  libsearch::search_request request;
  request.query = query;
  std::cout << query << ": " << index.search(request).total.value << " found\n";
}

}  // namespace

int main() try {
  const std::string text = "潮流発電所の羽根車を鳴瀬沖で交換した。";
  const auto breaker = std::make_shared<const glossary_breaker>(
      std::vector<std::string>{"潮流発電所", "潮流発電", "羽根車", "鳴瀬沖", "交換"});
  show_words(nullptr, text);
  show_words(breaker, text);

  // What writes the index and what reads it need the same breaker.
  libsearch::memory_index_options options;
  options.writing.breaker = breaker;
  const libsearch::memory_index notes(options);
  libsearch::index_writer writer = notes.writer();
  libsearch::document note;
  note.id = "1";
  note.title = "潮流発電所の点検";
  note.body = text;
  writer.put(note);
  writer.commit();

  libsearch::index_options reading;
  reading.breaker = breaker;
  libsearch::index index = notes.reader(reading);
  count(index, "潮流");           // stands inside a word of the glossary
  count(index, "word:潮流");      // is none of its words
  count(index, "word:潮流発電所");
  for (const libsearch::completion &completion : index.suggest("潮")) std::cout << "潮... " << completion.text << "\n";
} catch (const libsearch::error &failure) {
  std::cerr << failure.what() << "\n" << failure.hint() << "\n";
  return 1;
}
