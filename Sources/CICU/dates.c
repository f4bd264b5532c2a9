#include "CICU.h"

#include <unicode/udat.h>
#include <unicode/ustring.h>

int32_t cicu_weekday(const char *locale, int32_t day, char *out, int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t length = 0;
  UDateFormat *format = udat_open(UDAT_LONG, UDAT_LONG, locale, NULL, 0, NULL, 0, &code);
  if (U_SUCCESS(code)) {
    UChar name[128];
    // ICU counts from 1, Sunday.
    int32_t units = udat_getSymbols(format, UDAT_STANDALONE_WEEKDAYS, day, name, 128, &code);
    if (U_SUCCESS(code)) u_strToUTF8(out, capacity, &length, name, units, &code);
  }
  udat_close(format);
  *status = code;
  return U_FAILURE(code) || length > capacity ? 0 : length;
}
