/* Writing results: the whole of it or nothing, and what stood there before survives a failure. */
#ifndef OUTLIVE_OUTPUT_H
#define OUTLIVE_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

/* Writes `len` bytes to the file called `name`: into a new file beside it that takes its place once it is complete. What is no
 * regular file (a pipe, /dev/stdout) is written to directly. executable: with mode 0777 less the umask, else 0666. Where it
 * does not succeed, says why in one line on standard error and returns false; `name` is then as it was. */
bool output_write(const char *name, const void *bytes, size_t len, bool executable);

/* The same with the content of another file. */
bool output_copy(const char *name, const char *from, bool executable);

/* To standard output; every failure (a full disk behind a redirection) is told, as above. */
bool output_print(const char *text, size_t len);

#endif
