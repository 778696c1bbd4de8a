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
    KEEPS("access", "")                                                                         \
    MEMORY("aligned_alloc", "")                                                                 \
    KEEPS("asctime", "")                                                                        \
    KEEPS("atexit", "")                                                                         \
    KEEPS("atof", "")                                                                           \
    KEEPS("atoi", "")                                                                           \
    KEEPS("atol", "")                                                                           \
    KEEPS("atoll", "")                                                                          \
    KEEPS("bcmp", "")                                                                           \
    KEEPS("bsearch", "call 4 0;result,call 4 1;;;")                                      \
    KEEPS("bzero", "")                                                                          \
    MEMORY("calloc", "")                                                                        \
    KEEPS("chdir", "")                                                                          \
    KEEPS("clock_gettime", "")                                                                  \
    KEEPS("close", "")                                                                          \
    KEEPS("ctime", "")                                                                          \
    KEEPS("exit", "")                                                                           \
    KEEPS("fclose", "")                                                                         \
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
    KEEPS("frexp", "")                                                                          \
    KEEPS("fscanf", "")                                                                         \
    KEEPS("fseek", "")                                                                          \
    KEEPS("fstat", "")                                                                          \
    KEEPS("ftell", "")                                                                          \
    KEEPS("fwrite", "")                                                                         \
    KEEPS("getc", "")                                                                           \
    KEEPS("getcwd", "result;")                                                                  \
    KEEPS("getenv", "")                                                                         \
    KEEPS("getline", "")                                                                        \
    KEEPS("gettimeofday", "")                                                                   \
    KEEPS("gmtime", "")                                                                         \
    KEEPS("gmtime_r", ";result")                                                                \
    KEEPS("localtime", "")                                                                      \
    KEEPS("localtime_r", ";result")                                                             \
    KEEPS("longjmp", "")                                                                        \
    KEEPS("lstat", "")                                                                          \
    MEMORY("malloc", "")                                                                        \
    KEEPS("memchr", "result;;")                                                                 \
    KEEPS("memcmp", "")                                                                         \
    KEEPS("memset", "result;;")                                                                 \
    KEEPS("mkdir", "")                                                                          \
    KEEPS("mktime", "")                                                                         \
    KEEPS("modf", "")                                                                           \
    KEEPS("nanosleep", "")                                                                      \
    KEEPS("open", "")                                                                           \
    KEEPS("perror", "")                                                                         \
    KEEPS("pipe", "")                                                                           \
    KEEPS("printf", "")                                                                         \
    KEEPS("pthread_cond_broadcast", "")                                                         \
    KEEPS("pthread_cond_signal", "")                                                            \
    KEEPS("pthread_cond_wait", "")                                                              \
    KEEPS("pthread_create", ";;call 2 0;heap,call 2 0")                                         \
    KEEPS("pthread_join", "")                                                                   \
    KEEPS("pthread_mutex_lock", "")                                                             \
    KEEPS("pthread_mutex_unlock", "")                                                           \
    KEEPS("pthread_once", "")                                                                   \
    KEEPS("pthread_setspecific", ";heap")                                                       \
    KEEPS("putc", "")                                                                           \
    KEEPS("putchar", "")                                                                        \
    KEEPS("putenv", "heap")                                                                     \
    KEEPS("puts", "")                                                                           \
    KEEPS("qsort", "call 3 0,call 3 1;;;")                                                      \
    KEEPS("qsort_r", "call 3 0,call 3 1;;;;call 3 2")                                           \
    KEEPS("read", "")                                                                           \
    MEMORY("realloc", "result;")                                                                \
    MEMORY("reallocarray", "result;;")                                                          \
    KEEPS("remove", "")                                                                         \
    KEEPS("rename", "")                                                                         \
    KEEPS("rewind", "")                                                                         \
    KEEPS("scanf", "")                                                                          \
    KEEPS("setjmp", "")                                                                         \
    KEEPS("setlocale", "")                                                                      \
    KEEPS("setvbuf", ";heap;;")                                                                 \
    KEEPS("sigaction", "")                                                                      \
    KEEPS("siglongjmp", "")                                                                     \
    KEEPS("signal", "")                                                                         \
    KEEPS("sigsetjmp", "")                                                                      \
    KEEPS("snprintf", "")                                                                       \
    KEEPS("sprintf", "")                                                                        \
    KEEPS("sscanf", "")                                                                         \
    KEEPS("stat", "")                                                                           \
    KEEPS("stpcpy", "result;")                                                                  \
    KEEPS("strcasecmp", "")                                                                     \
    KEEPS("strcat", "result;")                                                                  \
    KEEPS("strchr", "result;")                                                                  \
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
    KEEPS("strrchr", "result;")                                                                 \
    KEEPS("strsep", "result:1;")                                                                \
    KEEPS("strspn", "")                                                                         \
    KEEPS("strstr", "result;")                                                                  \
    KEEPS("strtod", "at 1;")                                                                    \
    KEEPS("strtok", "heap,result;")                                                             \
    KEEPS("strtok_r", "result,at 2;;result:1")                                                  \
    KEEPS("strtol", "at 1;;")                                                                   \
    KEEPS("strtoll", "at 1;;")                                                                  \
    KEEPS("strtoul", "at 1;;")                                                                  \
    KEEPS("strtoull", "at 1;;")                                                                 \
    KEEPS("system", "")                                                                         \
    KEEPS("time", "")                                                                           \
    KEEPS("tolower", "")                                                                        \
    KEEPS("toupper", "")                                                                        \
    KEEPS("ungetc", "")                                                                         \
    KEEPS("unlink", "")                                                                         \
    KEEPS("vfprintf", "")                                                                       \
    KEEPS("vprintf", "")                                                                        \
    KEEPS("vsnprintf", "")                                                                      \
    KEEPS("vsprintf", "")                                                                       \
    KEEPS("waitpid", "")                                                                        \
    KEEPS("write", "")

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
