#include "app.hpp"

#include <algorithm>

#include <ncurses.h>

namespace {

constexpr int query_column = 6;
const char *const help = "上下 選ぶ  Enter 開く  Tab 絞り込み  右 補完  ^N 新規  Esc 消す  ^Q 終わる";
const char *const help_boxes = "上下 選ぶ  空白 付け外し  Tab 検索へ戻る  Esc すべて外す  ^Q 終わる";

constexpr wint_t escape = 27;
wint_t control(char letter) { return static_cast<wint_t>(letter & 0x1F); }

/// The part of a list that is shown, so that the chosen line is in it.
std::size_t first_shown(std::size_t chosen, std::size_t room) { return chosen < room ? 0 : chosen - room + 1; }

}  // namespace

void app::run() {
  sync();
  search();
  for (;;) {
    draw();
    wint_t key = 0;
    bool special = false;
    if (screen_.read(key, special)) {
      if (!take(key, special)) return;
    } else if (screen_.gone()) {
      return;
    } else {
      sync();  // nobody types: another program may have changed a note
    }
  }
}

void app::sync() try {
  if (notes_.sync()) search();
  message_ = notes_.unreadable() ? std::to_string(notes_.unreadable()) + " 件は UTF-8 ではなく、読めません" : "";
} catch (const libsearch::error &failure) {
  message_ = failure.what();
}

void app::search() try {
  libsearch::search_request request;
  request.query = to_utf8(query_);
  request.filters = filters_;
  request.facets = {{"topic", 30}, {"date:month", 12}};
  request.limit = 50;
  request.snippet_length = 100;
  if (query_.empty()) request.sort = libsearch::sort_order::date_descending;
  results_ = notes_.index().search(request);
  completions_.clear();
  if (!query_.empty()) completions_ = notes_.index().suggest(request.query, 5);
  hit_ = std::min(hit_, results_.hits.empty() ? 0 : results_.hits.size() - 1);
  make_boxes();
} catch (const libsearch::error &failure) {
  message_ = failure.what();
}

void app::make_boxes() {
  boxes_.clear();
  for (const libsearch::facet_result &facet : results_.facets) {
    const bool topic = facet.field == "topic";
    if (facet.values.empty()) continue;
    boxes_.push_back({"", "", topic ? "話題" : "月", ""});
    for (const libsearch::facet_value &value : facet.values)
      boxes_.push_back({topic ? "topic" : "date", value.value, value.value.empty() ? "(なし)" : value.value,
                        std::to_string(value.count), value.selected});
  }
  box_ = std::clamp<std::size_t>(box_, 1, std::max<std::size_t>(boxes_.size(), 2) - 1);
  if (boxes_.empty()) in_boxes_ = false;
}

bool app::take(wint_t key, bool special) {
  message_.clear();
  if (special) {
    if (key == KEY_UP) move(-1);
    if (key == KEY_DOWN) move(1);
    if (key == KEY_RIGHT) complete();
    if (key == KEY_BACKSPACE) take_character(L'\b');
    if (key == KEY_ENTER) open();
    return true;  // KEY_RESIZE too: the next draw() sees the new size
  }
  if (key == control('C') || key == control('Q')) return false;
  if (key == '\t')
    in_boxes_ = !in_boxes_ && !boxes_.empty();
  else if (key == '\r' || key == '\n')
    in_boxes_ ? toggle() : open();
  else if (in_boxes_ && key == ' ')
    toggle();
  else if (key == control('N')) {
    screen_.edit(notes_.create(to_utf8(query_)).string());
    sync();
  } else if (key == escape || key == control('U')) {
    in_boxes_ ? filters_.clear() : query_.clear();
    search();
  } else if (key == 127 || key == '\b')
    take_character(L'\b');
  else if (key >= ' ')
    take_character(static_cast<wchar_t>(key));
  return true;
}

void app::take_character(wchar_t c) {
  in_boxes_ = false;
  if (c != L'\b')
    query_ += c;
  else if (!query_.empty())
    query_.pop_back();
  hit_ = 0;
  search();
}

void app::move(int by) {
  std::size_t &chosen = in_boxes_ ? box_ : hit_;
  const std::size_t count = in_boxes_ ? boxes_.size() : results_.hits.size();
  std::size_t next = chosen;
  do {
    next += static_cast<std::size_t>(by);  // below 0 it is very large
    if (next >= count) return;
  } while (in_boxes_ && boxes_[next].field.empty());
  chosen = next;
}

