#include "CICU.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct cicu_breaks {
  UBreakIterator *iterator;
  UText text;
};

const char *cicu_error_name(int32_t status) { return u_errorName((UErrorCode)status); }

cicu_breaks *cicu_breaks_open(cicu_break_kind kind, const char *locale, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  cicu_breaks *breaks = calloc(1, sizeof *breaks);
  if (!breaks) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  breaks->iterator = ubrk_open(kind == CICU_WORDS ? UBRK_WORD : UBRK_SENTENCE, locale, NULL, 0, &code);
  breaks->text = (UText)UTEXT_INITIALIZER;
  *status = U_FAILURE(code) ? code : 0;
  if (U_FAILURE(code)) {
    free(breaks);
    return NULL;
  }
  return breaks;
}

void cicu_breaks_close(cicu_breaks *breaks) {
  if (!breaks) return;
  ubrk_close(breaks->iterator);
  utext_close(&breaks->text);
  free(breaks);
}

void cicu_breaks_set_text(cicu_breaks *breaks, const char *utf8, size_t length, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  utext_openUTF8(&breaks->text, utf8, (int64_t)length, &code);
  if (U_SUCCESS(code)) ubrk_setUText(breaks->iterator, &breaks->text, &code);
  if (U_SUCCESS(code)) ubrk_first(breaks->iterator);
  *status = U_FAILURE(code) ? code : 0;
}

void cicu_breaks_forget_text(cicu_breaks *breaks) {
  int32_t status;
  cicu_breaks_set_text(breaks, "", 0, &status);
}

int32_t cicu_breaks_next(cicu_breaks *breaks) {
  int32_t next = ubrk_next(breaks->iterator);
  return next == UBRK_DONE ? -1 : next;
}
