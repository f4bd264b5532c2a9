#include "CICU.h"

#include <pthread.h>
#include <unicode/uchar.h>

cicu_char_class cicu_class_of(uint32_t character) {
  switch (u_charType((UChar32)character)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK: return CICU_LETTER;
    case U_DECIMAL_DIGIT_NUMBER: return CICU_DIGIT;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_SURROGATE:
    case U_UNASSIGNED: return CICU_BLANK;
    default: return CICU_VISIBLE;
  }
}

static uint8_t classes[0x10000];
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void fill(void) {
  for (uint32_t c = 0; c < 0x10000; c++) classes[c] = (uint8_t)cicu_class_of(c);
}

const uint8_t *cicu_bmp_classes(void) {
  pthread_once(&once, fill);
  return classes;
}
