#include "progress_bar.hpp"

#include <algorithm>
#include <cstdio>

#include <unistd.h>

#include "figures.hpp"
#include "screen.hpp"

namespace jsearch {

namespace {

/// How much is done, 0 to 1: bytes say more than files, where they are known.
double share_done(const libsearch::ingest::sync_progress &now) {
  const bool bytes = now.bytes_total > 0;
  const double total = static_cast<double>(bytes ? now.bytes_total : now.files_total);
  const double done = static_cast<double>(bytes ? now.bytes_done : now.files_done);
  return total > 0 ? std::clamp(done / total, 0.0, 1.0) : 0;
}

bool all_read(const libsearch::ingest::sync_progress &now) {
  return now.files_total > 0 && now.files_done == now.files_total;
}

std::string bar(double share, std::size_t cells) {
  const auto full = static_cast<std::size_t>(share * static_cast<double>(cells) + 0.5);
  std::string out;
  for (std::size_t i = 0; i < cells; ++i) out += i < full ? "█" : "░";
  return out;
}

}  // namespace

std::string progress_line(const libsearch::ingest::sync_progress &now, double seconds,
                          std::size_t width) {
  const double share = share_done(now);
  char percent[16];
  std::snprintf(percent, sizeof percent, " %3.0f%%", share * 100);
  std::string line = bar(share, 16) + percent + "  " + std::to_string(now.files_done) + "/" +
                     std::to_string(now.files_total) + " files";
  if (all_read(now)) return fit(line + " · writing the index", width);
  // Rates of the first moments only make people nervous.
  if (seconds >= 0.5) {
    char rate[32];
    std::snprintf(rate, sizeof rate, " · %.0f files/s", double(now.files_done) / seconds);
    if (now.files_total > 1) line += rate;
    std::snprintf(rate, sizeof rate, " · %.1f MB/s", double(now.bytes_done) / 1e6 / seconds);
    line += rate;
    if (share > 0.01) line += " · " + duration_text(seconds / share * (1 - share)) + " left";
  }
  if (!now.current.empty()) line += "  " + one_line(now.current);
  return fit(line, width);
}

progress_bar::progress_bar(bool wanted) : active_(wanted && isatty(STDERR_FILENO) != 0) {}

void progress_bar::show(const libsearch::ingest::sync_progress &now) {
  const auto moment = clock::now();
  // The last report is followed by a longer silence: it must not be left out.
  if (!active_ || (moment < next_ && !all_read(now))) return;
  next_ = moment + std::chrono::milliseconds(100);
  const double seconds = std::chrono::duration<double>(moment - started_).count();
  const std::string line = progress_line(now, seconds, terminal_width(STDERR_FILENO) - 1);
  std::fprintf(stderr, "\r\x1b[K%s", line.c_str());
  std::fflush(stderr);
  drawn_ = true;
}

void progress_bar::clear() {
  if (!drawn_) return;
  std::fputs("\r\x1b[K", stderr);
  drawn_ = false;
}

}  // namespace jsearch
