#include "CICU.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

// Gives one string of a resource as UTF-8.
static void give(const UResourceBundle *bundle, const char *key, cicu_take_name take, void *context) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  const UChar *name = ures_getString(bundle, &length, &status);
  if (U_FAILURE(status) || length <= 0 || length > 200) return;
  char text[801];
  int32_t written = 0;
  u_strToUTF8(text, 800, &written, name, length, &status);
  if (U_SUCCESS(status)) take(context, key, text, written);
}

// Opens a table of the data of one locale, from its language alone where the locale has none of its own.
static UResourceBundle *table_of(const char *package, const char *locale, const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle *root = ures_open(package, locale, &status);
  if (U_FAILURE(status)) return NULL;
  // A locale without data would be served by the default locale of the machine.
  if (status == U_USING_DEFAULT_WARNING) {
    ures_close(root);
    return NULL;
  }
  UResourceBundle *table = ures_getByKey(root, name, NULL, &status);
  ures_close(root);
  return U_FAILURE(status) ? NULL : table;
}

void cicu_regions(const char *locale, cicu_take_name take, void *context) {
  UResourceBundle *table = table_of(U_ICUDATA_NAME "-region", locale, "Countries");
  if (!table) return;
  while (ures_hasNext(table)) {
    UErrorCode status = U_ZERO_ERROR;
    UResourceBundle *entry = ures_getNextResource(table, NULL, &status);
    if (U_SUCCESS(status) && ures_getType(entry) == URES_STRING) give(entry, ures_getKey(entry), take, context);
    ures_close(entry);
  }
  ures_close(table);
}

void cicu_zone_cities(const char *locale, cicu_take_name take, void *context) {
  UResourceBundle *table = table_of(U_ICUDATA_NAME "-zone", locale, "zoneStrings");
  if (!table) return;
  while (ures_hasNext(table)) {
    UErrorCode status = U_ZERO_ERROR;
    UResourceBundle *entry = ures_getNextResource(table, NULL, &status);
    if (U_SUCCESS(status) && ures_getType(entry) == URES_TABLE) {
      UErrorCode missing = U_ZERO_ERROR;
      UResourceBundle *city = ures_getByKey(entry, "ec", NULL, &missing);
      if (U_SUCCESS(missing)) give(city, ures_getKey(entry), take, context);
      ures_close(city);
    }
    ures_close(entry);
  }
  ures_close(table);
}
