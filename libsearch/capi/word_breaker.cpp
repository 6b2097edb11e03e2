#include "capi/word_breaker.hpp"

#include <cstddef>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include <libsearch/error.hpp>

#include "capi/guard.hpp"
#include "capi/text.hpp"

using namespace libsearch::capi;

namespace {

struct functions {
  libsearch_break_callback cut;
  libsearch_clone_callback clone;
  libsearch_release_callback release;
};

/// Ends that are being collected, across frames of C.
struct collected {
  std::vector<std::size_t> &ends;
  bool no_memory = false;
};

int add_end(void *ends, size_t offset) {
  auto *all = static_cast<collected *>(ends);
  try {
    all->ends.push_back(offset);
    return 0;
  } catch (...) {
    all->no_memory = true;
    return 1;
  }
}

/// A breaker whose work is done by functions of C.
class callback_breaker final : public libsearch::word_breaker {
 public:
  callback_breaker(std::string name, const functions &calls, std::shared_ptr<void> context)
      : name_(std::move(name)), calls_(calls), context_(std::move(context)) {}

  std::string name() const override { return name_; }

  std::unique_ptr<libsearch::word_breaker> clone() const override {
    if (!calls_.clone) return std::make_unique<callback_breaker>(*this);
    void *copy = nullptr;
    try {
      copy = calls_.clone(context_.get());
    } catch (...) {
      // As if it had returned NULL.
    }
    if (!copy) give_up("could not be cloned");
    return std::make_unique<callback_breaker>(name_, calls_, own(calls_, copy));
  }

  void append_word_ends(std::string_view text, std::vector<std::size_t> &ends) override {
    collected all{ends};
    int failed = 1;
    try {
      failed = calls_.cut(context_.get(), text.data(), text.size(), add_end, &all);
    } catch (...) {
      // What a function in C++ throws does not get through.
    }
    if (all.no_memory) throw std::bad_alloc();
    if (failed) give_up("gave up");
  }

  /// The context, released when nobody needs it; at once where that can't be noted.
  static std::shared_ptr<void> own(const functions &calls, void *context) {
    const auto release = [call = calls.release](void *gone) noexcept {
      if (call) call(gone);
    };
    return std::shared_ptr<void>(context, release);
  }

 private:
  [[noreturn]] void give_up(const char *how) const {
    throw libsearch::error(libsearch::errc::cancelled, "the word breaker \"" + name_ + "\" " + how);
  }

  std::string name_;
  functions calls_;
  std::shared_ptr<void> context_;
};

}  // namespace

libsearch_status libsearch_word_breaker_new(const char *name, size_t name_length,
                                            libsearch_break_callback cut,
                                            libsearch_clone_callback clone,
                                            libsearch_release_callback release, void *context,
                                            libsearch_word_breaker **breaker, libsearch_error **error) {
  return guard(error, [&] {
    clear_result("breaker", breaker);
    if (!cut) refuse_null("cut");
    std::string called(text_argument("name", name, name_length));
    // Until the handle is there, the context stays the caller's.
    const auto owner = std::make_shared<bool>(false);
    std::shared_ptr<void> kept(context, [owner, release](void *gone) noexcept {
      if (*owner && release) release(gone);
    });
    auto made = std::make_unique<breaker_object>();
    made->breaker = std::make_shared<callback_breaker>(std::move(called), functions{cut, clone, release}, std::move(kept));
    libsearch::analyzer_options probe;
    probe.breaker = made->breaker;
    libsearch::analyzer{probe};  // refuses a name that is none
    *breaker = hand_out<libsearch_word_breaker>(std::move(made));
    *owner = true;
  });
}

void libsearch_word_breaker_free(libsearch_word_breaker *breaker) { free_handle(breaker); }

libsearch_status libsearch_writer_options_set_word_breaker(libsearch_writer_options *options,
                                                           libsearch_word_breaker *breaker,
                                                           libsearch_error **error) {
  return guard(error, [&] { set_breaker(*borrowed(options), breaker); });
}

libsearch_status libsearch_index_options_set_word_breaker(libsearch_index_options *options,
                                                          libsearch_word_breaker *breaker,
                                                          libsearch_error **error) {
  return guard(error, [&] { set_breaker(*borrowed(options), breaker); });
}

libsearch_status libsearch_analyzer_options_set_word_breaker(libsearch_analyzer_options *options,
                                                             libsearch_word_breaker *breaker,
                                                             libsearch_error **error) {
  return guard(error, [&] { set_breaker(*borrowed(options), breaker); });
}
