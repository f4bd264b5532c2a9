// ICU behind opaque handles. ICU's own headers clash with Foundation's at compile time, so only the .c files of this
// target include them. Text goes in and out as UTF-8; offsets are bytes. A status above 0 is ICU's UErrorCode.
#ifndef CICU_H
#define CICU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The name of a status, for messages: "U_ILLEGAL_ARGUMENT_ERROR".
const char *cicu_error_name(int32_t status);

// --- Characters (uchar) -------------------------------------------------------------------------------------------
typedef enum { CICU_BLANK = 0, CICU_LETTER = 1, CICU_DIGIT = 2, CICU_VISIBLE = 3 } cicu_char_class;

// What a character is to a tokenizer: letters (with the marks that follow them), decimal digits, other visible
// characters, and what shows nothing (white space, controls, format characters, unassigned).
cicu_char_class cicu_class_of(uint32_t character);
// The classes of U+0000...U+FFFF, one byte each; made on the first call, kept for the life of the process.
const uint8_t *cicu_bmp_classes(void);

// --- Scripts (uscript) --------------------------------------------------------------------------------------------
// The number of the script that a letter is of, or -1 where it is of none or of several (Common, Inherited).
int32_t cicu_script_of(uint32_t character);
// The number of the script with a code of ISO 15924 ("Latn") or a name ("Latin"), or -1 where no letter has it.
int32_t cicu_script_of_code(const char *code);
// Unicode's name of a script: "Latin".
const char *cicu_script_name(int32_t script);
// Whether a script is written without spaces between words (uscript_breaksBetweenLetters).
bool cicu_script_has_no_spaces(int32_t script);

// --- Names of places (ures: CLDR) ---------------------------------------------------------------------------------
// Takes a code or zone ("FR", "Europe:Warsaw") and the name in UTF-8, without a zero at its end.
typedef void (*cicu_take_name)(void *context, const char *key, const char *name, int32_t length);
// Gives the names that a language has for countries and continents, by their code.
void cicu_regions(const char *locale, cicu_take_name take, void *context);
// Gives the names of the cities after which time zones are called; only those that the zone's own name does not tell.
void cicu_zone_cities(const char *locale, cicu_take_name take, void *context);

// --- Boundaries (ubrk) --------------------------------------------------------------------------------------------
typedef struct cicu_breaks cicu_breaks;
typedef enum { CICU_WORDS = 0, CICU_SENTENCES = 1 } cicu_break_kind;

// A boundary iterator for a locale ("fr", "en@ss=standard"), or NULL and a status. Not thread-safe.
cicu_breaks *cicu_breaks_open(cicu_break_kind kind, const char *locale, int32_t *status);
void cicu_breaks_close(cicu_breaks *breaks);
// Points the iterator at a text, which must stay where it is until the next call of this function or the close.
void cicu_breaks_set_text(cicu_breaks *breaks, const char *utf8, size_t length, int32_t *status);
// Lets go of the text: ICU keeps the pointer otherwise.
void cicu_breaks_forget_text(cicu_breaks *breaks);
// The next boundary after the last one, or -1 at the end. The first call gives the first boundary after 0.
int32_t cicu_breaks_next(cicu_breaks *breaks);

// --- Dates (udat) --------------------------------------------------------------------------------------------------
// Writes the name of a day of the week (1 is Sunday) as a locale has it by itself; returns its length in bytes, 0 where there is
// none or it does not fit.
int32_t cicu_weekday(const char *locale, int32_t day, char *out, int32_t capacity, int32_t *status);

// --- Folding and normal forms (unorm2, ucasemap) ------------------------------------------------------------------
typedef enum { CICU_NFC = 0, CICU_NFD = 1, CICU_NFKC_CASEFOLD = 2 } cicu_normal_form;

// Writes the normal form of a text; returns its length in bytes. Where that exceeds `capacity` nothing useful was
// written and the call must be repeated with more room.
int32_t cicu_normalize(cicu_normal_form form, const char *utf8, int32_t length, char *out, int32_t capacity,
                       int32_t *status);

// --- Regular expressions (uregex) ---------------------------------------------------------------------------------
typedef struct cicu_regex cicu_regex;

// Compiles a pattern. On failure NULL, a status, and the place of the fault in the pattern (line 1-based, offset in
// UTF-16 units).
cicu_regex *cicu_regex_open(const char *pattern, int32_t length, int32_t *line, int32_t *offset, int32_t *status);
void cicu_regex_close(cicu_regex *regex);
// Limits one match operation: about a millisecond of CPU time a unit; U_REGEX_TIME_OUT afterwards. 0 is no limit.
void cicu_regex_set_time_limit(cicu_regex *regex, int32_t limit, int32_t *status);
void cicu_regex_set_text(cicu_regex *regex, const char *utf8, int64_t length, int32_t *status);
// The next match at or after the end of the last one (or after `from`, if that is not negative).
bool cicu_regex_find(cicu_regex *regex, int64_t from, int64_t *start, int64_t *end, int32_t *status);
// Whether the pattern matches exactly from `at` on; `end` is where the match ends.
bool cicu_regex_looking_at(cicu_regex *regex, int64_t at, int64_t *end, int32_t *status);

// --- Encodings (ucnv) ---------------------------------------------------------------------------------------------
typedef struct cicu_decoder cicu_decoder;

// A decoder of a named encoding ("windows-1252", "UTF-16LE") that stops at malformed input.
cicu_decoder *cicu_decoder_open(const char *encoding, int32_t *status);
void cicu_decoder_close(cicu_decoder *decoder);
// Decodes as much of the input as fits; returns the bytes written and sets how many were consumed. `flush` says that
// no more input follows. At malformed input the status is U_ILLEGAL_CHAR_FOUND, U_INVALID_CHAR_FOUND or
// U_TRUNCATED_CHAR_FOUND and `consumed` ends before or at the fault.
int32_t cicu_decode(cicu_decoder *decoder, const char *in, int32_t length, bool flush, char *out, int32_t capacity,
                    int32_t *consumed, int32_t *status);

#endif
