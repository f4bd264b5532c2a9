#include "CICU.h"

#include <stdlib.h>
#include <unicode/ucnv.h>

enum { PIVOT = 2048 };

struct cicu_decoder {
  UConverter *from, *to;
  UChar pivot[PIVOT], *pivotSource, *pivotTarget;
  bool started;
};

cicu_decoder *cicu_decoder_open(const char *encoding, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  cicu_decoder *decoder = calloc(1, sizeof *decoder);
  if (!decoder) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  decoder->from = ucnv_open(encoding, &code);
  decoder->to = ucnv_open("UTF-8", &code);
  if (U_SUCCESS(code)) ucnv_setToUCallBack(decoder->from, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &code);
  decoder->pivotSource = decoder->pivotTarget = decoder->pivot;
  *status = U_FAILURE(code) ? code : 0;
  if (U_FAILURE(code)) {
    cicu_decoder_close(decoder);
    return NULL;
  }
  return decoder;
}

void cicu_decoder_close(cicu_decoder *decoder) {
  if (!decoder) return;
  if (decoder->from) ucnv_close(decoder->from);
  if (decoder->to) ucnv_close(decoder->to);
  free(decoder);
}

int32_t cicu_decode(cicu_decoder *decoder, const char *in, int32_t length, bool flush, char *out, int32_t capacity,
                    int32_t *consumed, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  const char *source = in;
  char *target = out;
  ucnv_convertEx(decoder->to, decoder->from, &target, out + capacity, &source, in + length, decoder->pivot,
                 &decoder->pivotSource, &decoder->pivotTarget, decoder->pivot + PIVOT, !decoder->started, flush, &code);
  decoder->started = true;
  if (U_FAILURE(code) && code != U_BUFFER_OVERFLOW_ERROR) {
    // What was decoded before the fault may still wait between the two converters.
    UErrorCode rest = U_ZERO_ERROR;
    const char *nothing = source;
    ucnv_convertEx(decoder->to, decoder->from, &target, out + capacity, &nothing, source, decoder->pivot,
                   &decoder->pivotSource, &decoder->pivotTarget, decoder->pivot + PIVOT, false, false, &rest);
  }
  *consumed = (int32_t)(source - in);
  // A full buffer is not a fault: the caller empties it and calls again.
  *status = U_FAILURE(code) && code != U_BUFFER_OVERFLOW_ERROR ? code : 0;
  return (int32_t)(target - out);
}
