#include "CZlib.h"

#include <stdlib.h>
#include <zlib.h>

struct czlib_inflater {
  z_stream stream;
};

czlib_inflater *czlib_inflater_open(bool raw) {
  czlib_inflater *inflater = calloc(1, sizeof *inflater);
  if (inflater && inflateInit2(&inflater->stream, raw ? -15 : 15 + 32) != Z_OK) {
    free(inflater);
    return NULL;
  }
  return inflater;
}

void czlib_inflater_close(czlib_inflater *inflater) {
  if (!inflater) return;
  inflateEnd(&inflater->stream);
  free(inflater);
}

int32_t czlib_inflate(czlib_inflater *inflater, const uint8_t *in, uint32_t length, uint8_t *out, uint32_t capacity,
                      uint32_t *consumed, uint32_t *written) {
  z_stream *stream = &inflater->stream;
  stream->next_in = (Bytef *)in;
  stream->avail_in = length;
  stream->next_out = out;
  stream->avail_out = capacity;
  int result = inflate(stream, Z_NO_FLUSH);
  *consumed = length - stream->avail_in;
  *written = capacity - stream->avail_out;
  return result == Z_STREAM_END ? 1 : result == Z_OK || result == Z_BUF_ERROR ? 0 : result;
}

uint32_t czlib_crc32(uint32_t checksum, const uint8_t *bytes, uint32_t length) {
  // zlib takes no bytes at all for a wish to begin.
  return bytes ? (uint32_t)crc32(checksum, bytes, length) : checksum;
}
