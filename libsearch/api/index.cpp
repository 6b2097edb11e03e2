#include <libsearch/index.hpp>

#include <algorithm>
#include <cstdio>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <libsearch/error.hpp>

#include "api/completions.hpp"
#include "api/search_engine.hpp"
#include "index/folder.hpp"
#include "index/index_folder.hpp"
#include "index/record.hpp"
#include "index/snapshot.hpp"
#include "index/term.hpp"
#include "query/snippet.hpp"
#include "text/utf8.hpp"

namespace libsearch {

struct index::impl {
  impl(const std::string &path, const index_options &options, std::shared_ptr<const void> storage)
      : storage(std::move(storage)), options(options), reader(path, options.breaker, options.log) {}

  snapshot_cache &cache_of(const indexing::snapshot &snapshot) {
    if (!cache || !cache->is_of(snapshot)) cache = fresh_cache(snapshot);
    return *cache;
  }

  std::unique_ptr<snapshot_cache> fresh_cache(const indexing::snapshot &snapshot) {
    auto fresh = std::make_unique<snapshot_cache>(snapshot, reader.analyzer(), options.text_cache);
    if (cache) fresh->take_over(*cache);
    return fresh;
  }

  /// Runs a call that may bring texts into the cache, and notes whether they can be trusted beyond this state.
  template <class Body>
  auto filling(const indexing::snapshot &snapshot, Body &&body) {
    snapshot_cache &used = cache_of(snapshot);
    const std::uint64_t kept = used.texts.kept();
    const bool steady = std::exchange(used.steady, false);
    auto result = body(used);
    used.steady = steady && (used.texts.kept() == kept || reader.is_newest());
    return result;
  }

