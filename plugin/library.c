/* The C library: what its functions do with the pointers they are given.
 *
 * Without this table every printf would make its arguments "assumed to escape". A row says, for each parameter, what a FLOWS
 * annotation would say, ';' between parameters, the last one standing for all that follow (`...` too): "" keeps nothing;
 * "result" is returned; "heap" is kept; "at 0:1" means that what it points at is copied to where parameter 0 points; "call 3 0"
 * that it is passed to the function that is parameter 3, as argument 0. MEMORY says that the result is fresh memory. Sources:
 * the C standard (C17, chapter 7) and POSIX.1-2017.
 *
 * Functions of strings stop at the first byte that is zero: what they copy is not taken for the bytes of a pointer. (memcpy and its family,
 * writing to files, and moving elements are in build_call.c.)
 *
 * What is not here, and has no attribute, is assumed to keep everything. */
#include "plugin/annotations.h"

#include <stdlib.h>
#include <string.h>

/* Names that no program may give to a function of its own that other files see: those of the C library (7.1.3), and those that begin with
 * `str`, `mem` or `wcs` (7.31). Both tables are sorted by name, as strcmp does. */
#define RESERVED(KEEPS, MEMORY)                                                                 \
    KEEPS("__assert", "")                                                                       \
    KEEPS("__assert_fail", "")                                                                  \
    KEEPS("__builtin___clear_cache", "")                                                        \
    KEEPS("__builtin_add_overflow", "")                                                         \
    KEEPS("__builtin_assume_aligned", "result;")                                                \
    MEMORY("__builtin_calloc", "")                                                              \
    KEEPS("__builtin_classify_type", "")                                                        \
    KEEPS("__builtin_clear_padding", "")                                                        \
    KEEPS("__builtin_constant_p", "")                                                           \
    KEEPS("__builtin_dynamic_object_size", "")                                                  \
    KEEPS("__builtin_eh_return", "")                                                            \
    KEEPS("__builtin_expect", "")                                                               \
    KEEPS("__builtin_launder", "result")                                                        \
    KEEPS("__builtin_longjmp", "")                                                              \
    MEMORY("__builtin_malloc", "")                                                              \
    KEEPS("__builtin_memcmp", "")                                                               \
    KEEPS("__builtin_memset", "result")                                                         \
    KEEPS("__builtin_mul_overflow", "")                                                         \
    KEEPS("__builtin_object_size", "")                                                          \
    KEEPS("__builtin_prefetch", "")                                                             \
    KEEPS("__builtin_readcyclecounter", "")                                                     \
    KEEPS("__builtin_sadd_overflow", "")                                                        \
    KEEPS("__builtin_saddl_overflow", "")                                                       \
    KEEPS("__builtin_saddll_overflow", "")                                                      \
    KEEPS("__builtin_setjmp", "")                                                               \
    KEEPS("__builtin_smul_overflow", "")                                                        \
    KEEPS("__builtin_smull_overflow", "")                                                       \
    KEEPS("__builtin_smulll_overflow", "")                                                      \
    KEEPS("__builtin_ssub_overflow", "")                                                        \
    KEEPS("__builtin_ssubl_overflow", "")                                                       \
    KEEPS("__builtin_ssubll_overflow", "")                                                      \
    KEEPS("__builtin_strlen", "")                                                               \
    KEEPS("__builtin_sub_overflow", "")                                                         \
    KEEPS("__builtin_trap", "")                                                                 \
    KEEPS("__builtin_uadd_overflow", "")                                                        \
    KEEPS("__builtin_uaddl_overflow", "")                                                       \
    KEEPS("__builtin_uaddll_overflow", "")                                                      \
    KEEPS("__builtin_umul_overflow", "")                                                        \
    KEEPS("__builtin_umull_overflow", "")                                                       \
    KEEPS("__builtin_umulll_overflow", "")                                                      \
    KEEPS("__builtin_unreachable", "")                                                          \
    KEEPS("__builtin_usub_overflow", "")                                                        \
    KEEPS("__builtin_usubl_overflow", "")                                                       \
    KEEPS("__builtin_usubll_overflow", "")                                                      \
    KEEPS("__builtin_va_end", "")                                                               \
    KEEPS("__ctype_b_loc", "")                                                                  \
    KEEPS("__ctype_tolower_loc", "")                                                            \
    KEEPS("__ctype_toupper_loc", "")                                                            \
    KEEPS("__errno", "")                                                                        \
    KEEPS("__errno_location", "")                                                               \
    KEEPS("__fxstat", "")                                                                       \
    KEEPS("__fxstatat", "")                                                                     \
    KEEPS("__h_errno_location", "")                                                             \
    KEEPS("__isoc23_fscanf", "")                                                                \
    KEEPS("__isoc23_scanf", "")                                                                 \
    KEEPS("__isoc23_sscanf", "")                                                                \
    KEEPS("__isoc23_strtoimax", "at 1;;")                                                       \
    KEEPS("__isoc23_strtol", "at 1;;")                                                          \
    KEEPS("__isoc23_strtoll", "at 1;;")                                                         \
    KEEPS("__isoc23_strtoul", "at 1;;")                                                         \
    KEEPS("__isoc23_strtoull", "at 1;;")                                                        \
    KEEPS("__isoc23_strtoumax", "at 1;;")                                                       \
    KEEPS("__isoc99_fscanf", "")                                                                \
    KEEPS("__isoc99_scanf", "")                                                                 \
    KEEPS("__isoc99_sscanf", "")                                                                \
    KEEPS("__isoc99_vfscanf", "")                                                               \
    KEEPS("__isoc99_vscanf", "")                                                                \
    KEEPS("__isoc99_vsscanf", "")                                                               \
    KEEPS("__lxstat", "")                                                                       \
    KEEPS("__overflow", "")                                                                     \
    KEEPS("__pthread_register_cancel", "")                                                      \
    KEEPS("__pthread_unregister_cancel", "")                                                    \
    KEEPS("__pthread_unwind_next", "")                                                          \
    KEEPS("__sigsetjmp", "")                                                                    \
    KEEPS("__sigsetjmp_cancel", "")                                                             \
    KEEPS("__stack_chk_fail", "")                                                               \
    MEMORY("__strdup", "")                                                                      \
    MEMORY("__strndup", "")                                                                     \
    KEEPS("__uflow", "")                                                                        \
    KEEPS("__xpg_basename", "result")                                                           \
    KEEPS("__xstat", "")                                                                        \
    KEEPS("abort", "")                                                                          \
    MEMORY("aligned_alloc", "")                                                                 \
    KEEPS("asctime", "")                                                                        \
    KEEPS("at_quick_exit", "")                                                                  \
    KEEPS("atexit", "")                                                                         \
    KEEPS("atof", "")                                                                           \
    KEEPS("atoi", "")                                                                           \
    KEEPS("atol", "")                                                                           \
    KEEPS("atoll", "")                                                                          \
    KEEPS("bsearch", "call 4 0;result,call 4 1;;;")                                             \
    KEEPS("c16rtomb", "")                                                                       \
    KEEPS("c32rtomb", "")                                                                       \
    KEEPS("call_once", "")                                                                      \
    MEMORY("calloc", "")                                                                        \
    KEEPS("clearerr", "")                                                                       \
    KEEPS("cnd_broadcast", "")                                                                  \
    KEEPS("cnd_destroy", "")                                                                    \
    KEEPS("cnd_init", "")                                                                       \
    KEEPS("cnd_signal", "")                                                                     \
    KEEPS("cnd_timedwait", "")                                                                  \
    KEEPS("cnd_wait", "")                                                                       \
    KEEPS("ctime", "")                                                                          \
    KEEPS("exit", "")                                                                           \
    KEEPS("fclose", "")                                                                         \
    KEEPS("fegetenv", "")                                                                       \
    KEEPS("fegetexceptflag", "")                                                                \
    KEEPS("feholdexcept", "")                                                                   \
    KEEPS("feof", "")                                                                           \
    KEEPS("feraiseexcept", "")                                                                  \
    KEEPS("ferror", "")                                                                         \
    KEEPS("fesetenv", "")                                                                       \
    KEEPS("fesetexceptflag", "")                                                                \
    KEEPS("feupdateenv", "")                                                                    \
    KEEPS("fflush", "")                                                                         \
    KEEPS("fgetc", "")                                                                          \
    KEEPS("fgetpos", "")                                                                        \
    KEEPS("fgets", "result;;")                                                                  \
    KEEPS("fgetwc", "")                                                                         \
    KEEPS("fgetws", "result;;")                                                                 \
    KEEPS("fopen", "")                                                                          \
    KEEPS("fprintf", "")                                                                        \
    KEEPS("fputc", "")                                                                          \
    KEEPS("fputs", "")                                                                          \
    KEEPS("fputwc", "")                                                                         \
    KEEPS("fputws", "")                                                                         \
    KEEPS("fread", "")                                                                          \
    KEEPS("free", "")                                                                           \
    KEEPS("freopen", ";;result")                                                                \
    KEEPS("frexp", "")                                                                          \
    KEEPS("frexpf", "")                                                                         \
    KEEPS("frexpl", "")                                                                         \
    KEEPS("fscanf", "")                                                                         \
    KEEPS("fseek", "")                                                                          \
    KEEPS("fsetpos", "")                                                                        \
    KEEPS("ftell", "")                                                                          \
    KEEPS("fwide", "")                                                                          \
    KEEPS("fwprintf", "")                                                                       \
    KEEPS("fwrite", "")                                                                         \
    KEEPS("fwscanf", "")                                                                        \
    KEEPS("getc", "")                                                                           \
    KEEPS("getchar", "")                                                                        \
    KEEPS("getenv", "")                                                                         \
    KEEPS("gets", "result")                                                                     \
    KEEPS("getwc", "")                                                                          \
    KEEPS("gmtime", "")                                                                         \
    KEEPS("localeconv", "")                                                                     \
    KEEPS("localtime", "")                                                                      \
    KEEPS("longjmp", "")                                                                        \
    MEMORY("malloc", "")                                                                        \
    KEEPS("mblen", "")                                                                          \
    KEEPS("mbrlen", "")                                                                         \
    KEEPS("mbrtoc16", "")                                                                       \
    KEEPS("mbrtoc32", "")                                                                       \
    KEEPS("mbrtowc", "")                                                                        \
    KEEPS("mbsinit", "")                                                                        \
    KEEPS("mbsrtowcs", "")                                                                      \
    KEEPS("mbstowcs", "")                                                                       \
    KEEPS("mbtowc", "")                                                                         \
    MEMORY("memalign", "")                                                                      \
    KEEPS("memccpy", "result;at 0:1;;")                                                         \
    KEEPS("memchr", "result;;")                                                                 \
    KEEPS("memcmp", "")                                                                         \
    KEEPS("memmem", "result;;")                                                                 \
    KEEPS("memrchr", "result;")                                                                 \
    KEEPS("memset", "result;;")                                                                 \
    KEEPS("mktime", "")                                                                         \
    KEEPS("modf", "")                                                                           \
    KEEPS("modff", "")                                                                          \
    KEEPS("modfl", "")                                                                          \
    KEEPS("mtx_destroy", "")                                                                    \
    KEEPS("mtx_init", "")                                                                       \
    KEEPS("mtx_lock", "")                                                                       \
    KEEPS("mtx_timedlock", "")                                                                  \
    KEEPS("mtx_trylock", "")                                                                    \
    KEEPS("mtx_unlock", "")                                                                     \
    KEEPS("nan", "")                                                                            \
    KEEPS("nanf", "")                                                                           \
    KEEPS("nanl", "")                                                                           \
    KEEPS("perror", "")                                                                         \
    KEEPS("printf", "")                                                                         \
    KEEPS("putc", "")                                                                           \
    KEEPS("putchar", "")                                                                        \
    KEEPS("puts", "")                                                                           \
    KEEPS("putwc", "")                                                                          \
    KEEPS("qsort", "call 3 0,call 3 1;;;")                                                      \
    MEMORY("realloc", "result;")                                                                \
    KEEPS("remove", "")                                                                         \
    KEEPS("remquo", "")                                                                         \
    KEEPS("remquof", "")                                                                        \
    KEEPS("rename", "")                                                                         \
    KEEPS("rewind", "")                                                                         \
    KEEPS("scanf", "")                                                                          \
    KEEPS("setbuf", ";heap")                                                                    \
    KEEPS("setjmp", "")                                                                         \
    KEEPS("setlocale", "")                                                                      \
    KEEPS("setvbuf", ";heap;;")                                                                 \
    KEEPS("signal", "")                                                                         \
    KEEPS("snprintf", "")                                                                       \
    KEEPS("sprintf", "")                                                                        \
    KEEPS("sscanf", "")                                                                         \
    KEEPS("strcasecmp", "")                                                                     \
    KEEPS("strcasestr", "result;")                                                              \
    KEEPS("strcat", "result;")                                                                  \
    KEEPS("strchr", "result;")                                                                  \
    KEEPS("strchrnul", "result;")                                                               \
    KEEPS("strcmp", "")                                                                         \
    KEEPS("strcoll", "")                                                                        \
    KEEPS("strcoll_l", "")                                                                      \
    KEEPS("strcpy", "result;")                                                                  \
    KEEPS("strcspn", "")                                                                        \
    MEMORY("strdup", "")                                                                        \
    KEEPS("strerror", "")                                                                       \
    KEEPS("strerror_r", ";result;")                                                             \
    KEEPS("strfromd", "")                                                                       \
    KEEPS("strfromf", "")                                                                       \
    KEEPS("strfroml", "")                                                                       \
    KEEPS("strftime", "")                                                                       \
    KEEPS("strlcat", "")                                                                        \
    KEEPS("strlcpy", "")                                                                        \
    KEEPS("strlen", "")                                                                         \
    KEEPS("strncasecmp", "")                                                                    \
    KEEPS("strncat", "result;;")                                                                \
    KEEPS("strncmp", "")                                                                        \
    KEEPS("strncpy", "result;;")                                                                \
    MEMORY("strndup", "")                                                                       \
    KEEPS("strnlen", "")                                                                        \
    KEEPS("strnstr", "result;")                                                                 \
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
    KEEPS("strtoq", "at 1;;")                                                                   \
    KEEPS("strtoul", "at 1;;")                                                                  \
    KEEPS("strtoull", "at 1;;")                                                                 \
    KEEPS("strtoumax", "at 1;")                                                                 \
    KEEPS("strtouq", "at 1;;")                                                                  \
    KEEPS("strverscmp", "")                                                                     \
    KEEPS("strxfrm", "")                                                                        \
    KEEPS("swprintf", "")                                                                       \
    KEEPS("swscanf", "")                                                                        \
    KEEPS("system", "")                                                                         \
    KEEPS("thrd_create", ";;heap,call 1 0")                                                     \
    KEEPS("thrd_exit", "heap")                                                                  \
    KEEPS("thrd_join", "")                                                                      \
    KEEPS("thrd_sleep", "")                                                                     \
    KEEPS("time", "")                                                                           \
    KEEPS("timespec_get", "")                                                                   \
    KEEPS("tmpfile", "")                                                                        \
    KEEPS("tmpnam", "result")                                                                   \
    KEEPS("tss_create", "")                                                                     \
    KEEPS("tss_set", ";heap")                                                                   \
    KEEPS("ungetc", "")                                                                         \
    KEEPS("ungetwc", "")                                                                        \
    KEEPS("vfprintf", "")                                                                       \
    KEEPS("vfscanf", "")                                                                        \
    KEEPS("vfwprintf", "")                                                                      \
    KEEPS("vfwscanf", "")                                                                       \
    KEEPS("vprintf", "")                                                                        \
    KEEPS("vscanf", "")                                                                         \
    KEEPS("vsnprintf", "")                                                                      \
    KEEPS("vsprintf", "")                                                                       \
    KEEPS("vsscanf", "")                                                                        \
    KEEPS("vswprintf", "")                                                                      \
    KEEPS("vswscanf", "")                                                                       \
    KEEPS("vwprintf", "")                                                                       \
    KEEPS("vwscanf", "")                                                                        \
    KEEPS("wcrtomb", "")                                                                        \
    KEEPS("wcscasecmp", "")                                                                     \
    KEEPS("wcscat", "result;")                                                                  \
    KEEPS("wcschr", "result;")                                                                  \
    KEEPS("wcschrnul", "result;")                                                               \
    KEEPS("wcscmp", "")                                                                         \
    KEEPS("wcscoll", "")                                                                        \
    KEEPS("wcscpy", "result;")                                                                  \
    KEEPS("wcscspn", "")                                                                        \
    MEMORY("wcsdup", "")                                                                        \
    KEEPS("wcsftime", "")                                                                       \
    KEEPS("wcslcat", "")                                                                        \
    KEEPS("wcslcpy", "")                                                                        \
    KEEPS("wcslen", "")                                                                         \
    KEEPS("wcsncasecmp", "")                                                                    \
    KEEPS("wcsncat", "result;;")                                                                \
    KEEPS("wcsncmp", "")                                                                        \
    KEEPS("wcsncpy", "result;;")                                                                \
    KEEPS("wcsnlen", "")                                                                        \
    KEEPS("wcsnrtombs", "")                                                                     \
    KEEPS("wcspbrk", "result;")                                                                 \
    KEEPS("wcsrchr", "result;")                                                                 \
    KEEPS("wcsrtombs", "")                                                                      \
    KEEPS("wcsspn", "")                                                                         \
    KEEPS("wcsstr", "result;")                                                                  \
    KEEPS("wcstod", "at 1;")                                                                    \
    KEEPS("wcstof", "at 1;")                                                                    \
    KEEPS("wcstoimax", "at 1;;")                                                                \
    KEEPS("wcstok", "result,at 2;;result:1")                                                    \
    KEEPS("wcstol", "at 1;;")                                                                   \
    KEEPS("wcstold", "at 1;")                                                                   \
    KEEPS("wcstoll", "at 1;;")                                                                  \
    KEEPS("wcstombs", "")                                                                       \
    KEEPS("wcstoul", "at 1;;")                                                                  \
    KEEPS("wcstoull", "at 1;;")                                                                 \
    KEEPS("wcstoumax", "at 1;;")                                                                \
    KEEPS("wcsxfrm", "")                                                                        \
    KEEPS("wctomb", "")                                                                         \
    KEEPS("wmemchr", "result;;")                                                                \
    KEEPS("wmemcmp", "")                                                                        \
    KEEPS("wmemcpy", "result;at 0:1;")                                                          \
    KEEPS("wmemmove", "result;at 0:1;")                                                         \
    KEEPS("wmemset", "result;;")                                                                \
    KEEPS("wprintf", "")                                                                        \
    KEEPS("wscanf", "")

