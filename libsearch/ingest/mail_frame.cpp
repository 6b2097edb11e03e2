#include "ingest/mail_frame.hpp"

#include <vector>

#include "ingest/line.hpp"
#include "ingest/pattern.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t most_lines = 14, most_parts = 4;

enum class part_kind { text, empty, imprint };

/// What the lines of a part speak of.
part_kind kind_of_part(const std::vector<std::string_view> &lines, std::size_t from, std::size_t to) {
  static const pattern said(
      u"[◎●○■□◆◇・※▼▽★☆*>+ ]*(?:(?:配信|購読)(?:の)?(?:停止|中止|解除|登録|変更|申込|申し込み)|(?:登録|解除|購読)(?:・(?:登録|解除|変更))?(?:は|の|:|手続).*|発行(?:元|者|人|所)? ?[:/]|編集(?:・発行|発行|者|人)? ?[:/]|"
      u"バックナンバー(?:は|:|の)|(?:ご意見|ご感想|お問い?合わ?せ).{0,20}(?:は|まで|:)|.{0,20}(?:無断転載|転載を禁|copyright|\\(c\\)|©)|to unsubscribe|unsubscribe|you (?:are receiving|received) this).*",
      letter_case::any);
  std::size_t count = 0, found = 0;
  for (std::size_t i = from; i < to; ++i) {
    const std::string_view line = trim(lines[i]);
    if (line.empty()) continue;
    if (++count > most_lines || line.size() > 240) return part_kind::text;
    if (said.matches(fold(line))) ++found;
  }
  return count == 0 ? part_kind::empty : found * 3 >= count && found > 0 ? part_kind::imprint : part_kind::text;
}

/// A line across the text; "..." is none.
bool is_frame(std::string_view line) { return columns(trim(line)) >= 8 && is_rule(fold(line)); }

}  // namespace

std::string without_mail_frame(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    lines.push_back(rest.substr(0, end));
    rest.remove_prefix(end == npos ? rest.size() : end + 1);
  }
  std::size_t kept = lines.size(), end = kept;
  for (std::size_t part = 0; part < most_parts; ++part) {
    std::size_t frame = end;
    while (frame > 0 && end - frame <= most_lines + 1 && !is_frame(lines[frame - 1])) --frame;
    if (frame == 0 || end - frame > most_lines || !is_frame(lines[frame - 1])) break;
    const part_kind kind = kind_of_part(lines, frame, end);
    if (kind == part_kind::text) break;
    end = frame - 1;
    if (kind == part_kind::imprint) kept = end;
  }
  if (kept == lines.size()) return std::string(text);
  std::string out;
  for (std::size_t i = 0; i < kept; ++i) (out += lines[i]) += '\n';
  return std::string(trim(out)).empty() ? std::string(text) : out;
}

}  // namespace libsearch::ingest
