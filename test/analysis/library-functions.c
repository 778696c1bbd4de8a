// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note -O2 -D_FORTIFY_SOURCE=2 %s
// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin %s 2>&1 | grep warning: > %t.clang
// RUN: %outlive check %s 2>&1 | grep warning: | diff %t.clang -
//
// Functions of the C library and of POSIX, with their own headers: what they keep, give back, store somewhere or call. With
// _FORTIFY_SOURCE the headers have bodies for some.

#define _GNU_SOURCE
#include <dirent.h>
#include <getopt.h>
#include <iconv.h>
#include <pthread.h>
#include <pwd.h>
#include <regex.h>
#include <search.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/uio.h>
#include <syslog.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

static int *kept;
static int compare(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
static int compare_and_keep(const void *a, const void *b) {
    kept = (int *)a;
    return compare(a, b);
}

/* kept */
void keeps1(FILE *f) {
    char text[BUFSIZ];                  // expected-warning {{'text' must}}
    setvbuf(f, text, _IOFBF, sizeof text);
}
void keeps2(FILE *f) {
    char text[20];
    if (fgets(text, sizeof text, f))
        fputs(text, f);
}
void keeps3(void) {
    char text[] = "A=B";                // expected-warning {{'text' must}}
    putenv(text);
}
void keeps4(void) {
    char text[] = "A=B";
    setenv("C", text, 1);
}
void keeps5(FILE **out) {
    char text[20];                      // expected-warning {{'text' must}}
    *out = fmemopen(text, sizeof text, "r");
}
void keeps6(FILE **out) {
    char *text;                         // expected-warning {{'text' must}}
    size_t n;                           // expected-warning {{'n' must}}
    *out = open_memstream(&text, &n);
}
void keeps7(void) {
    char stack[64];                     // expected-warning {{'stack' must}}
    stack_t s = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&s, 0);
}
void keeps8(int fd) {
    int x;                              // expected-warning {{'x' must}}
    struct epoll_event e = {.data.ptr = &x};
    epoll_ctl(fd, EPOLL_CTL_ADD, 0, &e);
}
void keeps9(void) {
    char name[] = "me";                 // expected-warning {{'name' must}}
    openlog(name, 0, 0);
    syslog(0, "%s", name);
}
void keeps10(pid_t to) {
    int x;                              // expected-warning {{'x' must}}
    sigqueue(to, 1, (union sigval){.sival_ptr = &x});
}
void keeps11(pthread_key_t key) {
    int x;                              // expected-warning {{'x' must}}
    pthread_setspecific(key, &x);
}
int keeps12(int count, char **words) {
    char word[] = "-x";                 // expected-warning {{'word' must}}
    char *own[] = {"", word, 0};
    int at;
    struct option options[] = {{"x", 0, 0, 'x'}, {0}};
    getopt_long(count, words, "x", options, &at);
    return getopt_long(2, own, "x", options, &at);
}
static jmp_buf *outer;
int keeps13(void) {
    jmp_buf back;                       // expected-warning {{'back' must}}
    outer = &back;
    return setjmp(back);
}
int keeps14(void) {
    jmp_buf back;
    if (setjmp(back))
        return 1;
    longjmp(back, 1);
}

/* given back */
char *gives1(void) {
    char text[] = "A=B";                // expected-warning {{'text' must}}
    return strchr(text, '=');
}
char *gives2(void) {
    char text[] = "A=B";
    return strdup(strchr(text, '='));
}
char *gives3(void) {
    char text[] = "A=B";                // expected-warning {{'text' must}}
    strtok(text, "=");
    return strtok(0, "=");
}
char *gives4(void) {
    char text[] = "A=B", *rest;         // expected-warning {{'text' must}}
    strtok_r(text, "=", &rest);
    return rest;
}
char *gives5(void) {
    char text[] = "A=B", *rest = text;  // expected-warning {{'text' must}}
    return strsep(&rest, "=");
}
char *gives6(void) {
    char text[] = "12x", *end;          // expected-warning {{'text' must}}
    strtol(text, &end, 10);
    return end;
}
long gives7(void) {
    char text[] = "12x", *end;
    long n = strtol(text, &end, 10);
    return *end ? n : 0;
}
char *gives8(void) {
    char text[64];                      // expected-warning {{'text' must}}
    return stpcpy(text, "abc");
}
int *gives9(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct { int *p, *q; } t;
    *(int **)mempcpy(&t, &t, sizeof t.p) = &x;
    return t.q;
}
int *gives10(void) {
    int all[5] = {0}, x = 1;            // expected-warning {{'all' must}}
    return bsearch(&x, all, 5, sizeof x, compare);
}
wchar_t *gives11(void) {
    wchar_t text[] = L"A=B";            // expected-warning {{'text' must}}
    return wcschr(text, L'=');
}
struct tm *gives12(void) {
    struct tm tm;                       // expected-warning {{'tm' must}}
    time_t t = 0;
    return gmtime_r(&t, &tm);
}
int *gives13(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    int **p = malloc(sizeof *p);
    *p = &x;
    p = realloc(p, 2 * sizeof *p);
    return *p;
}
int gives14(void) {
    int x = 0;
    int **p = malloc(sizeof *p);
    *p = &x;
    p = realloc(p, 2 * sizeof *p);
    return **p;
}

