#include "analysis/mecab_tokenizer.hpp"

#include <mecab.h>
#include <sys/stat.h>
#include <xxhash.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <mutex>

#include <libsearch/error.hpp>

#include "text/char_class.hpp"
#include "text/kana.hpp"
#include "text/utf8.hpp"

namespace libsearch::analysis {
namespace {

/// MeCab's memory grows with the length of what it cuts at once; runs of Japanese script are shorter than this
/// but for what nobody reads.
constexpr std::size_t longest_run = 2048;
/// Stands for characters beyond the basic plane, which MeCab would take for bytes: an ideograph in no dictionary.
constexpr std::string_view stand_in = "\xE9\xBE\xA5";  // U+9FA5

/// Where a dictionary writes what it knows.
struct layout {
  const char *name;
  std::size_t levels;   ///< of the part of speech
  std::size_t conjugation, base, reading;
};
constexpr layout ipadic{"ipadic", 4, 4, 6, 7};
constexpr layout juman{"juman", 2, 2, 4, 5};
/// lForm is the reading of the lemma; of what is inflected, pron is the one of the form.
constexpr layout unidic{"unidic", 4, 4, 10, 6};
constexpr std::size_t unidic_pronunciation = 9, unidic_kana = 20;

std::vector<std::string> split_features(const char *features) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char *c = features; *c; ++c) {
    if (*c == '"') quoted = !quoted;
    else if (*c == ',' && !quoted) cells.emplace_back();
    else cells.back() += *c;
  }
  return cells;
}

/// A dictionary, loaded once for all threads.
class loaded_model {
 public:
  loaded_model() : model_(MeCab::createModel("")) {
    if (!model_) {
      std::string cause = MeCab::getLastError() ? MeCab::getLastError() : "";
      cause = cause.substr(cause.find_last_of(')') == std::string::npos ? 0 : cause.find_last_of(')') + 1);
      std::replace(cause.begin(), cause.end(), '\n', ' ');
      throw error(errc::dictionary_missing, "dictionary \"mecab\": MeCab's dictionary cannot be loaded:" + cause,
                  "apt install mecab-ipadic-utf8, or use --dictionary icu");
    }
    const MeCab::DictionaryInfo *main = model_->dictionary_info();
    std::string charset = main && main->charset ? main->charset : "";
    std::transform(charset.begin(), charset.end(), charset.begin(), [](unsigned char c) { return std::tolower(c); });
    if (charset != "utf-8" && charset != "utf8")
      throw error(errc::dictionary_missing,
                  "dictionary \"mecab\": MeCab's dictionary is in " + charset + ", not in UTF-8",
                  "apt install mecab-ipadic-utf8, or use --dictionary icu");
    find_layout();
    name_it();
  }

  MeCab::Model &get() const { return *model_; }
  const layout *features() const { return layout_; }
  const std::string &name() const { return name_; }

  /// The one in use, or a new one.
  static std::shared_ptr<const loaded_model> shared() {
    static std::mutex mutex;
    static std::weak_ptr<const loaded_model> in_use;
    std::lock_guard lock(mutex);
    if (auto model = in_use.lock()) return model;
    auto model = std::make_shared<const loaded_model>();
    in_use = model;
    return model;
  }

 private:
  /// Which kind of dictionary it is: by what it says of a word that each has.
  void find_layout() {
    const std::unique_ptr<MeCab::Tagger> tagger(model_->createTagger());
    const std::unique_ptr<MeCab::Lattice> lattice(model_->createLattice());
    lattice->set_sentence("公園");
    if (!tagger->parse(lattice.get())) return;
    const auto cells = split_features(lattice->bos_node()->next->feature);
    const auto says = [&](std::size_t at, const char *reading) { return at < cells.size() && cells[at] == reading; };
    if (says(ipadic.reading, "コウエン")) layout_ = &ipadic;
    else if (says(unidic.reading, "コウエン")) layout_ = &unidic;
    else if (says(juman.reading, "こうえん")) layout_ = &juman;
  }

