#include <libsearch/memory_index.hpp>

#include <libsearch/error.hpp>

#include "index/folder.hpp"
#include "index/private_folder.hpp"

namespace libsearch {

struct memory_index::impl {
  explicit impl(const memory_index_options &given)
      : folder(std::make_shared<const indexing::private_folder>(given.folder)), path(folder->path() + "/index"),
        options(given.writing) {
    options.rebuild = options.durable = false;
    // Readers find an index from the start.
    index_writer(path, options, folder).commit();
  }

  std::shared_ptr<const indexing::private_folder> folder;
  std::string path;
  writer_options options;
};

memory_index::memory_index(const memory_index_options &options) : impl_(std::make_unique<impl>(options)) {}
memory_index::~memory_index() = default;
memory_index::memory_index(memory_index &&) noexcept = default;
memory_index &memory_index::operator=(memory_index &&) noexcept = default;

index_writer memory_index::writer() const { return index_writer(impl_->path, impl_->options, impl_->folder); }

index memory_index::reader(const index_options &options) const { return index(impl_->path, options, impl_->folder); }

const std::string &memory_index::path() const noexcept { return impl_->path; }

std::uint64_t memory_index::bytes() const { return indexing::tree_bytes(impl_->path); }

}  // namespace libsearch