/* stored where another argument leads */
char *stores1(void) {
    struct passwd entry, *found;
    char text[100];                     // expected-warning {{'text' must}}
    getpwnam_r("me", &entry, text, sizeof text, &found);
    return entry.pw_name;
}
struct passwd *stores2(void) {
    struct passwd entry, *found;        // expected-warning {{'entry' must}}
    static char text[100];
    getpwnam_r("me", &entry, text, sizeof text, &found);
    return found;
}
int stores3(void) {
    struct passwd entry, *found;
    char text[100];
    return getpwnam_r("me", &entry, text, sizeof text, &found) || found->pw_name[0];
}
void *stores4(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    void *p = &x, *q;
    memccpy(&q, &p, 0, sizeof p);
    return q;
}

/* called */
void calls1(void **root) {
    int x = 0;                          // expected-warning {{'x' must}}
    tsearch(&x, root, compare);
}
void calls2(void *const *root) {
    int x = 0;
    int y = 0;                          // expected-warning {{'y' must}}
    tfind(&x, root, compare);
    tfind(&y, root, compare_and_keep);
}
static int run(void *p) { return *(int *)p; }
void calls3(void) {
    thrd_t thread;
    int x = 0;                          // expected-warning {{'x' must}}
    thrd_create(&thread, run, &x);
    thrd_join(thread, 0);
}
static void keep(void *p) { kept = p; }
static void drop(void *p) { (void)p; }
void calls4(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    pthread_cleanup_push(keep, &x);
    pthread_cleanup_pop(1);
}
void calls5(void) {
    int x = 0;
    pthread_cleanup_push(drop, &x);
    pthread_cleanup_pop(1);
}

/* bytes of a pointer that are written to a file may come back */
static ssize_t write_all(int fd, const void *what, size_t n) { return write(fd, what, n); }
void writes1(int fd) {
    int x = 0;                          // expected-warning {{(assumed: bytes of a pointer are written to a file)}}
    int *p = &x;
    write_all(fd, &p, sizeof p);
}
void writes2(FILE *f) {
    int x = 0;                          // expected-warning {{(assumed: bytes of a pointer are written to a file)}}
    struct { int n; int *p; } record = {1, &x};
    fwrite(&record, sizeof record, 1, f);
}
void writes3(int fd, FILE *f) {
    int x = 0;
    struct { int *p; char text[8]; int n; } record = {&x, "text", 1};
    fwrite(record.text, sizeof record.text, 1, f);
    fwrite(&record.n, sizeof record.n, 1, f);
    write(fd, record.text, sizeof record.text);
}

/* nothing of all that */
int nothing1(const char *pattern) {
    regex_t r;
    regmatch_t found[2];
    char text[] = "text";
    regcomp(&r, pattern, 0);
    int n = regexec(&r, text, 2, found, 0);
    regfree(&r);
    return n;
}
size_t nothing2(iconv_t to) {
    char in[10] = "in", out[20], *from = in, *at = out;
    size_t n = sizeof in, m = sizeof out;
    return iconv(to, &from, &n, &at, &m);
}
int nothing3(int fd) {
    char a[4], b[4];
    struct iovec both[] = {{a, sizeof a}, {b, sizeof b}};
    return (int)(readv(fd, both, 2) + writev(fd, both, 2));
}
int nothing4(void) {
    wchar_t text[] = L"12", *end;
    const wchar_t *at = text;
    char out[20];
    return (int)(wcsrtombs(out, &at, sizeof out, 0) + wcstol(text, &end, 10) + wcslen(text));
}
int nothing5(const char *folder) {
    mtx_t m;
    pthread_barrier_t b;
    DIR *d = opendir(folder);
    struct dirent *e = readdir(d);
    return mtx_init(&m, mtx_plain) + pthread_barrier_init(&b, 0, 2) + e->d_name[0];
}
