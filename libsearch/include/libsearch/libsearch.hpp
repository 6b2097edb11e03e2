/// All of the C++ interface. The C interface is <libsearch/libsearch.h>.
#ifndef LIBSEARCH_LIBSEARCH_HPP
#define LIBSEARCH_LIBSEARCH_HPP

#include <libsearch/analyzer.hpp>
#include <libsearch/document.hpp>
#include <libsearch/error.hpp>
#include <libsearch/events.hpp>
#include <libsearch/index.hpp>
#include <libsearch/memory_index.hpp>
#include <libsearch/query.hpp>
#include <libsearch/schema.hpp>
#include <libsearch/search.hpp>
#include <libsearch/suggestion.hpp>
#include <libsearch/version.h>
#include <libsearch/word_breaker.hpp>

#endif