  /// Small files whole, large ones by their size: the entries and costs are counted in the sizes.
  void name_it() {
    XXH3_state_t *state = XXH3_createState();
    XXH3_64bits_reset(state);
    const auto add = [&](const std::string &text) { XXH3_64bits_update(state, text.data(), text.size()); };
    add(MeCab::Model::version());
    std::string first;
    for (const MeCab::DictionaryInfo *info = model_->dictionary_info(); info; info = info->next) {
      const std::string path = info->filename;
      if (first.empty()) first = path;
      add("/" + std::to_string(info->size) + "/" + std::to_string(info->lsize) + "/" + std::to_string(info->rsize) +
          "/" + std::to_string(info->version) + "/" + std::to_string(file_size(path)));
    }
    const std::string folder = first.substr(0, first.rfind('/') + 1);
    add("/" + std::to_string(file_size(folder + "matrix.bin")));
    for (const char *small : {"dicrc", "char.bin", "unk.dic"}) {
      std::ifstream in(folder + small, std::ios::binary);
      add(std::string{std::istreambuf_iterator<char>(in), {}});
    }
    char hash[17];
    std::snprintf(hash, sizeof hash, "%016llx", static_cast<unsigned long long>(XXH3_64bits_digest(state)));
    XXH3_freeState(state);
    name_ = std::string("mecab-") + (layout_ ? layout_->name : "dictionary") + "/" + MeCab::Model::version() + "/" +
            std::to_string(model_->dictionary_info()->size) + "/" + hash;
  }

  static long long file_size(const std::string &path) {
    struct stat status;
    return ::stat(path.c_str(), &status) == 0 ? static_cast<long long>(status.st_size) : 0;
  }

  std::unique_ptr<MeCab::Model> model_;
  const layout *layout_ = nullptr;
  std::string name_;
};

class mecab_tokenizer final : public tokenizer {
 public:
  mecab_tokenizer()
      : model_(loaded_model::shared()), tagger_(model_->get().createTagger()), lattice_(model_->get().createLattice()) {
    if (!tagger_ || !lattice_) throw error(errc::dictionary_missing, "MeCab cannot be started");
  }

