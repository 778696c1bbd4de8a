#define _GNU_SOURCE /* strcasestr */
#include "driver/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

static const char *set_variable(const char *name) {
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

bool terminal_has_color(int fd) {
    const char *kind = set_variable("TERM");
    return isatty(fd) && !set_variable("NO_COLOR") && kind && strcmp(kind, "dumb");
}

int terminal_width(int fd) {
    const char *columns = set_variable("COLUMNS");
    int width = columns ? atoi(columns) : 0;
    struct winsize size;
    if (width <= 0 && !ioctl(fd, TIOCGWINSZ, &size))
        width = size.ws_col;
    return width > 0 ? width : 80;
}

/* The names are read as they are: setlocale knows only locales that are installed, and C.UTF-8 on a bare machine is not. */
bool terminal_is_utf8(void) {
    static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (int i = 0; i < 3; i++) {
        const char *value = set_variable(variables[i]);
        if (value)
            return strcasestr(value, "utf-8") || strcasestr(value, "utf8");
    }
    return false;
}
