#include "CStemmer.h"

#include <libstemmer.h>

cstemmer *cstemmer_open(const char *language) { return (cstemmer *)sb_stemmer_new(language, "UTF_8"); }

void cstemmer_close(cstemmer *stemmer) { sb_stemmer_delete((struct sb_stemmer *)stemmer); }

const uint8_t *cstemmer_stem(cstemmer *stemmer, const uint8_t *word, int32_t length, int32_t *stemLength) {
  const sb_symbol *stem = sb_stemmer_stem((struct sb_stemmer *)stemmer, word, length);
  *stemLength = stem ? sb_stemmer_length((struct sb_stemmer *)stemmer) : 0;
  return stem;
}
