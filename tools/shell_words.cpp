#include "shell_words.hpp"

#include <algorithm>

namespace jsearch {

namespace {

bool needs_quotes(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return !letter && static_cast<unsigned char>(c) < 0x80 &&
         std::string_view("_-./,:=+@%^").find(c) == std::string_view::npos;
}

}  // namespace

std::string shell_word(std::string_view word) {
  // The blank of Japanese keyboards separates words in no shell, but reads as if it did.
  const bool quotes = word.empty() || std::any_of(word.begin(), word.end(), needs_quotes) ||
                      word.find("\u3000") != std::string_view::npos;
  if (!quotes) return std::string(word);
  std::string out = "'";
  for (char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string command_again(const std::string &command, const arguments &given,
                          const std::string &option, const std::string &value) {
  std::string words;
  const auto &typed = given.typed();
  bool options_end = false;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    options_end = options_end || typed[i] == "--";
    if (!options_end && (typed[i] == "--offset" || typed[i] == "--after")) {
      ++i;
      continue;
    }
    if (!options_end && (typed[i].rfind("--offset=", 0) == 0 || typed[i].rfind("--after=", 0) == 0)) continue;
    words += ' ';
    words += shell_word(typed[i]);
  }
  return "jsearch " + command + " --" + option + " " + shell_word(value) + words;
}

}  // namespace jsearch
