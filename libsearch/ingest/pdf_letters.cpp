#include "ingest/pdf_letters.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "ingest/page_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

/// Whether a line is a few kana and kanji, each by itself.
bool is_letters_apart(const std::string &text) {
  constexpr std::size_t fewest = 2, most = 8;
  std::size_t letters = 0, at = 0;
  bool apart = true;
  while (at < text.size()) {
    const char32_t c = next(text, at);
    if (is_blank(c)) {
      apart = true;
      continue;
    }
    if (!apart || !is_cjk(c) || ++letters > most) return false;
    apart = false;
  }
  return letters >= fewest;
}

/// Runs of a few lines of one letter each, with blank ones between: 喜 / 多 / 川 / 弘, below a text. Vertical text has longer ones.
std::string with_runs_joined(const std::string &text) {
  constexpr std::size_t fewest = 3, most = 6;
  const std::vector<std::string_view> lines = split(text, '\n');
  std::string out;
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t end = i, count = 0;
    std::string letters;
    for (std::size_t k = i; k < lines.size(); k += 2) {
      std::size_t at = 0;
      if (lines[k].empty() || lines[k].size() > 4 || !is_cjk(next(lines[k], at)) || at != lines[k].size()) break;
      if (++count <= most) letters += (letters.empty() ? "" : " ") + std::string(lines[k]);
      end = k + 1;
      if (k + 1 >= lines.size() || !lines[k + 1].empty()) break;
    }
    const bool run = count >= fewest && count <= most;
    if (run) out += letters;
    end = std::max(end, i + 1);
    for (std::size_t k = i; !run && k < end; ++k) out += (k > i ? "\n" : "") + std::string(lines[k]);
    if (end < lines.size()) out += '\n';
    i = end;
  }
  return out;
}

/// The usual form of a sign in the form for vertical lines: ︒ is 。, ﹁ is 「; as many bytes long. "" for others.
std::string_view upright_form(unsigned char second, unsigned char third) {
  static constexpr std::array<std::string_view, 10> from_fe10 = {"，", "、", "。", "：", "；", "！", "？", "〖", "〗", "…"};
  static constexpr std::array<std::string_view, 25> from_fe30 = {"‥", "—", "–", "＿", "＿", "（", "）", "｛", "｝", "〔", "〕", "【", "】",
                                                                 "《", "》", "〈", "〉", "「", "」", "『", "』", "、", "、", "［", "］"};
  const std::size_t code = (second - 0xB8U) * 0x40 + (third - 0x80U);  // from U+FE00 on
  if (code >= 0x10 && code < 0x10 + from_fe10.size()) return from_fe10[code - 0x10];
  if (code >= 0x30 && code < 0x30 + from_fe30.size()) return from_fe30[code - 0x30];
  return {};
}

}  // namespace

void make_signs_upright(std::string &text) {
  for (std::size_t at = text.find("\xEF"); at != npos && at + 2 < text.size(); at = text.find("\xEF", at + 3)) {
    const auto second = static_cast<unsigned char>(text[at + 1]), third = static_cast<unsigned char>(text[at + 2]);
    if (second != 0xB8 && second != 0xB9) continue;
    if (const std::string_view usual = upright_form(second, third); usual.size() == 3) text.replace(at, 3, usual);
  }
}

std::string with_letters_joined(const std::string &text, const std::vector<page_line> &lines) {
  const std::size_t page_end = std::min(text.find('\f'), text.size());
  std::vector<std::string> page;
  for (const page_line &one : lines) {
    if (!is_letters_apart(one.text)) continue;
    if (page.empty()) page = lines_of(std::string_view(text).substr(0, page_end));
    std::vector<std::string> rest = page;
    const std::size_t place = take_line(rest, without_blanks(one.text));
    // Those that stand on one line already are left there.
    if (place == npos || page.size() - rest.size() < 2) continue;
    rest.insert(rest.begin() + static_cast<std::ptrdiff_t>(place), squeeze(one.text));
    page = std::move(rest);
  }
  if (page.empty()) return with_runs_joined(text);
  std::string out;
  for (const std::string &one : page) out += one + "\n";
  return with_runs_joined(out + text.substr(page_end));
}

}  // namespace libsearch::ingest
