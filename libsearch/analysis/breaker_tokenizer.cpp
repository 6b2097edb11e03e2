#include "analysis/breaker_tokenizer.hpp"

#include <algorithm>

#include <libsearch/error.hpp>

#include "text/utf8.hpp"

namespace libsearch {

word_breaker::~word_breaker() = default;

namespace analysis {
namespace {

constexpr std::size_t longest_name = 100;

bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= longest_name && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("._-+/").find(c) != std::string_view::npos;
  });
}

class breaker_tokenizer final : public tokenizer {
 public:
  explicit breaker_tokenizer(const word_breaker &breaker) : name_(dictionary_name(breaker)), breaker_(breaker.clone()) {
    if (!breaker_ || dictionary_name(*breaker_) != name_)
      throw error(errc::invalid_argument, "the clone of the word breaker \"" + breaker.name() + "\" is not one",
                  "return an object of the same name from clone()");
  }

  void boundaries(std::u16string_view text, std::vector<std::uint32_t> &boundaries) override {
    boundaries.clear();
    bytes_ = text::to_utf8(text);
    ends_.clear();
    breaker_->append_word_ends(bytes_, ends_);
    std::size_t at = 0;
    std::uint32_t unit = 0;
    for (const std::size_t end : ends_) {
      while (at < end && at < bytes_.size()) unit += text::next(bytes_, at) >= 0x10000 ? 2 : 1;
      if (at != end)
        throw error(errc::invalid_argument,
                    "the word breaker \"" + breaker_->name() + "\" gave " + std::to_string(end) +
                        " as the end of a word in a text of " + std::to_string(bytes_.size()) + " bytes",
                    "give ends in ascending order, behind whole characters");
      boundaries.push_back(unit);
    }
  }

  std::string name() const override { return name_; }

 private:
  std::string name_;
  std::unique_ptr<word_breaker> breaker_;
  std::string bytes_;
  std::vector<std::size_t> ends_;
};

}  // namespace

std::string dictionary_name(const word_breaker &breaker) {
  const std::string name = breaker.name();
  if (!is_name(name))
    throw error(errc::invalid_argument, "a word breaker can't have the name \"" + text::repair(name) + "\"",
                "names have 1 to 100 letters, digits and ._-+/ of ASCII");
  return std::string(breaker_prefix) + name;
}

std::string_view breaker_name(std::string_view dictionary) {
  if (dictionary.substr(0, breaker_prefix.size()) != breaker_prefix) return {};
  return dictionary.substr(breaker_prefix.size());
}

std::unique_ptr<tokenizer> make_breaker_tokenizer(const word_breaker &breaker) {
  return std::make_unique<breaker_tokenizer>(breaker);
}

}  // namespace analysis
}  // namespace libsearch
