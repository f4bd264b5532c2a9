#include "CICU.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

int32_t cicu_script_of(uint32_t character) {
  UErrorCode code = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript((UChar32)character, &code);
  return U_FAILURE(code) || script <= USCRIPT_INHERITED ? -1 : (int32_t)script;
}

int32_t cicu_script_of_code(const char *code) {
  int32_t script = u_getPropertyValueEnum(UCHAR_SCRIPT, code);
  if (script <= USCRIPT_INHERITED) return -1;
  // A name for several scripts together (Jpan) has a sample letter, but of another script.
  UChar sample[8];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = uscript_getSampleString((UScriptCode)script, sample, 8, &status);
  if (U_FAILURE(status) || length <= 0) return -1;
  UChar32 letter;
  U16_GET(sample, 0, 0, length, letter);
  return cicu_script_of((uint32_t)letter) == script ? script : -1;
}

const char *cicu_script_name(int32_t script) { return uscript_getName((UScriptCode)script); }

bool cicu_script_has_no_spaces(int32_t script) { return uscript_breaksBetweenLetters((UScriptCode)script); }
