/* Which identifiers a Go name may not be in lowered C: keywords of C and GNU C, macros that compilers predefine, what outlive.h
 * declares, and the library functions that compilers know by name and warn about. */
#include "transpiler/ctypes.h"

#include <string.h>

/* Sorted, so that they can be searched by halves. */
static const char *const words[] = {
    "ALLOCATES", "COLLECTED", "DECLARE_CHAN", "DEFINE_CHAN", "DEFINE_MAP", "DEFINE_SLICE", "EOF", "FLOWS", "GO_ENTER",
    "GO_INLINE", "GO_LANDING", "GO_NORETURN", "HEAP", "INT16_C", "INT16_MAX", "INT16_MIN", "INT32_C", "INT32_MAX", "INT32_MIN",
    "INT64_C", "INT64_MAX", "INT64_MIN", "INT8_C", "INT8_MAX", "INT8_MIN", "INTMAX_C", "INTMAX_MAX", "INTMAX_MIN",
    "INTPTR_MAX", "INTPTR_MIN", "NEW", "NEW_NOSCAN", "NONNIL", "NULL", "OUTERMOST", "OUTLIVE_H", "PTRDIFF_MAX", "PTRDIFF_MIN", "RESULTS",
    "SITE", "SIZE_MAX", "STR", "STR_INIT", "UINT16_C", "UINT16_MAX", "UINT32_C", "UINT32_MAX", "UINT64_C", "UINT64_MAX",
    "UINT8_C", "UINT8_MAX", "UINTMAX_C", "UINTMAX_MAX", "UINTPTR_MAX", "UNUSED", "WCHAR_MAX", "WCHAR_MIN", "WINT_MAX",
    "WINT_MIN", "abort", "alignas", "alignof", "alloca", "any", "asm", "asprintf", "auto", "bcmp", "bcopy", "bool", "break",
    "bzero", "calloc", "case", "char", "const", "constexpr", "continue", "default", "do", "double", "else", "enum", "environ",
    "error", "error_methods", "execl", "execle", "execlp", "execv", "execve", "execvp", "exit", "extern", "false", "ffs",
    "ffsl", "ffsll", "float", "for", "fork", "fprintf", "fputc", "fputs", "free", "fscanf", "func_void", "fwrite", "gettext",
    "goto", "i386", "if", "index", "inline", "int", "int16_t", "int32_t", "int64_t", "int8_t", "intmax_t", "intptr_t",
    "isalnum", "isalpha", "isascii", "isblank", "iscntrl", "isdigit", "isgraph", "islower", "isprint", "ispunct", "isspace",
    "isupper", "iswalnum", "iswalpha", "iswblank", "iswcntrl", "iswdigit", "iswgraph", "iswlower", "iswprint", "iswpunct",
    "iswspace", "iswupper", "iswxdigit", "isxdigit", "linux", "long", "longjmp", "main", "malloc", "max_align_t", "memalign",
    "memccpy", "memchr", "memcmp", "memcpy", "memmove", "mempcpy", "memset", "nullptr", "offsetof", "pipe", "posix_memalign",
    "printf", "ptrdiff_t", "putc", "putchar", "puts", "realloc", "register", "restrict", "return", "rindex", "scanf", "setjmp",
    "short", "signed", "sigsetjmp", "size_t", "sizeof", "snprintf", "sprintf", "sscanf", "static", "static_assert", "stpcpy",
    "stpncpy", "strcasecmp", "strcat", "strchr", "strcmp", "strcpy", "strcspn", "strdup", "strerror", "strfmon", "strftime",
    "strlcat", "strlcpy", "strlen", "strncasecmp", "strncat", "strncmp", "strncpy", "strndup", "strnlen", "strpbrk", "strrchr",
    "strspn", "strstr", "strtod", "strtof", "strtok", "strtol", "strtold", "strtoll", "strtoul", "strtoull", "struct",
    "strxfrm", "switch", "thread_local", "toascii", "tolower", "toupper", "towlower", "towupper", "true", "typedef", "typeof",
    "typeof_unqual", "uint16_t", "uint32_t", "uint64_t", "uint8_t", "uintmax_t", "uintptr_t", "union", "unix", "unsigned",
    "vfork", "vfprintf", "vfscanf", "void", "volatile", "vprintf", "vscanf", "vsnprintf", "vsprintf", "vsscanf", "wchar_t",
    "wcscat", "wcschr", "wcscmp", "wcslen", "wcsncmp", "while", "wmemchr", "wmemcmp", "wmemcpy", "wmemmove",
};

/* Functions of math.h and complex.h; they also exist with f and l behind. */
static const char *const math[] = {
    "abs", "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "cabs", "cacos", "cacosh", "carg", "casin", "casinh",
    "catan", "catanh", "cbrt", "ccos", "ccosh", "ceil", "cexp", "cimag", "clog", "clog10", "conj", "copysign", "cos", "cosh",
    "cpow", "cproj", "creal", "csin", "csinh", "csqrt", "ctan", "ctanh", "drem", "erf", "erfc", "exp", "exp10", "exp2", "expm1",
    "fabs", "fdim", "finite", "floor", "fma", "fmax", "fmin", "fmod", "frexp", "gamma", "gamma_r", "hypot", "ilogb", "imaxabs",
    "isinf", "isnan", "j0", "j1", "jn", "labs", "ldexp", "lgamma", "lgamma_r", "llabs", "llrint", "llround", "log", "log10",
    "log1p", "log2", "logb", "lrint", "lround", "modf", "nan", "nearbyint", "nextafter", "nexttoward", "pow", "pow10",
    "remainder", "remquo", "rint", "round", "roundeven", "scalb", "scalbln", "scalbn", "signbit", "significand", "sin",
    "sincos", "sinh", "sqrt", "tan", "tanh", "tgamma", "trunc", "y0", "y1", "yn",
};

/* What names made by ctypes start with, and the runtime's own. */
static const char *const prefixes[] = {"go_", "GO_", "type_", "slice_", "map_", "array_", "chan_", "func_", "results_", "ptr_", "__"};

static bool in_table(const char *const *table, int count, const char *name) {
    int low = 0, high = count;
    while (low < high) {
        int middle = (low + high) / 2;
        int order = strcmp(name, table[middle]);
        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}
#define IN_TABLE(table, name) in_table((table), (int)(sizeof(table) / sizeof *(table)), (name))

bool ctypes_reserved(const char *name) {
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (strncmp(name, prefixes[i], strlen(prefixes[i])) == 0)
            return true;
    if (IN_TABLE(words, name) || IN_TABLE(math, name))
        return true;
    size_t n = strlen(name);
    char base[16];
    if (n < 2 || n > sizeof base || (name[n - 1] != 'f' && name[n - 1] != 'l'))
        return false;
    memcpy(base, name, n - 1);
    base[n - 1] = '\0';
    return IN_TABLE(math, base);
}
