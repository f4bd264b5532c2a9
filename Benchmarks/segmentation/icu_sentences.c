// The yardstick: ICU's own sentence boundaries, nothing added.
//
//   icu_sentences LOCALE           standard input to sentences, one a line; LOCALE may be "fr@ss=standard"
//   icu_sentences LOCALE --bench N the same N times without printing; writes megabytes a second, the best of N
//
// Built by accuracy.py and bench.py: cc -O2 icu_sentences.c $(pkg-config --cflags --libs icu-uc icu-i18n)
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

static char *read_all(size_t *length) {
  size_t room = 1 << 20, used = 0, got;
  char *bytes = malloc(room);
  while (bytes && (got = fread(bytes + used, 1, room - used, stdin)) > 0) {
    used += got;
    if (used == room) bytes = realloc(bytes, room *= 2);
  }
  *length = used;
  return bytes;
}

// One paragraph: converts it to UTF-16 and walks its boundaries, as the C documentation of ubrk shows it.
static long paragraph(UBreakIterator *iterator, const char *text, int32_t length, UChar *wide, int print) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t units = 0;
  long count = 0;
  u_strFromUTF8(wide, length + 1, &units, text, length, &code);
  ubrk_setText(iterator, wide, units, &code);
  if (U_FAILURE(code)) return 0;
  char *narrow = print ? malloc((size_t)length * 3 + 4) : NULL;
  for (int32_t start = ubrk_first(iterator), end = ubrk_next(iterator); end != UBRK_DONE;
       start = end, end = ubrk_next(iterator)) {
    count++;
    if (!print) continue;
    int32_t bytes = 0;
    u_strToUTF8(narrow, length * 3 + 3, &bytes, wide + start, end - start, &code);
    printf("%.*s\n", (int)bytes, narrow);
  }
  free(narrow);
  return count;
}

static long all(UBreakIterator *iterator, const char *text, size_t length, UChar *wide, int print) {
  long count = 0;
  const char *end = text + length;
  while (text < end) {
    const char *line = memchr(text, '\n', (size_t)(end - text));
    size_t size = (size_t)((line ? line : end) - text);
    if (size > 0) count += paragraph(iterator, text, (int32_t)size, wide, print);
    text += size + 1;
  }
  return count;
}

int main(int argc, char **argv) {
  if (argc < 2) return 2;
  size_t length;
  char *text = read_all(&length);
  UErrorCode code = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_SENTENCE, argv[1], NULL, 0, &code);
  UChar *wide = malloc((length + 2) * sizeof(UChar));
  if (U_FAILURE(code) || !text || !wide) return 4;
  if (argc < 4) {
    all(iterator, text, length, wide, 1);
  } else {
    double best = 0;
    for (int run = 0; run < atoi(argv[3]); run++) {
      struct timespec start, end;
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
      all(iterator, text, length, wide, 0);
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
      double seconds = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
      if (seconds > 0 && (double)length / 1e6 / seconds > best) best = (double)length / 1e6 / seconds;
    }
    printf("%.1f\n", best);
  }
  ubrk_close(iterator);
  return 0;
}
