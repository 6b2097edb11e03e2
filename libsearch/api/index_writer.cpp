#include <libsearch/index.hpp>

#include <libsearch/error.hpp>

#include "index/term.hpp"
#include "index/writer.hpp"
#include "query/exact_finder.hpp"
#include "query/topic_rules.hpp"
#include "variants/synonyms.hpp"

namespace libsearch {

struct index_writer::impl {
  impl(const std::string &path, const writer_options &options, std::shared_ptr<const void> storage)
      : storage(std::move(storage)), writer(path, options) {
    use_kept_rules();
  }

  void use_kept_rules() {
    const std::string rules = writer.metadata(indexing::metadata_key::topic_rules);
    if (!rules.empty()) writer.set_tagger(query::parse_kept_topic_rules(rules), false);
  }

  const std::shared_ptr<const void> storage;  // goes last
  indexing::writer writer;
};

index_writer::index_writer(const std::string &path, const writer_options &options)
    : index_writer(path, options, nullptr) {}
index_writer::index_writer(const std::string &path, const writer_options &options,
                           std::shared_ptr<const void> storage)
    : impl_(std::make_unique<impl>(path, options, std::move(storage))) {}
index_writer::~index_writer() = default;
index_writer::index_writer(index_writer &&) noexcept = default;
index_writer &index_writer::operator=(index_writer &&) noexcept = default;

bool index_writer::put(const document &document) { return impl_->writer.put(document); }

bool index_writer::remove(std::string_view id) { return impl_->writer.remove(id); }

void index_writer::set_topic_rules(std::string_view rules) {
  if (impl_->writer.metadata(indexing::metadata_key::topic_rules) == rules) return;
  impl_->writer.set_tagger(query::parse_topic_rules(rules), true);
  impl_->writer.set_metadata(indexing::metadata_key::topic_rules, rules);
}

void index_writer::set_synonyms(std::string_view text) {
  if (impl_->writer.metadata(indexing::metadata_key::synonyms) == text) return;
  // Read once to refuse what searches could not use.
  variants::synonyms{text};
  impl_->writer.set_metadata(indexing::metadata_key::synonyms, text);
}

void index_writer::set_user_dictionary(std::string_view words) {
  impl_->writer.set_user_dictionary(words, query::exact_finder());
}

std::size_t index_writer::reanalyzed() const { return impl_->writer.reanalyzed(); }

void index_writer::set_schema(const libsearch::schema &schema) { impl_->writer.set_schema(schema); }

const libsearch::schema &index_writer::schema() const { return impl_->writer.schema(); }

void index_writer::set_option(const std::string &name, std::string_view value) {
  if (name.empty() || name.size() > 100)
    throw error(errc::invalid_argument, "the name of an option has 1 to 100 bytes");
  impl_->writer.set_metadata(indexing::metadata_key::option + name, value);
}

std::string index_writer::option(const std::string &name) const {
  return impl_->writer.metadata(indexing::metadata_key::option + name);
}

void index_writer::commit() { impl_->writer.commit(); }

void index_writer::rollback() {
  impl_->writer.rollback();
  impl_->use_kept_rules();
}

}  // namespace libsearch
