// libstemmer behind an opaque handle.
#ifndef CSTEMMER_H
#define CSTEMMER_H

#include <stdint.h>

typedef struct cstemmer cstemmer;

// A Snowball stemmer for an ISO 639-1 code or an English language name, or NULL where there is none. Not thread-safe.
cstemmer *cstemmer_open(const char *language);
void cstemmer_close(cstemmer *stemmer);
// The stem of a lower-case UTF-8 word and its length; valid until the next call. NULL when memory ran out.
const uint8_t *cstemmer_stem(cstemmer *stemmer, const uint8_t *word, int32_t length, int32_t *stemLength);

#endif
