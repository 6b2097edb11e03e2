// Limits of time, in programs that were built to find faults.
#ifndef LIBSEARCH_TESTS_SLOWNESS_HPP
#define LIBSEARCH_TESTS_SLOWNESS_HPP

namespace test {

/// How many times longer than meant the program may take: limits of time are multiplied by it.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(undefined_behavior_sanitizer)
#define LIBSEARCH_TESTS_SANITIZED
#endif
#endif
#if defined(LIBSEARCH_TESTS_SANITIZED) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int slowness = 20;
#elif !defined(__OPTIMIZE__)
inline constexpr int slowness = 5;
#else
inline constexpr int slowness = 1;
#endif

}  // namespace test

#endif