  void boundaries(std::u16string_view text, std::vector<std::uint32_t> &out) override {
    out.clear();
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = run_end(text, at);
      if (end > at) cut(text, at, end, out);
      // On to the next character of Japanese script.
      for (at = end; at < text.size() && run_end(text, at) == at;) at += is_lead(text[at]) && at + 1 < text.size() ? 2 : 1;
    }
  }

  std::vector<lexeme> lexemes(std::u16string_view word) override {
    std::vector<lexeme> found;
    if (!model_->features() || word.empty() || word.size() > longest_run || run_end(word, 0) != word.size()) return found;
    if (!parse(word)) return found;
    std::vector<const MeCab::Node *> whole;
    for (const MeCab::Node *node = lattice_->begin_nodes(0); node; node = node->bnext)
      if (node->length == bytes_.size() && node->stat == MECAB_NOR_NODE) whole.push_back(node);
    std::stable_sort(whole.begin(), whole.end(), [](auto *a, auto *b) { return a->wcost < b->wcost; });
    for (const MeCab::Node *node : whole) {
      lexeme entry = read(*node);
      const bool known = std::any_of(found.begin(), found.end(), [&](const lexeme &other) {
        return other.reading == entry.reading && other.base == entry.base && other.part_of_speech == entry.part_of_speech;
      });
      if (!known) found.push_back(std::move(entry));
    }
    if (found.empty())
      if (lexeme joined = join_pieces(); !joined.reading.empty()) found.push_back(std::move(joined));
    return found;
  }

  bool knows_readings() const override { return model_->features() != nullptr; }
  std::string name() const override { return model_->name(); }

 private:
  static bool is_lead(char16_t unit) { return unit >= 0xD800 && unit < 0xDC00; }

  /// The end of the run of Japanese script that begins at `at`: `at` itself where none does.
  static std::size_t run_end(std::u16string_view text, std::size_t at) {
    while (at < text.size()) {
      std::size_t next = at;
      char32_t c = text[next++];
      if (is_lead(text[at]) && next < text.size()) c = 0x10000 + ((c - 0xD800) << 10) + (text[next++] - 0xDC00u);
      if (!text::is_japanese(text::class_of(c))) break;
      at = next;
    }
    return at;
  }

  /// Gives `run` to MeCab as bytes_; unit_of_byte_ leads back, no_unit inside a character.
  bool parse(std::u16string_view run) {
    bytes_.clear();
    unit_of_byte_.clear();
    for (std::size_t unit = 0; unit < run.size(); ++unit) {
      const auto start = static_cast<std::uint32_t>(unit);
      if (is_lead(run[unit]) && unit + 1 < run.size()) {
        bytes_ += stand_in;
        ++unit;
      } else {
        text::append(bytes_, run[unit]);
      }
      unit_of_byte_.push_back(start);
      unit_of_byte_.resize(bytes_.size(), no_unit);
    }
    lattice_->set_sentence(bytes_.data(), bytes_.size());
    return tagger_->parse(lattice_.get());
  }

  void cut(std::u16string_view text, std::size_t from, std::size_t to, std::vector<std::uint32_t> &out) {
    for (std::size_t start = from; start < to;) {
      std::size_t end = std::min(start + longest_run, to);
      if (end < to && is_lead(text[end - 1])) --end;
      out.push_back(static_cast<std::uint32_t>(start));
      if (!parse(text.substr(start, end - start)))
        throw error(errc::internal, std::string("MeCab: ") + lattice_->what());
      for (const MeCab::Node *node = lattice_->bos_node()->next; node && node->stat != MECAB_EOS_NODE; node = node->next) {
        const auto byte = static_cast<std::size_t>(node->surface - lattice_->sentence());
        if (byte > 0 && byte < unit_of_byte_.size() && unit_of_byte_[byte] != no_unit)
          out.push_back(static_cast<std::uint32_t>(start) + unit_of_byte_[byte]);
      }
      start = end;
    }
    out.push_back(static_cast<std::uint32_t>(to));
  }

  lexeme read(const MeCab::Node &node) const {
    const layout &at = *model_->features();
    const auto cells = split_features(node.feature);
    const auto cell = [&](std::size_t i) { return i < cells.size() && cells[i] != "*" ? cells[i] : std::string(); };
    lexeme entry;
    for (std::size_t level = 0; level < at.levels && !cell(level).empty(); ++level)
      (entry.part_of_speech += level ? "-" : "") += cells[level];
    entry.base = cell(at.base);
    entry.reading = cell(at.reading);
    if (&at == &unidic) {
      if (cells.size() > unidic_kana) entry.reading = cell(unidic_kana);
      else if (!cell(at.conjugation).empty()) entry.reading = cell(unidic_pronunciation);
    }
    entry.reading = text::to_katakana(entry.reading);
    if (!text::is_kana(entry.reading)) entry.reading.clear();
    return entry;
  }

  /// The reading of a word that the dictionary has in pieces only; none where a piece is unknown.
  lexeme join_pieces() const {
    lexeme joined;
    for (const MeCab::Node *node = lattice_->bos_node()->next; node && node->stat != MECAB_EOS_NODE; node = node->next) {
      const std::string surface(node->surface, node->length);
      lexeme piece = node->stat == MECAB_NOR_NODE ? read(*node) : lexeme{};
      if (piece.reading.empty() && text::is_kana(surface)) piece.reading = text::to_katakana(surface);
      if (piece.reading.empty()) return {};
      joined.reading += piece.reading;
      joined.part_of_speech = piece.part_of_speech;
    }
    return joined;
  }

  static constexpr std::uint32_t no_unit = 0xFFFFFFFF;

  std::shared_ptr<const loaded_model> model_;
  std::unique_ptr<MeCab::Tagger> tagger_;
  std::unique_ptr<MeCab::Lattice> lattice_;
  std::string bytes_;
  std::vector<std::uint32_t> unit_of_byte_;
};

}  // namespace

std::unique_ptr<tokenizer> make_mecab_tokenizer() { return std::make_unique<mecab_tokenizer>(); }

}  // namespace libsearch::analysis
