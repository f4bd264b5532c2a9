#include "CICU.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <stdlib.h>

static const UNormalizer2 *normalizer(cicu_normal_form form, UErrorCode *code) {
  switch (form) {
    case CICU_NFC: return unorm2_getNFCInstance(code);
    case CICU_NFD: return unorm2_getNFDInstance(code);
    default: return unorm2_getNFKCCasefoldInstance(code);
  }
}

// UTF-8 to UTF-16 in a buffer of the caller's or, if that is too small, of its own.
static UChar *widen(const char *utf8, int32_t length, UChar *stack, int32_t stackSize, int32_t *count,
                    UErrorCode *code) {
  UChar *buffer = length <= stackSize ? stack : malloc(sizeof(UChar) * (size_t)(length > 0 ? length : 1));
  if (!buffer) {
    *code = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  u_strFromUTF8(buffer, length, count, utf8, length, code);
  return buffer;
}

int32_t cicu_normalize(cicu_normal_form form, const char *utf8, int32_t length, char *out, int32_t capacity,
                       int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *how = normalizer(form, &code);
  UChar inStack[512], outStack[1024];
  int32_t count = 0, needed = 0, written = 0;
  UChar *in = widen(utf8, length, inStack, 512, &count, &code);
  UChar *folded = outStack;
  if (U_SUCCESS(code)) {
    needed = unorm2_normalize(how, in, count, folded, 1024, &code);
    if (code == U_BUFFER_OVERFLOW_ERROR) {
      code = U_ZERO_ERROR;
      folded = malloc(sizeof(UChar) * (size_t)needed);
      if (folded)
        needed = unorm2_normalize(how, in, count, folded, needed, &code);
      else
        code = U_MEMORY_ALLOCATION_ERROR;
    }
  }
  if (U_SUCCESS(code)) {
    u_strToUTF8(out, capacity, &written, folded, needed, &code);
    if (code == U_BUFFER_OVERFLOW_ERROR || code == U_STRING_NOT_TERMINATED_WARNING) code = U_ZERO_ERROR;
  }
  if (in != inStack) free(in);
  if (folded != outStack) free(folded);
  *status = U_FAILURE(code) ? code : 0;
  return written;
}
