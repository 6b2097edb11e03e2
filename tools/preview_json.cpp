#include "preview_json.hpp"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

namespace jsearch {

namespace {

constexpr std::size_t body_bytes = 240;

/// The beginning of a text, cut between characters.
std::string beginning(const std::string &text) {
  std::size_t end = std::min(text.size(), body_bytes);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
    --end;
  return text.substr(0, end);
}

double rounded(double confidence) { return std::round(confidence * 100) / 100; }

}  // namespace

std::string preview_json(const libsearch::ingest::read_result &read) {
  libsearch::document brief = read.content;
  brief.body = beginning(brief.body);
  brief.page_starts.clear();
  auto out = nlohmann::ordered_json::parse(libsearch::to_json(brief));
  out["body_bytes"] = read.content.body.size();
  if (!read.content.page_starts.empty()) out["pages"] = read.content.page_starts.size();
  out["format"] = libsearch::ingest::name(read.format);
  if (!read.charset.empty())
    out["encoding"] = {{"name", read.charset},
                       {"confidence", rounded(read.charset_confidence)},
                       {"evidence", read.charset_evidence}};
  out["confidence"] = nlohmann::ordered_json::object();
  for (const auto &[field, value] : read.confidence) out["confidence"][field] = rounded(value);
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace jsearch
