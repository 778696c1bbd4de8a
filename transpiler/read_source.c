#include "transpiler/read_source.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Places are ints; nobody writes such a file by hand, and a device never ends. */
#define MOST_BYTES (512 * 1024 * 1024)

/* What errno says, in the Go toolchain's spelling: it starts in lower case. */
static const char *reason(struct arena *a, int error) {
    char *text = arena_strdup(a, strerror(error));
    text[0] = (char)tolower((unsigned char)text[0]);
    return text;
}

/* Reads to the end, whatever the size was said to be: a pipe has none. False and errno when that fails. */
static bool read_all(struct arena *a, int fd, size_t expected, struct source *source) {
    size_t cap = expected + 1, len = 0;
    char *text = arena_alloc(a, cap + 1);
    for (;;) {
        if (len == cap) {
            char *grown = arena_alloc(a, cap * 2 + 1);
            memcpy(grown, text, len);
            text = grown;
            cap *= 2;
        }
        ssize_t n = read(fd, text + len, cap - len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        if (n == 0)
            break;
        len += (size_t)n;
        if (len > MOST_BYTES) {
            errno = EFBIG;
            return false;
        }
    }
    text[len] = '\0';
    source->text = text;
    source->len = (int)len;
    return true;
}

static bool read_open_file(struct arena *a, int fd, struct source *source, struct diags *diags) {
    struct pos whole = {.source = source};
    struct stat status;
    if (fstat(fd, &status) != 0) {
        error_at(diags, whole, "%s", reason(a, errno));
        return false;
    }
    if (S_ISDIR(status.st_mode)) {
        error_at(diags, whole, "is a directory, should be a Go file");
        return false;
    }
    size_t expected = S_ISREG(status.st_mode) && status.st_size <= MOST_BYTES ? (size_t)status.st_size : 4096;
    if (!read_all(a, fd, expected, source)) {
        error_at(diags, whole, "%s", reason(a, errno));
        return false;
    }
    return true;
}

struct source *read_source(struct arena *a, const char *name, struct diags *diags) {
    struct source *source = arena_new(a, struct source);
    source->name = name;
    int fd = open(name, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        error_at(diags, (struct pos){.source = source}, "%s", reason(a, errno));
        return NULL;
    }
    bool ok = read_open_file(a, fd, source, diags);
    close(fd);
    return ok ? source : NULL;
}
