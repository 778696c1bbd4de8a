/* The system's calls of package os. Each gives the negative error number where it fails. */
#include "runtime/runtime.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

extern char **environ; /* POSIX leaves its declaration to the program */

typedef struct results_string_bool {
    go_string r0;
    bool r1;
} results_string_bool;

go_int os_open(go_string name, go_int flags, go_uint32 mode);
go_int os_read(go_int fd, slice_uint8 b);
go_int os_write(go_int fd, go_string s);
go_int os_writeBytes(go_int fd, slice_uint8 b);
go_int os_closeFile(go_int fd);
go_int os_remove(go_string name);
go_int os_mkdir(go_string name, go_uint32 mode);
slice_string os_arguments(void);
slice_string os_Environ(void);
void os_Exit(go_int code);
results_string_bool os_lookup(go_string name);
go_int os_Getpid(void);

/* With a NUL behind; NULL, and EINVAL, for a name that has one inside. */
static const char *c_name(go_string name) {
    if (name.len && memchr(name.ptr, 0, (size_t)name.len)) {
        errno = EINVAL;
        return NULL;
    }
    char *copy = go_new_noscan((size_t)name.len + 1);
    return name.len ? memcpy(copy, name.ptr, (size_t)name.len) : copy;
}

go_int os_open(go_string name, go_int flags, go_uint32 mode) {
    const char *path = c_name(name);
    int fd = path ? open(path, (int)flags | O_CLOEXEC, mode) : -1;
    return fd < 0 ? -errno : fd;
}

go_int os_read(go_int fd, slice_uint8 b) {
    ssize_t n;
    do
        n = read((int)fd, b.ptr, (size_t)b.len);
    while (n < 0 && errno == EINTR);
    return n < 0 ? -errno : n;
}

static go_int write_all(go_int fd, const void *p, go_int len) {
    for (go_int done = 0; done < len;) {
        ssize_t n = write((int)fd, (const char *)p + done, (size_t)(len - done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -errno;
        done += n;
    }
    return len;
}

go_int os_write(go_int fd, go_string s) {
    return write_all(fd, s.ptr, s.len);
}

go_int os_writeBytes(go_int fd, slice_uint8 b) {
    return write_all(fd, b.ptr, b.len);
}

go_int os_closeFile(go_int fd) {
    return close((int)fd) < 0 ? -errno : 0;
}

go_int os_remove(go_string name) {
    const char *path = c_name(name);
    return path && remove(path) == 0 ? 0 : -errno;
}

go_int os_mkdir(go_string name, go_uint32 mode) {
    const char *path = c_name(name);
    return path && mkdir(path, mode) == 0 ? 0 : -errno;
}

slice_string os_arguments(void) {
    slice_string all = slice_string_make(go_argument_count, go_argument_count);
    for (go_int i = 0; i < all.len; i++)
        all.ptr[i] = (go_string){(const go_uint8 *)go_arguments[i], (go_int)strlen(go_arguments[i])};
    return all;
}

slice_string os_Environ(void) {
    go_int count = 0;
    while (environ && environ[count])
        count++;
    slice_string all = slice_string_make(count, count);
    for (go_int i = 0; i < count; i++)
        all.ptr[i] = go_string_copy(environ[i]);
    return all;
}

void os_Exit(go_int code) {
    fflush(NULL);
    _exit((int)code);
}

results_string_bool os_lookup(go_string name) {
    const char *key = c_name(name);
    const char *value = key ? getenv(key) : NULL;
    if (!value)
        return (results_string_bool){{NULL, 0}, false};
    return (results_string_bool){go_string_copy(value), true};
}

go_int os_Getpid(void) {
    return getpid();
}
