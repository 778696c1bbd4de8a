/* The C library: what its functions do with the pointers they are given.
 *
 * Without this table every printf would make its arguments "assumed to escape". A row says, for each parameter, what a FLOWS
 * annotation would say, ';' between parameters, the last one standing for all that follow (`...` too): "" keeps nothing;
 * "result" is returned; "heap" is kept; "at 0:1" means that what it points at is copied to where parameter 0 points; "call 3 0"
 * that it is passed to the function that is parameter 3, as argument 0. MEMORY says that the result is fresh memory. Sources:
 * the C standard (C17, chapter 7) and POSIX.1-2017.
 *
 * What is not here, and has no attribute, is assumed to keep everything. */
#include "plugin/annotations.h"

#include <stdlib.h>
#include <string.h>

/* Sorted by name, as strcmp does. */
#define LIBRARY(KEEPS, MEMORY)                                                                  \
    MEMORY("__builtin_calloc", "")                                                              \
    KEEPS("__builtin_expect", "")                                                               \
    MEMORY("__builtin_malloc", "")                                                              \
    KEEPS("__builtin_memcmp", "")                                                               \
    KEEPS("__builtin_memset", "result")                                                         \
    KEEPS("__builtin_object_size", "")                                                          \
    KEEPS("__builtin_prefetch", "")                                                             \
    KEEPS("__builtin_strlen", "")                                                               \
    KEEPS("__builtin_trap", "")                                                                 \
    KEEPS("__builtin_unreachable", "")                                                          \
    KEEPS("__builtin_va_end", "")                                                               \
    KEEPS("__ctype_b_loc", "")                                                                  \
    KEEPS("__errno_location", "")                                                               \
    KEEPS("__sigsetjmp", "")                                                                    \
    KEEPS("_exit", "")                                                                          \
    KEEPS("_longjmp", "")                                                                       \
    KEEPS("_setjmp", "")                                                                        \
    KEEPS("abort", "")                                                                          \
    KEEPS("accept", "")                                                                         \
    KEEPS("accept4", "")                                                                        \
    KEEPS("access", "")                                                                         \
    MEMORY("aligned_alloc", "")                                                                 \
    KEEPS("asctime", "")                                                                        \
    KEEPS("atexit", "")                                                                         \
    KEEPS("atof", "")                                                                           \
    KEEPS("atoi", "")                                                                           \
    KEEPS("atol", "")                                                                           \
    KEEPS("atoll", "")                                                                          \
    KEEPS("basename", "result")                                                                 \
    KEEPS("bcmp", "")                                                                           \
    KEEPS("bind", "")                                                                           \
    KEEPS("bsearch", "call 4 0;result,call 4 1;;;")                                             \
    KEEPS("bzero", "")                                                                          \
    MEMORY("calloc", "")                                                                        \
    KEEPS("chdir", "")                                                                          \
    KEEPS("clock_getres", "")                                                                   \
    KEEPS("clock_gettime", "")                                                                  \
    KEEPS("clock_nanosleep", "")                                                                \
    KEEPS("close", "")                                                                          \
    KEEPS("connect", "")                                                                        \
    KEEPS("ctime", "")                                                                          \
    KEEPS("dirname", "result")                                                                  \
    KEEPS("exit", "")                                                                           \
    KEEPS("fclose", "")                                                                         \
    KEEPS("fdatasync", "")                                                                      \
    KEEPS("feof", "")                                                                           \
    KEEPS("ferror", "")                                                                         \
    KEEPS("fflush", "")                                                                         \
    KEEPS("fgetc", "")                                                                          \
    KEEPS("fgets", "result;;")                                                                  \
    KEEPS("fileno", "")                                                                         \
    KEEPS("fopen", "")                                                                          \
    KEEPS("fprintf", "")                                                                        \
    KEEPS("fputc", "")                                                                          \
    KEEPS("fputs", "")                                                                          \
    KEEPS("fread", "")                                                                          \
    KEEPS("free", "")                                                                           \
    KEEPS("freeaddrinfo", "")                                                                   \
    KEEPS("frexp", "")                                                                          \
    KEEPS("fscanf", "")                                                                         \
    KEEPS("fseek", "")                                                                          \
    KEEPS("fstat", "")                                                                          \
    KEEPS("fstatat", "")                                                                        \
    KEEPS("ftell", "")                                                                          \
    KEEPS("fwide", "")                                                                          \
    KEEPS("fwrite", "")                                                                         \
    KEEPS("getc", "")                                                                           \
    KEEPS("getcwd", "result;")                                                                  \
    KEEPS("getenv", "")                                                                         \
    KEEPS("getitimer", "")                                                                      \
    KEEPS("getline", "")                                                                        \
    KEEPS("getpeername", "")                                                                    \
    KEEPS("getrlimit", "")                                                                      \
    KEEPS("getrusage", "")                                                                      \
    KEEPS("getsockname", "")                                                                    \
    KEEPS("getsockopt", "")                                                                     \
    KEEPS("gettimeofday", "")                                                                   \
    KEEPS("gmtime", "")                                                                         \
    KEEPS("gmtime_r", ";result")                                                                \
    KEEPS("index", "result;")                                                                   \
    KEEPS("inet_ntop", ";;result;")                                                             \
    KEEPS("inet_pton", "")                                                                      \
    KEEPS("lchown", "")                                                                         \
    KEEPS("lfind", "call 4 0;result,call 4 1;;;")                                               \
    KEEPS("listen", "")                                                                         \
    KEEPS("localtime", "")                                                                      \
    KEEPS("localtime_r", ";result")                                                             \
    KEEPS("longjmp", "")                                                                        \
    KEEPS("lstat", "")                                                                          \
    MEMORY("malloc", "")                                                                        \
    KEEPS("memchr", "result;;")                                                                 \
    KEEPS("memcmp", "")                                                                         \
    KEEPS("memrchr", "result;")                                                                 \
    KEEPS("memset", "result;;")                                                                 \
    KEEPS("mkdir", "")                                                                          \
    KEEPS("mkdirat", "")                                                                        \
    KEEPS("mkdtemp", "result")                                                                  \
    KEEPS("mkfifo", "")                                                                         \
    KEEPS("mkstemp", "")                                                                        \
    KEEPS("mktime", "")                                                                         \
    KEEPS("modf", "")                                                                           \
    KEEPS("munmap", "")                                                                         \
    KEEPS("nanosleep", "")                                                                      \
    KEEPS("open", "")                                                                           \
    KEEPS("openat", "")                                                                         \
    KEEPS("perror", "")                                                                         \
    KEEPS("pipe", "")                                                                           \
    KEEPS("poll", "")                                                                           \
    KEEPS("pread", "")                                                                          \
    KEEPS("printf", "")                                                                         \
    KEEPS("pselect", "")                                                                        \
    KEEPS("pthread_attr_destroy", "")                                                           \
    KEEPS("pthread_attr_init", "")                                                              \
    KEEPS("pthread_attr_setdetachstate", "")                                                    \
    KEEPS("pthread_attr_setstacksize", "")                                                      \
    KEEPS("pthread_cond_broadcast", "")                                                         \
    KEEPS("pthread_cond_destroy", "")                                                           \
    KEEPS("pthread_cond_init", "")                                                              \
    KEEPS("pthread_cond_signal", "")                                                            \
    KEEPS("pthread_cond_timedwait", "")                                                         \
    KEEPS("pthread_cond_wait", "")                                                              \
    KEEPS("pthread_create", ";;call 2 0;heap,call 2 0")                                         \
    KEEPS("pthread_join", "")                                                                   \
    KEEPS("pthread_mutex_destroy", "")                                                          \
    KEEPS("pthread_mutex_init", "")                                                             \
    KEEPS("pthread_mutex_lock", "")                                                             \
    KEEPS("pthread_mutex_trylock", "")                                                          \
    KEEPS("pthread_mutex_unlock", "")                                                           \
    KEEPS("pthread_mutexattr_destroy", "")                                                      \
    KEEPS("pthread_mutexattr_init", "")                                                         \
    KEEPS("pthread_mutexattr_settype", "")                                                      \
    KEEPS("pthread_once", "")                                                                   \
    KEEPS("pthread_rwlock_destroy", "")                                                         \
    KEEPS("pthread_rwlock_init", "")                                                            \
    KEEPS("pthread_rwlock_rdlock", "")                                                          \
    KEEPS("pthread_rwlock_unlock", "")                                                          \
    KEEPS("pthread_rwlock_wrlock", "")                                                          \
    KEEPS("pthread_setspecific", ";heap")                                                       \
    KEEPS("pthread_sigmask", "")                                                                \
    KEEPS("putc", "")                                                                           \
    KEEPS("putchar", "")                                                                        \
    KEEPS("putenv", "heap")                                                                     \
    KEEPS("puts", "")                                                                           \
    KEEPS("pwrite", "")                                                                         \
    KEEPS("qsort", "call 3 0,call 3 1;;;")                                                      \
    KEEPS("qsort_r", "call 3 0,call 3 1;;;;call 3 2")                                           \
    KEEPS("rawmemchr", "result;")                                                               \
    KEEPS("read", "")                                                                           \
    KEEPS("readlink", "")                                                                       \
    KEEPS("readlinkat", "")                                                                     \
    KEEPS("readv", "")                                                                          \
    MEMORY("realloc", "result;")                                                                \
    MEMORY("reallocarray", "result;;")                                                          \
    MEMORY("realpath", ";result")                                                               \
    KEEPS("recv", "")                                                                           \
    KEEPS("recvfrom", "")                                                                       \
    KEEPS("recvmsg", "")                                                                        \
    KEEPS("remove", "")                                                                         \
    KEEPS("rename", "")                                                                         \
    KEEPS("rewind", "")                                                                         \
    KEEPS("rindex", "result;")                                                                  \
    KEEPS("rmdir", "")                                                                          \
    KEEPS("scanf", "")                                                                          \
    KEEPS("select", "")                                                                         \
    KEEPS("sem_destroy", "")                                                                    \
    KEEPS("sem_init", "")                                                                       \
    KEEPS("sem_post", "")                                                                       \
    KEEPS("sem_trywait", "")                                                                    \
    KEEPS("sem_wait", "")                                                                       \
    KEEPS("send", "")                                                                           \
    KEEPS("sendmsg", "")                                                                        \
    KEEPS("sendto", "")                                                                         \
    KEEPS("setbuf", ";heap")                                                                    \
    KEEPS("setitimer", "")                                                                      \
    KEEPS("setjmp", "")                                                                         \
    KEEPS("setlocale", "")                                                                      \
    KEEPS("setrlimit", "")                                                                      \
    KEEPS("setsockopt", "")                                                                     \
    KEEPS("setvbuf", ";heap;;")                                                                 \
    KEEPS("sigaction", "")                                                                      \
    KEEPS("sigaddset", "")                                                                      \
    KEEPS("sigdelset", "")                                                                      \
    KEEPS("sigemptyset", "")                                                                    \
    KEEPS("sigfillset", "")                                                                     \
    KEEPS("sigismember", "")                                                                    \
    KEEPS("siglongjmp", "")                                                                     \
    KEEPS("signal", "")                                                                         \
    KEEPS("sigprocmask", "")                                                                    \
    KEEPS("sigsetjmp", "")                                                                      \
    KEEPS("sigwait", "")                                                                        \
    KEEPS("snprintf", "")                                                                       \
    KEEPS("socketpair", "")                                                                     \
    KEEPS("sprintf", "")                                                                        \
    KEEPS("sscanf", "")                                                                         \
    KEEPS("stat", "")                                                                           \
    KEEPS("statvfs", "")                                                                        \
    KEEPS("stpcpy", "result;")                                                                  \
    KEEPS("strcasecmp", "")                                                                     \
    KEEPS("strcasestr", "result;")                                                              \
    KEEPS("strcat", "result;")                                                                  \
    KEEPS("strchr", "result;")                                                                  \
    KEEPS("strchrnul", "result;")                                                               \
    KEEPS("strcmp", "")                                                                         \
    KEEPS("strcoll", "")                                                                        \
    KEEPS("strcpy", "result;")                                                                  \
    KEEPS("strcspn", "")                                                                        \
    MEMORY("strdup", "")                                                                        \
    KEEPS("strerror", "")                                                                       \
    KEEPS("strerror_r", ";result;")                                                             \
    KEEPS("strftime", "")                                                                       \
    KEEPS("strlen", "")                                                                         \
    KEEPS("strncasecmp", "")                                                                    \
    KEEPS("strncat", "result;;")                                                                \
    KEEPS("strncmp", "")                                                                        \
    KEEPS("strncpy", "result;;")                                                                \
    MEMORY("strndup", "")                                                                       \
    KEEPS("strnlen", "")                                                                        \
    KEEPS("strpbrk", "result;")                                                                 \
    KEEPS("strptime", "result;")                                                                \
    KEEPS("strrchr", "result;")                                                                 \
    KEEPS("strsep", "result:1;")                                                                \
    KEEPS("strspn", "")                                                                         \
    KEEPS("strstr", "result;")                                                                  \
    KEEPS("strtod", "at 1;")                                                                    \
    KEEPS("strtof", "at 1;")                                                                    \
    KEEPS("strtoimax", "at 1;")                                                                 \
    KEEPS("strtok", "heap,result;")                                                             \
    KEEPS("strtok_r", "result,at 2;;result:1")                                                  \
    KEEPS("strtol", "at 1;;")                                                                   \
    KEEPS("strtold", "at 1;")                                                                   \
    KEEPS("strtoll", "at 1;;")                                                                  \
    KEEPS("strtoul", "at 1;;")                                                                  \
    KEEPS("strtoull", "at 1;;")                                                                 \
    KEEPS("strtoumax", "at 1;")                                                                 \
    KEEPS("strxfrm", "")                                                                        \
    KEEPS("symlink", "")                                                                        \
    KEEPS("system", "")                                                                         \
    KEEPS("time", "")                                                                           \
    KEEPS("timegm", "")                                                                         \
    KEEPS("tolower", "")                                                                        \
    KEEPS("toupper", "")                                                                        \
    KEEPS("truncate", "")                                                                       \
    KEEPS("uname", "")                                                                          \
    KEEPS("ungetc", "")                                                                         \
    KEEPS("unlink", "")                                                                         \
    KEEPS("unlinkat", "")                                                                       \
    KEEPS("utime", "")                                                                          \
    KEEPS("utimensat", "")                                                                      \
    KEEPS("utimes", "")                                                                         \
    KEEPS("vfprintf", "")                                                                       \
    KEEPS("vprintf", "")                                                                        \
    KEEPS("vsnprintf", "")                                                                      \
    KEEPS("vsprintf", "")                                                                       \
    KEEPS("wait", "")                                                                           \
    KEEPS("waitpid", "")                                                                        \
    KEEPS("wcscmp", "")                                                                         \
    KEEPS("wcslen", "")                                                                         \
    KEEPS("wmemcmp", "")                                                                        \
    KEEPS("write", "")                                                                          \
    KEEPS("writev", "")

static const struct library_function library[] = {
#define KEEPS(name, flows) {name, flows, false},
#define MEMORY(name, flows) {name, flows, true},
    LIBRARY(KEEPS, MEMORY)
#undef KEEPS
#undef MEMORY
};

static int by_name(const void *name, const void *row) {
    return strcmp(name, ((const struct library_function *)row)->name);
}

const struct library_function *library_find(const char *name) {
    return bsearch(name, library, sizeof library / sizeof *library, sizeof *library, by_name);
}
