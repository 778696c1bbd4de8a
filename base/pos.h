/* A place in a source text. */
#ifndef OUTLIVE_POS_H
#define OUTLIVE_POS_H

/* One text that was read: a Go file, a C file, a buffer that is in no file. */
struct source {
    const char *name; /* as the user spelled it; what messages print */
    const char *text; /* NUL-terminated; NULL where only the name is known */
    int len;          /* bytes */
};

/* line and col count from 1, col in bytes (as the Go toolchain and clang do); line 0 is "no position". */
struct pos {
    const struct source *source;
    int line;
    int col;
};

#endif
