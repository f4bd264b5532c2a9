#include "CICU.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

static UChar *widened(const char *utf8, int32_t length, int32_t extra, int32_t *count, UErrorCode *code) {
  UChar *buffer = malloc(sizeof(UChar) * (size_t)(length + extra + 1));
  if (!buffer) {
    *code = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  u_strFromUTF8(buffer, length + 1, count, utf8, length, code);
  return buffer;
}

cicu_transliterator *cicu_transliterator_open(const char *id, const char *rules, int32_t *offset, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UParseError fault = {0};
  int32_t idLength = 0, rulesLength = 0;
  UChar *wideID = widened(id, (int32_t)strlen(id), 0, &idLength, &code);
  UChar *wideRules = rules ? widened(rules, (int32_t)strlen(rules), 0, &rulesLength, &code) : NULL;
  UTransliterator *made = NULL;
  if (U_SUCCESS(code))
    made = utrans_openU(wideID, idLength, UTRANS_FORWARD, wideRules, rules ? rulesLength : -1, &fault, &code);
  free(wideID);
  free(wideRules);
  *offset = fault.offset;
  *status = U_FAILURE(code) ? code : 0;
  return (cicu_transliterator *)(U_FAILURE(code) ? NULL : made);
}

void cicu_transliterator_close(cicu_transliterator *transliterator) {
  if (transliterator) utrans_close((UTransliterator *)transliterator);
}

int32_t cicu_transliterate(cicu_transliterator *transliterator, const char *utf8, int32_t length, char *out,
                           int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t count = 0, written = 0;
  // Transliteration works in place: leave room for growth, and take more if that was not enough.
  for (int32_t extra = length * 3 + 64;; extra *= 4) {
    code = U_ZERO_ERROR;
    UChar *text = widened(utf8, length, extra, &count, &code);
    int32_t limit = count;
    if (U_SUCCESS(code))
      utrans_transUChars((const UTransliterator *)transliterator, text, &count, length + extra, 0, &limit, &code);
    bool again = code == U_BUFFER_OVERFLOW_ERROR && extra < 1 << 26;
    if (U_SUCCESS(code)) {
      u_strToUTF8(out, capacity, &written, text, count, &code);
      if (code == U_BUFFER_OVERFLOW_ERROR) code = U_ZERO_ERROR;
    }
    free(text);
    if (!again) break;
  }
  *status = U_FAILURE(code) ? code : 0;
  return written;
}