/* Names that are free: a program may well have a `link` or a `send` of its own. These are the functions that the system's headers declare. */
#define OF_THE_SYSTEM(KEEPS, MEMORY)                                                            \
    KEEPS("_exit", "")                                                                          \
    KEEPS("_longjmp", "")                                                                       \
    KEEPS("_setjmp", "")                                                                        \
    KEEPS("a64l", "")                                                                           \
    KEEPS("accept", "")                                                                         \
    KEEPS("accept4", "")                                                                        \
    KEEPS("access", "")                                                                         \
    KEEPS("adjtime", "")                                                                        \
    KEEPS("alphasort", "")                                                                      \
    KEEPS("asctime_r", ";result")                                                               \
    KEEPS("asprintf", "")                                                                       \
    KEEPS("basename", "result")                                                                 \
    KEEPS("bcmp", "")                                                                           \
    KEEPS("bcopy", "at 1:1;;")                                                                  \
    KEEPS("bind", "")                                                                           \
    KEEPS("bzero", "")                                                                          \
    KEEPS("catclose", "")                                                                       \
    KEEPS("catgets", ";;;result")                                                               \
    KEEPS("catopen", "")                                                                        \
    KEEPS("cfgetispeed", "")                                                                    \
    KEEPS("cfgetospeed", "")                                                                    \
    KEEPS("cfmakeraw", "")                                                                      \
    KEEPS("cfsetispeed", "")                                                                    \
    KEEPS("cfsetospeed", "")                                                                    \
    KEEPS("chdir", "")                                                                          \
    KEEPS("chmod", "")                                                                          \
    KEEPS("chown", "")                                                                          \
    KEEPS("clock_getres", "")                                                                   \
    KEEPS("clock_gettime", "")                                                                  \
    KEEPS("clock_nanosleep", "")                                                                \
    KEEPS("clock_settime", "")                                                                  \
    KEEPS("close", "")                                                                          \
    KEEPS("closedir", "")                                                                       \
    KEEPS("confstr", "")                                                                        \
    KEEPS("connect", "")                                                                        \
    KEEPS("copy_file_range", "")                                                                \
    KEEPS("crypt", "")                                                                          \
    KEEPS("ctermid", "result")                                                                  \
    KEEPS("ctime_r", ";result")                                                                 \
    KEEPS("cuserid", "result")                                                                  \
    KEEPS("dirfd", "")                                                                          \
    KEEPS("dirname", "result")                                                                  \
    KEEPS("dladdr", "")                                                                         \
    KEEPS("dlclose", "")                                                                        \
    KEEPS("dlerror", "")                                                                        \
    KEEPS("dlopen", "")                                                                         \
    KEEPS("dlsym", "")                                                                          \
    KEEPS("dprintf", "")                                                                        \
    KEEPS("drand48_r", "")                                                                      \
    KEEPS("duplocale", "")                                                                      \
    KEEPS("ecvt", "")                                                                           \
    KEEPS("endmntent", "")                                                                      \
    KEEPS("epoll_ctl", ";;;heap:1")                                                             \
    KEEPS("epoll_pwait", "")                                                                    \
    KEEPS("epoll_wait", "")                                                                     \
    KEEPS("erand48", "")                                                                        \
    KEEPS("err", "")                                                                            \
    KEEPS("error", "")                                                                          \
    KEEPS("error_at_line", "")                                                                  \
    KEEPS("errx", "")                                                                           \
    KEEPS("euidaccess", "")                                                                     \
    KEEPS("eventfd_read", "")                                                                   \
    KEEPS("eventfd_write", "")                                                                  \
    KEEPS("execl", "")                                                                          \
    KEEPS("execlp", "")                                                                         \
    KEEPS("execv", "")                                                                          \
    KEEPS("execve", "")                                                                         \
    KEEPS("execvp", "")                                                                         \
    KEEPS("execvpe", "")                                                                        \
    KEEPS("explicit_bzero", "")                                                                 \
    KEEPS("faccessat", "")                                                                      \
    KEEPS("fchmodat", "")                                                                       \
    KEEPS("fchownat", "")                                                                       \
    KEEPS("fcloseall", "")                                                                      \
    KEEPS("fcntl", "")                                                                          \
    KEEPS("fcvt", "")                                                                           \
    KEEPS("fdatasync", "")                                                                      \
    KEEPS("fdopen", "")                                                                         \
    KEEPS("fdopendir", "")                                                                      \
    KEEPS("fexecve", "")                                                                        \
    KEEPS("ffs", "")                                                                            \
    KEEPS("fgets_unlocked", "result;;")                                                         \
    KEEPS("fileno", "")                                                                         \
    KEEPS("flockfile", "")                                                                      \
    KEEPS("fmemopen", "heap;;")                                                                 \
    KEEPS("fnmatch", "")                                                                        \
    KEEPS("forkpty", "")                                                                        \
    KEEPS("fputs_unlocked", "")                                                                 \
    KEEPS("fread_unlocked", "")                                                                 \
    KEEPS("freeaddrinfo", "")                                                                   \
    KEEPS("freeifaddrs", "")                                                                    \
    KEEPS("freelocale", "")                                                                     \
    KEEPS("fseeko", "")                                                                         \
    KEEPS("fstat", "")                                                                          \
    KEEPS("fstatat", "")                                                                        \
    KEEPS("fstatfs", "")                                                                        \
    KEEPS("fstatvfs", "")                                                                       \
    KEEPS("ftello", "")                                                                         \
    KEEPS("ftrylockfile", "")                                                                   \
    KEEPS("ftw", "")                                                                            \
    KEEPS("funlockfile", "")                                                                    \
    KEEPS("futimens", "")                                                                       \
    KEEPS("futimes", "")                                                                        \
    KEEPS("fwrite_unlocked", "")                                                                \
    KEEPS("gai_strerror", "")                                                                   \
    KEEPS("getaddrinfo", "")                                                                    \
    KEEPS("getc_unlocked", "")                                                                  \
    KEEPS("getchar_unlocked", "")                                                               \
    KEEPS("getcwd", "result;")                                                                  \
    KEEPS("getdate", "")                                                                        \
    KEEPS("getdelim", "")                                                                       \
    KEEPS("getdomainname", "")                                                                  \
    KEEPS("getentropy", "")                                                                     \
    KEEPS("getgrgid", "")                                                                       \
    KEEPS("getgrgid_r", ";at 4;at 1;;")                                                         \
    KEEPS("getgrnam", "")                                                                       \
    KEEPS("getgrnam_r", ";at 4;at 1;;")                                                         \
    KEEPS("getgrouplist", "")                                                                   \
    KEEPS("getgroups", "")                                                                      \
    KEEPS("gethostbyaddr", "")                                                                  \
    KEEPS("gethostbyname", "")                                                                  \
    KEEPS("gethostname", "")                                                                    \
    KEEPS("getifaddrs", "")                                                                     \
    KEEPS("getitimer", "")                                                                      \
    KEEPS("getline", "")                                                                        \
    KEEPS("getloadavg", "")                                                                     \
    KEEPS("getlogin_r", "")                                                                     \
    KEEPS("getmntent", "")                                                                      \
    KEEPS("getnameinfo", "")                                                                    \
    KEEPS("getopt", ";heap:1;")                                                                 \
    KEEPS("getopt_long", ";heap:1;;;")                                                          \
    KEEPS("getopt_long_only", ";heap:1;;;")                                                     \
    KEEPS("getpeername", "")                                                                    \
    KEEPS("getprotobyname", "")                                                                 \
    KEEPS("getpwnam", "")                                                                       \
    KEEPS("getpwnam_r", ";at 4;at 1;;")                                                         \
    KEEPS("getpwuid", "")                                                                       \
    KEEPS("getpwuid_r", ";at 4;at 1;;")                                                         \
    KEEPS("getrandom", "")                                                                      \
    KEEPS("getrlimit", "")                                                                      \
    KEEPS("getrlimit64", "")                                                                    \
    KEEPS("getrusage", "")                                                                      \
    KEEPS("getservbyname", "")                                                                  \
    KEEPS("getservbyport", "")                                                                  \
    KEEPS("getsockname", "")                                                                    \
    KEEPS("getsockopt", "")                                                                     \
    KEEPS("getspnam", "")                                                                       \
    KEEPS("gettimeofday", "")                                                                   \
    KEEPS("getwd", "result;")                                                                   \
    KEEPS("glob", "")                                                                           \
    KEEPS("globfree", "")                                                                       \
    KEEPS("gmtime_r", ";result")                                                                \
    KEEPS("hsearch", "heap")                                                                    \
    KEEPS("iconv", "")                                                                          \
    KEEPS("iconv_close", "")                                                                    \
    KEEPS("iconv_open", "")                                                                     \
    KEEPS("if_indextoname", "")                                                                 \
    KEEPS("if_nametoindex", "")                                                                 \
    KEEPS("index", "result;")                                                                   \
    KEEPS("inet_addr", "")                                                                      \
    KEEPS("inet_aton", "")                                                                      \
    KEEPS("inet_ntoa", "")                                                                      \
    KEEPS("inet_ntop", ";;result;")                                                             \
    KEEPS("inet_pton", "")                                                                      \
    KEEPS("initgroups", "")                                                                     \
    KEEPS("initstate", ";heap;")                                                                \
    KEEPS("initstate_r", ";at 3;;")                                                             \
    KEEPS("inotify_add_watch", "")                                                              \
    KEEPS("jrand48", "")                                                                        \
    KEEPS("lchown", "")                                                                         \
    KEEPS("lcong48", "")                                                                        \
    KEEPS("lfind", "call 4 0;result,call 4 1;;;")                                               \
    KEEPS("lgamma_r", "")                                                                       \
    KEEPS("link", "")                                                                           \
    KEEPS("linkat", "")                                                                         \
    KEEPS("listen", "")                                                                         \
    KEEPS("localtime_r", ";result")                                                             \
    KEEPS("lsearch", "at 1:1,call 4 0;result,call 4 1;;;")                                      \
    KEEPS("lstat", "")                                                                          \
    KEEPS("lutimes", "")                                                                        \
    KEEPS("madvise", "")                                                                        \
    KEEPS("mbsnrtowcs", "")                                                                     \
    KEEPS("mincore", "")                                                                        \
    KEEPS("mkdir", "")                                                                          \
    KEEPS("mkdirat", "")                                                                        \
    KEEPS("mkdtemp", "result")                                                                  \
    KEEPS("mkfifo", "")                                                                         \
    KEEPS("mkfifoat", "")                                                                       \
    KEEPS("mknod", "")                                                                          \
    KEEPS("mknodat", "")                                                                        \
    KEEPS("mkostemp", "")                                                                       \
    KEEPS("mkostemps", "")                                                                      \
    KEEPS("mkstemp", "")                                                                        \
    KEEPS("mkstemps", "")                                                                       \
    KEEPS("mktemp", "result")                                                                   \
    KEEPS("mlock", "")                                                                          \
    KEEPS("mmap", "")                                                                           \
    KEEPS("mprotect", "")                                                                       \
    KEEPS("msgrcv", "")                                                                         \
    KEEPS("msync", "")                                                                          \
    KEEPS("munlock", "")                                                                        \
    KEEPS("munmap", "")                                                                         \
    KEEPS("nanosleep", "")                                                                      \
    KEEPS("newlocale", "")                                                                      \
    KEEPS("nftw", "")                                                                           \
    KEEPS("nl_langinfo", "")                                                                    \
    KEEPS("nrand48", "")                                                                        \
    KEEPS("open", "")                                                                           \
    KEEPS("open_memstream", "heap;heap")                                                        \
    KEEPS("open_wmemstream", "heap;heap")                                                       \
    KEEPS("openat", "")                                                                         \
    KEEPS("opendir", "")                                                                        \
    KEEPS("openlog", "heap")                                                                    \
    KEEPS("openpty", "")                                                                        \
    KEEPS("pathconf", "")                                                                       \
    KEEPS("pclose", "")                                                                         \
    KEEPS("pipe", "")                                                                           \
    KEEPS("pipe2", "")                                                                          \
    KEEPS("poll", "")                                                                           \
    KEEPS("popen", "")                                                                          \
    KEEPS("posix_madvise", "")                                                                  \
    KEEPS("posix_memalign", "")                                                                 \
    KEEPS("posix_spawn", "")                                                                    \
    KEEPS("posix_spawn_file_actions_addclose", "")                                              \
    KEEPS("posix_spawn_file_actions_adddup2", "")                                               \
    KEEPS("posix_spawn_file_actions_addopen", "")                                               \
    KEEPS("posix_spawn_file_actions_destroy", "")                                               \
    KEEPS("posix_spawn_file_actions_init", "")                                                  \
    KEEPS("posix_spawnattr_destroy", "")                                                        \
    KEEPS("posix_spawnattr_init", "")                                                           \
    KEEPS("posix_spawnp", "")                                                                   \
    KEEPS("ppoll", "")                                                                          \
    KEEPS("pread", "")                                                                          \
    KEEPS("preadv", "")                                                                         \
    KEEPS("preadv2", "")                                                                        \
    KEEPS("prlimit", "")                                                                        \
    KEEPS("pselect", "")                                                                        \
    KEEPS("psiginfo", "")                                                                       \
    KEEPS("psignal", "")                                                                        \
    KEEPS("pthread_atfork", "")                                                                 \
    KEEPS("pthread_attr_destroy", "")                                                           \
    KEEPS("pthread_attr_getdetachstate", "")                                                    \
    KEEPS("pthread_attr_getguardsize", "")                                                      \
    KEEPS("pthread_attr_getstack", "")                                                          \
    KEEPS("pthread_attr_getstacksize", "")                                                      \
    KEEPS("pthread_attr_init", "")                                                              \
    KEEPS("pthread_attr_setdetachstate", "")                                                    \
    KEEPS("pthread_attr_setguardsize", "")                                                      \
    KEEPS("pthread_attr_setinheritsched", "")                                                   \
    KEEPS("pthread_attr_setschedparam", "")                                                     \
    KEEPS("pthread_attr_setschedpolicy", "")                                                    \
    KEEPS("pthread_attr_setscope", "")                                                          \
    KEEPS("pthread_attr_setstack", ";at 0;")                                                    \
    KEEPS("pthread_attr_setstackaddr", ";at 0;")                                                \
    KEEPS("pthread_attr_setstacksize", "")                                                      \
    KEEPS("pthread_barrier_destroy", "")                                                        \
    KEEPS("pthread_barrier_init", "")                                                           \
    KEEPS("pthread_barrier_wait", "")                                                           \
    KEEPS("pthread_barrierattr_destroy", "")                                                    \
    KEEPS("pthread_barrierattr_init", "")                                                       \
    KEEPS("pthread_cond_broadcast", "")                                                         \
    KEEPS("pthread_cond_clockwait", "")                                                         \
    KEEPS("pthread_cond_destroy", "")                                                           \
    KEEPS("pthread_cond_init", "")                                                              \
    KEEPS("pthread_cond_signal", "")                                                            \
    KEEPS("pthread_cond_timedwait", "")                                                         \
    KEEPS("pthread_cond_wait", "")                                                              \
    KEEPS("pthread_condattr_destroy", "")                                                       \
    KEEPS("pthread_condattr_init", "")                                                          \
    KEEPS("pthread_condattr_setclock", "")                                                      \
    KEEPS("pthread_condattr_setpshared", "")                                                    \
    KEEPS("pthread_create", ";;call 2 0;heap,call 2 0")                                         \
    KEEPS("pthread_exit", "heap")                                                               \
    KEEPS("pthread_getaffinity_np", "")                                                         \
    KEEPS("pthread_getattr_np", "")                                                             \
    KEEPS("pthread_getcpuclockid", "")                                                          \
    KEEPS("pthread_getname_np", "")                                                             \
    KEEPS("pthread_getschedparam", "")                                                          \
    KEEPS("pthread_getspecific", "")                                                            \
    KEEPS("pthread_join", "")                                                                   \
    KEEPS("pthread_key_create", "")                                                             \
    KEEPS("pthread_mutex_clocklock", "")                                                        \
    KEEPS("pthread_mutex_consistent", "")                                                       \
    KEEPS("pthread_mutex_destroy", "")                                                          \
    KEEPS("pthread_mutex_init", "")                                                             \
    KEEPS("pthread_mutex_lock", "")                                                             \
    KEEPS("pthread_mutex_timedlock", "")                                                        \
    KEEPS("pthread_mutex_trylock", "")                                                          \
    KEEPS("pthread_mutex_unlock", "")                                                           \
    KEEPS("pthread_mutexattr_destroy", "")                                                      \
    KEEPS("pthread_mutexattr_gettype", "")                                                      \
    KEEPS("pthread_mutexattr_init", "")                                                         \
    KEEPS("pthread_mutexattr_setprotocol", "")                                                  \
    KEEPS("pthread_mutexattr_setpshared", "")                                                   \
    KEEPS("pthread_mutexattr_setrobust", "")                                                    \
    KEEPS("pthread_mutexattr_settype", "")                                                      \
    KEEPS("pthread_once", "")                                                                   \
    KEEPS("pthread_rwlock_destroy", "")                                                         \
    KEEPS("pthread_rwlock_init", "")                                                            \
    KEEPS("pthread_rwlock_rdlock", "")                                                          \
    KEEPS("pthread_rwlock_timedrdlock", "")                                                     \
    KEEPS("pthread_rwlock_timedwrlock", "")                                                     \
    KEEPS("pthread_rwlock_tryrdlock", "")                                                       \
    KEEPS("pthread_rwlock_trywrlock", "")                                                       \
    KEEPS("pthread_rwlock_unlock", "")                                                          \
    KEEPS("pthread_rwlock_wrlock", "")                                                          \
    KEEPS("pthread_rwlockattr_destroy", "")                                                     \
    KEEPS("pthread_rwlockattr_init", "")                                                        \
    KEEPS("pthread_setaffinity_np", "")                                                         \
    KEEPS("pthread_setcancelstate", "")                                                         \
    KEEPS("pthread_setcanceltype", "")                                                          \
    KEEPS("pthread_setname_np", "")                                                             \
    KEEPS("pthread_setschedparam", "")                                                          \
    KEEPS("pthread_setspecific", ";heap")                                                       \
    KEEPS("pthread_sigmask", "")                                                                \
    KEEPS("pthread_spin_destroy", "")                                                           \
    KEEPS("pthread_spin_init", "")                                                              \
    KEEPS("pthread_spin_lock", "")                                                              \
    KEEPS("pthread_spin_trylock", "")                                                           \
    KEEPS("pthread_spin_unlock", "")                                                            \
    KEEPS("pthread_timedjoin_np", "")                                                           \
    KEEPS("pthread_tryjoin_np", "")                                                             \
    KEEPS("putc_unlocked", "")                                                                  \
    KEEPS("putchar_unlocked", "")                                                               \
    KEEPS("putenv", "heap")                                                                     \
    MEMORY("pvalloc", "")                                                                       \
    KEEPS("pwrite", "")                                                                         \
    KEEPS("pwritev", "")                                                                        \
    KEEPS("pwritev2", "")                                                                       \
    KEEPS("qsort_r", "call 3 0,call 3 1;;;;call 3 2")                                           \
    KEEPS("rand_r", "")                                                                         \
    KEEPS("random_r", "")                                                                       \
    KEEPS("rawmemchr", "result;")                                                               \
    KEEPS("read", "")                                                                           \
    KEEPS("readdir", "")                                                                        \
    KEEPS("readdir_r", ";at 2;")                                                                \
    KEEPS("readlink", "")                                                                       \
    KEEPS("readlinkat", "")                                                                     \
    KEEPS("readv", "")                                                                          \
    MEMORY("reallocarray", "result;;")                                                          \
    MEMORY("reallocf", "result;")                                                               \
    MEMORY("realpath", ";result")                                                               \
    KEEPS("recv", "")                                                                           \
    KEEPS("recvfrom", "")                                                                       \
    KEEPS("recvmmsg", "")                                                                       \
    KEEPS("recvmsg", "")                                                                        \
    KEEPS("regcomp", "")                                                                        \
    KEEPS("regerror", "")                                                                       \
    KEEPS("regexec", "")                                                                        \
    KEEPS("regfree", "")                                                                        \
    KEEPS("renameat", "")                                                                       \
    KEEPS("rewinddir", "")                                                                      \
    KEEPS("rindex", "result;")                                                                  \
    KEEPS("rmdir", "")                                                                          \
    KEEPS("scandir", "")                                                                        \
    KEEPS("sched_getaffinity", "")                                                              \
    KEEPS("sched_getparam", "")                                                                 \
    KEEPS("sched_setaffinity", "")                                                              \
    KEEPS("sched_setparam", "")                                                                 \
    KEEPS("sched_setscheduler", "")                                                             \
    KEEPS("secure_getenv", "")                                                                  \
    KEEPS("seed48", "")                                                                         \
    KEEPS("seekdir", "")                                                                        \
    KEEPS("select", "")                                                                         \
    KEEPS("sem_close", "")                                                                      \
    KEEPS("sem_destroy", "")                                                                    \
    KEEPS("sem_getvalue", "")                                                                   \
    KEEPS("sem_init", "")                                                                       \
    KEEPS("sem_open", "")                                                                       \
    KEEPS("sem_post", "")                                                                       \
    KEEPS("sem_timedwait", "")                                                                  \
    KEEPS("sem_trywait", "")                                                                    \
    KEEPS("sem_unlink", "")                                                                     \
    KEEPS("sem_wait", "")                                                                       \
    KEEPS("semop", "")                                                                          \
    KEEPS("semtimedop", "")                                                                     \
    KEEPS("send", "")                                                                           \
    KEEPS("sendfile", "")                                                                       \
    KEEPS("sendmmsg", "")                                                                       \
    KEEPS("sendmsg", "")                                                                        \
    KEEPS("sendto", "")                                                                         \
    KEEPS("setbuffer", ";heap;")                                                                \
    KEEPS("setenv", "")                                                                         \
    KEEPS("setgroups", "")                                                                      \
    KEEPS("sethostname", "")                                                                    \
    KEEPS("setitimer", "")                                                                      \
    KEEPS("setlinebuf", "")                                                                     \
    KEEPS("setmntent", "")                                                                      \
    KEEPS("setrlimit", "")                                                                      \
    KEEPS("setrlimit64", "")                                                                    \
    KEEPS("setsockopt", "")                                                                     \
    KEEPS("setstate", "heap")                                                                   \
    KEEPS("settimeofday", "")                                                                   \
    KEEPS("shm_open", "")                                                                       \
    KEEPS("shm_unlink", "")                                                                     \
    KEEPS("sigaction", "")                                                                      \
    KEEPS("sigaddset", "")                                                                      \
    KEEPS("sigaltstack", "heap:1;")                                                             \
    KEEPS("sigandset", "")                                                                      \
    KEEPS("sigdelset", "")                                                                      \
    KEEPS("sigemptyset", "")                                                                    \
    KEEPS("sigfillset", "")                                                                     \
    KEEPS("sigisemptyset", "")                                                                  \
    KEEPS("sigismember", "")                                                                    \
    KEEPS("siglongjmp", "")                                                                     \
    KEEPS("signalfd", "")                                                                       \
    KEEPS("sigorset", "")                                                                       \
    KEEPS("sigpending", "")                                                                     \
    KEEPS("sigprocmask", "")                                                                    \
    KEEPS("sigqueue", ";;heap")                                                                 \
    KEEPS("sigsetjmp", "")                                                                      \
    KEEPS("sigsuspend", "")                                                                     \
    KEEPS("sigtimedwait", "")                                                                   \
    KEEPS("sigwait", "")                                                                        \
    KEEPS("sigwaitinfo", "")                                                                    \
    KEEPS("sincos", "")                                                                         \
    KEEPS("sincosf", "")                                                                        \
    KEEPS("sockatmark", "")                                                                     \
    KEEPS("socketpair", "")                                                                     \
    KEEPS("splice", "")                                                                         \
    KEEPS("srand48_r", "")                                                                      \
    KEEPS("srandom_r", "")                                                                      \
    KEEPS("stat", "")                                                                           \
    KEEPS("statfs", "")                                                                         \
    KEEPS("statvfs", "")                                                                        \
    KEEPS("stime", "")                                                                          \
    KEEPS("stpcpy", "result;")                                                                  \
    KEEPS("stpncpy", "result;;")                                                                \
    KEEPS("swab", "")                                                                           \
    KEEPS("symlink", "")                                                                        \
    KEEPS("symlinkat", "")                                                                      \
    KEEPS("sysconf", "")                                                                        \
    KEEPS("sysinfo", "")                                                                        \
    KEEPS("syslog", "")                                                                         \
    KEEPS("tcgetattr", "")                                                                      \
    KEEPS("tcsetattr", "")                                                                      \
    KEEPS("tdelete", "call 2 0;;")                                                              \
    KEEPS("telldir", "")                                                                        \
    MEMORY("tempnam", "")                                                                       \
    KEEPS("tfind", "call 2 0;;")                                                                \
    KEEPS("timegm", "")                                                                         \
    KEEPS("timer_gettime", "")                                                                  \
    KEEPS("timer_settime", "")                                                                  \
    KEEPS("timerfd_gettime", "")                                                                \
    KEEPS("timerfd_settime", "")                                                                \
    KEEPS("times", "")                                                                          \
    KEEPS("timespec_getres", "")                                                                \
    KEEPS("tolower", "")                                                                        \
    KEEPS("toupper", "")                                                                        \
    KEEPS("truncate", "")                                                                       \
    KEEPS("truncate64", "")                                                                     \
    KEEPS("tsearch", "heap,call 2 0,call 2 1;;")                                                \
    KEEPS("ttyname", "")                                                                        \
    KEEPS("ttyname_r", "")                                                                      \
    KEEPS("uname", "")                                                                          \
    KEEPS("unlink", "")                                                                         \
    KEEPS("unlinkat", "")                                                                       \
    KEEPS("unsetenv", "")                                                                       \
    KEEPS("utime", "")                                                                          \
    KEEPS("utimensat", "")                                                                      \
    KEEPS("utimes", "")                                                                         \
    MEMORY("valloc", "")                                                                        \
    KEEPS("vasprintf", "")                                                                      \
    KEEPS("vdprintf", "")                                                                       \
    KEEPS("verr", "")                                                                           \
    KEEPS("verrx", "")                                                                          \
    KEEPS("vsyslog", "")                                                                        \
    KEEPS("vwarn", "")                                                                          \
    KEEPS("vwarnx", "")                                                                         \
    KEEPS("wait", "")                                                                           \
    KEEPS("wait3", "")                                                                          \
    KEEPS("wait4", "")                                                                          \
    KEEPS("waitid", "")                                                                         \
    KEEPS("waitpid", "")                                                                        \
    KEEPS("warn", "")                                                                           \
    KEEPS("warnx", "")                                                                          \
    KEEPS("wcpcpy", "result;")                                                                  \
    KEEPS("wcpncpy", "result;;")                                                                \
    KEEPS("wmempcpy", "result;at 0:1;")                                                         \
    KEEPS("wordexp", "")                                                                        \
    KEEPS("wordfree", "")                                                                       \
    KEEPS("write", "")                                                                          \
    KEEPS("writev", "")

