// zlib behind an opaque handle: inflating gzip, zlib and raw deflate streams piece by piece.
#ifndef CZLIB_H
#define CZLIB_H

#include <stdbool.h>
#include <stdint.h>

typedef struct czlib_inflater czlib_inflater;

// `raw` is for the members of a zip archive; otherwise gzip and zlib headers are recognised.
czlib_inflater *czlib_inflater_open(bool raw);
void czlib_inflater_close(czlib_inflater *inflater);
// Inflates as much as fits. Returns 0, 1 at the end of the stream, or a negative zlib error.
int32_t czlib_inflate(czlib_inflater *inflater, const uint8_t *in, uint32_t length, uint8_t *out, uint32_t capacity,
                      uint32_t *consumed, uint32_t *written);

// The CRC-32 of `length` more bytes after those of `checksum`, which is 0 at first.
uint32_t czlib_crc32(uint32_t checksum, const uint8_t *bytes, uint32_t length);

#endif
