#include "driver/output.h"

#include "base/buf.h"
#include "driver/cleanup.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool cannot_write(const char *name, const char *why) {
    fprintf(stderr, "outlive: cannot write %s: %s\n", name, why);
    return false;
}

static bool write_all(int fd, const char *bytes, size_t len) {
    while (len) {
        ssize_t n = write(fd, bytes, len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        bytes += n;
        len -= (size_t)n;
    }
    return true;
}

static bool write_in_place(const char *name, const void *bytes, size_t len) {
    int fd = open(name, O_WRONLY);
    bool written = fd >= 0 && write_all(fd, bytes, len);
    int error = errno;
    if (fd >= 0 && close(fd) && written) {
        written = false;
        error = errno;
    }
    return written || cannot_write(name, strerror(error));
}

static mode_t allowed_mode(bool executable) {
    mode_t mask = umask(0);
    umask(mask);
    return (executable ? 0777 : 0666) & ~mask;
}

/* A new file in the folder of `target`, complete and closed before it takes the name: some file systems tell of a full disk only then. */
static bool replace(const char *name, const char *target, const void *bytes, size_t len, mode_t mode) {
    char fresh[PATH_MAX + 16];
    const char *slash = strrchr(target, '/');
    snprintf(fresh, sizeof fresh, "%.*s.outlive-XXXXXX", slash ? (int)(slash - target) + 1 : 0, target);
    int fd = mkstemp(fresh);
    if (fd < 0)
        return cannot_write(name, strerror(errno));
    cleanup_add(fresh);
    bool written = write_all(fd, bytes, len) && !fchmod(fd, mode);
    int error = errno;
    if (close(fd) && written) {
        written = false;
        error = errno;
    }
    if (written && rename(fresh, target)) {
        written = false;
        error = errno;
    }
    if (!written)
        unlink(fresh);
    cleanup_forget(fresh);
    return written || cannot_write(name, strerror(error));
}

bool output_write(const char *name, const void *bytes, size_t len, bool executable) {
    struct stat there;
    if (stat(name, &there)) {
        if (errno != ENOENT)
            return cannot_write(name, strerror(errno));
        return replace(name, name, bytes, len, allowed_mode(executable));
    }
    if (S_ISDIR(there.st_mode))
        return cannot_write(name, strerror(EISDIR));
    if (!S_ISREG(there.st_mode))
        return write_in_place(name, bytes, len);
    if (access(name, W_OK))
        return cannot_write(name, strerror(errno));
    char target[PATH_MAX]; /* what a symbolic link points to is replaced, not the link */
    if (!realpath(name, target))
        return cannot_write(name, strerror(errno));
    mode_t mode = (there.st_mode & 0777) | (executable ? allowed_mode(true) & 0111 : 0);
    return replace(name, target, bytes, len, mode);
}

bool output_copy(const char *name, const char *from, bool executable) {
    struct buf content = {0};
    FILE *f = fopen(from, "rb");
    bool read = f != NULL;
    if (f) {
        char block[1 << 16];
        for (size_t n; (n = fread(block, 1, sizeof block, f)) > 0;)
            buf_addn(&content, block, n);
        read = !ferror(f);
        fclose(f);
    }
    if (!read)
        fprintf(stderr, "outlive: cannot read %s: %s\n", from, strerror(errno));
    bool written = read && output_write(name, content.text, content.len, executable);
    buf_free(&content);
    return written;
}

bool output_print(const char *text, size_t len) {
    if (fflush(stdout) || !write_all(STDOUT_FILENO, text, len))
        return cannot_write("standard output", strerror(errno));
    return true;
}
