/* What the user's terminal can show. */
#ifndef OUTLIVE_TERMINAL_H
#define OUTLIVE_TERMINAL_H

#include <stdbool.h>

/* Colours: only on a terminal that has them, and never with NO_COLOR set (https://no-color.org). */
bool terminal_has_color(int fd);

/* Columns: COLUMNS if set, else what the terminal says, else 80. */
int terminal_width(int fd);

/* Does the locale (LC_ALL, LC_CTYPE, LANG) say UTF-8? */
bool terminal_is_utf8(void);

#endif