void app::toggle() {
  if (box_ >= boxes_.size()) return;
  const libsearch::filter wanted{boxes_[box_].field, boxes_[box_].value};
  const auto end = std::remove_if(filters_.begin(), filters_.end(), [&](const libsearch::filter &f) {
    return f.field == wanted.field && f.value == wanted.value;
  });
  if (end == filters_.end())
    filters_.push_back(wanted);
  else
    filters_.erase(end, filters_.end());
  hit_ = 0;
  search();
  // The counts of the other facet changed, and with them the order: stay on the line that was ticked.
  for (std::size_t i = 0; i < boxes_.size(); ++i)
    if (boxes_[i].field == wanted.field && boxes_[i].value == wanted.value) box_ = i;
}

void app::open() {
  if (hit_ >= results_.hits.size()) return;
  screen_.edit(notes_.file_of(results_.hits[hit_].id).string());
  sync();
}

void app::complete() {
  const std::string typed = to_utf8(query_);
  if (!results_.suggestions.empty() && results_.hits.empty())
    query_ = to_wide(results_.suggestions.front());
  else if (!completions_.empty())
    query_ = to_wide(completions_.front().text);
  search();
}

std::string app::line_below_query() const {
  if (!message_.empty()) return message_;
  std::string line;
  if (!results_.suggestions.empty() && results_.hits.empty())
    for (const std::string &suggestion : results_.suggestions) line += (line.empty() ? "もしかして: " : "  ") + suggestion;
  else
    for (const libsearch::completion &completion : completions_) line += (line.empty() ? "補完: " : "  ") + completion.text;
  return line;
}

void app::draw() {
  const int rows = screen_.rows(), columns = screen_.columns();
  const int side = columns >= 60 ? 22 : 0;  // too narrow for both: hits alone, and boxes while they are used
  screen_.clear();
  const std::string count = std::to_string(results_.total.value) +
                            (results_.total.relation == libsearch::total_relation::eq ? " 件" : " 件以上");
  screen_.put(0, 0, query_column, "検索:", look::strong);
  // Of a query that is too long its end is shown, where it grows.
  std::wstring shown = query_;
  while (!shown.empty() && wcswidth(shown.c_str(), shown.size()) > std::max(columns - query_column - 12, 1)) shown.erase(0, 1);
  const int typed = screen_.put(0, query_column, columns - query_column, to_utf8(shown));
  screen_.put(0, std::max(columns - 11, 0), 11, count, look::faint);
  screen_.put(1, query_column, columns - query_column, line_below_query(), look::faint);
  if (side || in_boxes_) draw_boxes(side ? side : columns, rows - 4);
  if (side || !in_boxes_) draw_hits(side ? side + 2 : 0, rows - 4);
  screen_.put(rows - 1, 0, columns, in_boxes_ ? help_boxes : help, look::faint);
  screen_.show(0, query_column + typed);
}

void app::draw_boxes(int width, int height) {
  const std::size_t room = static_cast<std::size_t>(std::max(height, 1));
  const std::size_t first = first_shown(in_boxes_ ? box_ : 0, room);
  for (std::size_t i = first; i < boxes_.size() && i - first < room; ++i) {
    const box &b = boxes_[i];
    const bool chosen = in_boxes_ && i == box_;
    const std::string text = b.field.empty() ? b.text : (b.ticked ? "[x] " : "[ ] ") + b.text;
    const look how = chosen ? look::chosen : b.field.empty() || b.ticked ? look::strong : look::plain;
    const int row = 3 + static_cast<int>(i - first), digits = static_cast<int>(b.count.size());
    screen_.put(row, 0, width - digits, text, how);
    screen_.put(row, width - digits, digits, b.count, how);
  }
}

void app::draw_hits(int left, int height) {
  const int width = screen_.columns() - left;
  if (results_.hits.empty()) {
    const bool none = query_.empty() && filters_.empty();
    screen_.put(3, left, width, none ? "ノートはまだありません。^N で最初の一つを書きます。" : "見つかりません。", look::faint);
    return;
  }
  const std::size_t room = static_cast<std::size_t>(std::max(height / 3, 1));
  const std::size_t first = first_shown(hit_, room);
  for (std::size_t i = first; i < results_.hits.size() && i - first < room; ++i) {
    const libsearch::hit &hit = results_.hits[i];
    const int row = 3 + 3 * static_cast<int>(i - first);
    const bool chosen = i == hit_ && !in_boxes_;
    screen_.put(row, left, width - 12, hit.title.empty() ? hit.id : hit.title, chosen ? look::chosen : look::strong,
                hit.title.empty() ? std::vector<libsearch::span>{} : hit.title_marks);
    screen_.put(row, left + width - 11, 11, hit.date, look::faint);
    screen_.put(row + 1, left + 2, width - 2, hit.snippet.text, look::plain, hit.snippet.marks);
  }
}
