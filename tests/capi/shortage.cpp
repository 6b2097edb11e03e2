#include "shortage.hpp"

#include <dlfcn.h>

#include <cstdlib>
#include <cstring>
#include <new>

namespace test {

std::atomic<long> allocations_left{unlimited};
std::atomic<bool> failing_lasts{false};
std::atomic<long> blocks_alive{0};

}  // namespace test

namespace {

using namespace test;

bool fails_now() {
  long left = allocations_left;
  while (left != unlimited) {
    const bool fails = left == 0;
    if (fails && failing_lasts) return true;
    if (allocations_left.compare_exchange_weak(left, fails ? unlimited : left - 1)) return fails;
  }
  return false;
}

void *allocate(std::size_t size, std::size_t alignment) {
  if (fails_now()) return nullptr;
  void *block = alignment > __STDCPP_DEFAULT_NEW_ALIGNMENT__
                    ? std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment)
                    : std::malloc(size ? size : 1);
  if (block) ++blocks_alive;
  return block;
}

void *allocate_or_throw(std::size_t size, std::size_t alignment = 1) {
  void *block = allocate(size, alignment);
  if (!block) throw std::bad_alloc();
  return block;
}

void release(void *block) noexcept {
  if (block) --blocks_alive;
  std::free(block);
}

}  // namespace

// The whole process allocates here, the shared libraries included.
void *operator new(std::size_t size) { return allocate_or_throw(size); }
void *operator new[](std::size_t size) { return allocate_or_throw(size); }
void *operator new(std::size_t size, std::align_val_t alignment) {
  return allocate_or_throw(size, static_cast<std::size_t>(alignment));
}
void *operator new[](std::size_t size, std::align_val_t alignment) {
  return allocate_or_throw(size, static_cast<std::size_t>(alignment));
}
void *operator new(std::size_t size, const std::nothrow_t &) noexcept { return allocate(size, 1); }
void *operator new[](std::size_t size, const std::nothrow_t &) noexcept { return allocate(size, 1); }
void operator delete(void *block) noexcept { release(block); }
void operator delete[](void *block) noexcept { release(block); }
void operator delete(void *block, std::size_t) noexcept { release(block); }
void operator delete[](void *block, std::size_t) noexcept { release(block); }
void operator delete(void *block, std::align_val_t) noexcept { release(block); }
void operator delete[](void *block, std::align_val_t) noexcept { release(block); }
void operator delete(void *block, std::size_t, std::align_val_t) noexcept { release(block); }
void operator delete[](void *block, std::size_t, std::align_val_t) noexcept { release(block); }

namespace test {

std::string name(int result) {
  switch (result) {
    case done: return "done";
    case out_of_memory: return "out of memory";
    case other_failure: return "another failure";
    case disagreement: return "status and error object differ";
    case leak: return "a leak";
    case end_in_xapian: return "an end within Xapian";
    case broken: return "what failed once goes on failing";
    default: return "a crash";
  }
}

void end_of_crash() {
  allocations_left = unlimited;
  void *frames[64];
  const int depth = backtrace(frames, 64);
  for (int i = 0; i < depth; ++i) {
    Dl_info place{};
    if (!dladdr(frames[i], &place) || !place.dli_fname) continue;
    if (std::strstr(place.dli_fname, "/libxapian")) _exit(end_in_xapian);
    if (std::strstr(place.dli_fname, "/libsearch.so")) break;
  }
  backtrace_symbols_fd(frames, depth, STDERR_FILENO);
  _exit(crash);
}

}  // namespace test