  const std::shared_ptr<const void> storage;  // goes last
  index_options options;
  indexing::reader reader;
  std::unique_ptr<snapshot_cache> cache;
};

index::index(const std::string &path, const index_options &options) : index(path, options, nullptr) {}
index::index(const std::string &path, const index_options &options, std::shared_ptr<const void> storage)
    : impl_(std::make_unique<impl>(path, options, std::move(storage))) {}
index::~index() = default;
index::index(index &&) noexcept = default;
index &index::operator=(index &&) noexcept = default;

const std::string &index::path() const noexcept { return impl_->reader.path(); }

search_results index::search(const search_request &request) {
  return indexing::with_snapshot(impl_->reader, [&](const indexing::snapshot &snapshot) {
    return impl_->filling(snapshot, [&](snapshot_cache &cache) {
      return search_engine(snapshot, impl_->reader.analyzer(), cache).search(request);
    });
  });
}

std::optional<search_results> index::similar(std::string_view id, const search_request &options) {
  return indexing::with_snapshot(impl_->reader, [&](const indexing::snapshot &snapshot) -> std::optional<search_results> {
    const Xapian::docid number = snapshot.find(id);
    if (!number) return std::nullopt;
    analysis::text_analyzer &analyzer = impl_->reader.analyzer();
    return impl_->filling(snapshot, [&](snapshot_cache &cache) {
      return search_engine(snapshot, analyzer, cache)
          .similar(query::telling_terms(number, snapshot.database, analyzer.functions()), number, options);
    });
  });
}

search_results index::similar_to_text(std::string_view text, const search_request &options) {
  const std::string normalized = text::normalize_only(text::repair(text.substr(0, limits::document_bytes)));
  return indexing::with_snapshot(impl_->reader, [&](const indexing::snapshot &snapshot) {
    analysis::text_analyzer &analyzer = impl_->reader.analyzer();
    return impl_->filling(snapshot, [&](snapshot_cache &cache) {
      return search_engine(snapshot, analyzer, cache)
          .similar(query::telling_terms(normalized, snapshot.database, analyzer), 0, options);
    });
  });
}

std::vector<completion> index::suggest(std::string_view prefix, std::size_t limit) {
  return indexing::with_snapshot(impl_->reader, [&](const indexing::snapshot &snapshot) {
    analysis::text_analyzer &analyzer = impl_->reader.analyzer();
    snapshot_cache &cache = impl_->cache_of(snapshot);
    if (!cache.names) cache.names = make_completer(snapshot, cache.columns, analyzer);
    return completions(prefix, limit, *cache.names, snapshot, analyzer, cache.readings);
  });
}

std::optional<document> index::get(std::string_view id) {
  return indexing::with_snapshot(impl_->reader, [&](const indexing::snapshot &snapshot) -> std::optional<document> {
    const Xapian::docid number = snapshot.find(id);
    if (!number) return std::nullopt;
    return indexing::read_document(snapshot.database.get_document(number));
  });
}

std::vector<span> index::highlight(std::string_view text, std::string_view query) {
  return indexing::with_snapshot(impl_->reader, [&](const indexing::snapshot &snapshot) {
    std::vector<diagnostic> diagnostics;
    const query_node tree = parse_query(query, snapshot.fields->names()).root;
    const variants::group_set all_groups = variants::group_set().set();
    query::spellings spellings(impl_->cache_of(snapshot).variants, all_groups, nullptr);
    const query::condition_ptr condition = query::compile(tree, &spellings, diagnostics, *snapshot.fields);
    std::vector<query::mark> marks;
    condition->collect_marks(marks);
    // Offsets are those of the text as given: ill-formed bytes would move them.
    if (text::find_ill_formed(text) != text::npos)
      throw error(errc::malformed, "the text to highlight is not UTF-8");
    const text::normalized_text normal = text::normalize(text);
    return query::merge_spans(
        query::find_marks(normal.text, normal.map, marks, query::field::body, impl_->reader.analyzer()));
  });
}

void index::for_each_origin(const std::function<void(const std::string &, const source &)> &visit) {
  // Collected first: a commit in the middle starts the reading again, and nobody is told twice. As they are stored, since
  // that is smallest, in blocks that are given back as they are told: whoever keeps them does not need the room twice.
  struct block {
    std::string bytes;
    std::vector<std::pair<std::size_t, std::size_t>> ends;  // of each id and each origin
  };
  constexpr std::size_t block_bytes = 1u << 16;
  auto all = indexing::with_snapshot(impl_->reader, [](const indexing::snapshot &snapshot) {
    std::deque<block> blocks;
    const Xapian::Database &database = snapshot.database;
    auto origin = database.valuestream_begin(indexing::slot_origin);
    for (auto id = database.valuestream_begin(indexing::slot_id); id != database.valuestream_end(indexing::slot_id); ++id) {
      origin.skip_to(id.get_docid());
      const std::string name = *id, packed = *origin;
      if (blocks.empty() || blocks.back().bytes.size() + name.size() + packed.size() > block_bytes)
        blocks.emplace_back().bytes.reserve(block_bytes);
      block &last = blocks.back();
      last.bytes += name;
      const std::size_t end = last.bytes.size();
      last.bytes += packed;
      last.ends.emplace_back(end, last.bytes.size());
    }
    return blocks;
  });
  for (; !all.empty(); all.pop_front()) {
    const std::string_view bytes = all.front().bytes;
    std::size_t start = 0;
    for (const auto &[middle, end] : all.front().ends) {
      visit(std::string(bytes.substr(start, middle - start)),
            indexing::unpack_origin(bytes.substr(middle, end - middle)).origin);
      start = end;
    }
  }
}

std::string index::option(const std::string &name) {
  return indexing::with_snapshot(impl_->reader,
                                 [&](const indexing::snapshot &snapshot) { return snapshot.option(name); });
}

schema index::schema() {
  return indexing::with_snapshot(impl_->reader, [](const indexing::snapshot &snapshot) { return snapshot.fields->schema(); });
}

std::uint64_t index::refresh() {
  return indexing::with_snapshot(impl_->reader, [&](const indexing::snapshot &snapshot) {
    if (!impl_->cache || impl_->cache->is_of(snapshot)) return snapshot.revision;
    analysis::text_analyzer &analyzer = impl_->reader.analyzer();
    auto fresh = impl_->fresh_cache(snapshot);
    fresh->columns.read_like(impl_->cache->columns, *snapshot.fields);
    if (impl_->cache->names) fresh->names = make_completer(snapshot, fresh->columns, analyzer);
    if (impl_->cache->readings.bytes() > 0) (void)fresh->readings.table();
    impl_->cache = std::move(fresh);
    return snapshot.revision;
  });
}

cache_sizes index::caches() const {
  cache_sizes sizes;
  if (!impl_->cache) return sizes;
  const snapshot_cache &cache = *impl_->cache;
  sizes.texts = cache.texts.bytes();
  sizes.columns = cache.columns.bytes();
  sizes.completions = cache.names ? cache.names->bytes() : 0;
  sizes.readings = cache.readings.bytes();
  sizes.sets = cache.sets.bytes() + cache.lengths.bytes();
  return sizes;
}

void index::release_caches() noexcept { impl_->cache.reset(); }

index_statistics index::statistics() {
  return indexing::with_snapshot(impl_->reader, [&](const indexing::snapshot &snapshot) {
    const Xapian::Database &database = snapshot.database;
    index_statistics s;
    s.documents = database.get_doccount();
    s.words = snapshot.words->size();
    for (auto term = database.allterms_begin(std::string(1, indexing::bigram_prefix));
         term != database.allterms_end(std::string(1, indexing::bigram_prefix)); ++term)
      ++s.bigrams;
    // The bounds that Xapian keeps do not narrow when documents go.
    std::int32_t first = 0, last = 0;
    for (auto day = database.valuestream_begin(indexing::slot_first_day);
         day != database.valuestream_end(indexing::slot_first_day); ++day)
      if (const std::int32_t value = indexing::unpack_day(*day); first == 0 || value < first) first = value;
    for (auto day = database.valuestream_begin(indexing::slot_last_day);
         day != database.valuestream_end(indexing::slot_last_day); ++day)
      last = std::max(last, indexing::unpack_day(*day));
    for (auto origin = database.valuestream_begin(indexing::slot_origin);
         origin != database.valuestream_end(indexing::slot_origin); ++origin)
      s.text_bytes += indexing::unpack_origin(*origin).text_bytes;
    s.index_bytes = indexing::tree_bytes(snapshot.path);
    s.revision = snapshot.revision;
    s.format = indexing::format_version;
    s.analyzer = impl_->reader.analyzer().fingerprint();
    const auto date = [](std::int32_t day) {
      char text[16];
      std::snprintf(text, sizeof text, "%04d-%02d-%02d", day / 10000, day / 100 % 100, day % 100);
      return std::string(text);
    };
    if (first) s.first_date = date(first);
    if (last) s.last_date = date(last);
    return s;
  });
}

}  // namespace libsearch
