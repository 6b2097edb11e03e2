// Enumerations as C hands them over.
#ifndef LIBSEARCH_CAPI_ENUMERATION_HPP
#define LIBSEARCH_CAPI_ENUMERATION_HPP

#include <cstring>

namespace libsearch::capi {

/// The number in an enumeration of C, which may hold any: in C++ reading one outside its range as what it
/// claims to be is undefined behaviour.
template <class Enumeration>
int number_of(const Enumeration &given) {
  static_assert(sizeof given == sizeof(int));
  int number;
  std::memcpy(&number, &given, sizeof number);
  return number;
}

}  // namespace libsearch::capi

#endif
