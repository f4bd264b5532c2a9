#include "CICU.h"

#include <stdlib.h>
#include <unicode/uregex.h>
#include <unicode/utext.h>

struct cicu_regex {
  URegularExpression *expression;
  UText text;
};

cicu_regex *cicu_regex_open(const char *pattern, int32_t length, int32_t *line, int32_t *offset, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UParseError fault = {0};
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, pattern, length, &code);
  cicu_regex *regex = calloc(1, sizeof *regex);
  if (!regex) code = U_MEMORY_ALLOCATION_ERROR;
  if (U_SUCCESS(code)) {
    regex->text = (UText)UTEXT_INITIALIZER;
    regex->expression = uregex_openUText(&source, 0, &fault, &code);
  }
  utext_close(&source);
  *line = fault.line;
  *offset = fault.offset;
  *status = U_FAILURE(code) ? code : 0;
  if (U_FAILURE(code)) {
    free(regex);
    return NULL;
  }
  return regex;
}

void cicu_regex_close(cicu_regex *regex) {
  if (!regex) return;
  uregex_close(regex->expression);
  utext_close(&regex->text);
  free(regex);
}

void cicu_regex_set_time_limit(cicu_regex *regex, int32_t limit, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  uregex_setTimeLimit(regex->expression, limit, &code);
  *status = U_FAILURE(code) ? code : 0;
}

void cicu_regex_set_text(cicu_regex *regex, const char *utf8, int64_t length, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  utext_openUTF8(&regex->text, utf8, length, &code);
  if (U_SUCCESS(code)) uregex_setUText(regex->expression, &regex->text, &code);
  *status = U_FAILURE(code) ? code : 0;
}

bool cicu_regex_find(cicu_regex *regex, int64_t from, int64_t *start, int64_t *end, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  bool found = from >= 0 ? uregex_find64(regex->expression, from, &code) : uregex_findNext(regex->expression, &code);
  if (found && U_SUCCESS(code)) {
    *start = uregex_start64(regex->expression, 0, &code);
    *end = uregex_end64(regex->expression, 0, &code);
  }
  *status = U_FAILURE(code) ? code : 0;
  return found && U_SUCCESS(code);
}

bool cicu_regex_looking_at(cicu_regex *regex, int64_t at, int64_t *end, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  bool found = uregex_lookingAt64(regex->expression, at, &code);
  if (found && U_SUCCESS(code)) *end = uregex_end64(regex->expression, 0, &code);
  *status = U_FAILURE(code) ? code : 0;
  return found && U_SUCCESS(code);
}