#define KEEPS(name, flows) {name, flows, false},
#define MEMORY(name, flows) {name, flows, true},
static const struct library_function reserved[] = {RESERVED(KEEPS, MEMORY)};
static const struct library_function of_the_system[] = {OF_THE_SYSTEM(KEEPS, MEMORY)};
#undef KEEPS
#undef MEMORY

static int by_name(const void *name, const void *row) {
    return strcmp(name, ((const struct library_function *)row)->name);
}

static const struct library_function *find(const char *name, bool is_of_the_system) {
    const struct library_function *l = bsearch(name, reserved, sizeof reserved / sizeof *reserved, sizeof *reserved, by_name);
    if (!l && is_of_the_system)
        l = bsearch(name, of_the_system, sizeof of_the_system / sizeof *of_the_system, sizeof *of_the_system, by_name);
    return l;
}

/* `__builtin_strchr`, `__strcpy_chk` and `__builtin___strcpy_chk` do what the function without these does; the parameters that are
 * more stand behind its own, or where nothing is kept at all. */
const struct library_function *library_find(const struct cfunc *f) {
    static const char builtin[] = "__builtin_", checked[] = "_chk";
    const char *name = f->name;
    const struct library_function *l = find(name, f->is_of_the_system);
    if (l)
        return l;
    if (strncmp(name, builtin, sizeof builtin - 1) == 0)
        name += sizeof builtin - 1;
    size_t n = strlen(name);
    char plain[32];
    bool is_checked = n > sizeof checked + 1 && n < sizeof plain && strncmp(name, "__", 2) == 0 && strcmp(name + n - sizeof checked + 1, checked) == 0;
    if (is_checked) {
        memcpy(plain, name + 2, n - sizeof checked - 1);
        plain[n - sizeof checked - 1] = '\0';
        name = plain;
    }
    return name == f->name ? NULL : find(name, true);
}
