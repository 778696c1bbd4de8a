// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin %s 2>&1 | grep warning: > %t.clang
// RUN: %outlive check %s 2>&1 | grep warning: | diff %t.clang -
//
// Who is sent the bytes of a pointer may send them back, whichever way the buffer was told.

#define _GNU_SOURCE
#include <sys/uio.h>
#include <sys/socket.h>
#include <string.h>
void io1(int fd) { int x; int *p = &x; struct iovec v = {&p, sizeof p}; writev(fd, &v, 1); }  // expected-warning {{(assumed}}
void io2(int fd) { char text[] = "a"; struct iovec v[2] = {{text, 1}, {text, 1}}; writev(fd, v, 2); }
void io3(int fd) { int x; struct { long n; int *p; } r = {1, &x}; char h[4]; struct iovec v[2]; v[0].iov_base = h; v[1].iov_base = &r; writev(fd, v, 2); }  // expected-warning {{(assumed}}
void io4(int fd) { int x; int *p = &x; struct iovec v = {&p, sizeof p}; struct msghdr m = {.msg_iov = &v, .msg_iovlen = 1}; sendmsg(fd, &m, 0); }  // expected-warning {{(assumed}}
void io5(int fd) { int x; struct iovec v = {&x, sizeof x}; struct msghdr m = {.msg_iov = &v, .msg_iovlen = 1}; sendmsg(fd, &m, 0); }
void io6(int fd) { int x; int *p = &x; struct iovec v = {&p, sizeof p}; struct mmsghdr m[2] = {{{.msg_iov = &v}}}; sendmmsg(fd, m, 1, 0); }  // expected-warning {{(assumed}}
void io7(int fd) { int x; int *p = &x; struct iovec v = {&p, sizeof p}; readv(fd, &v, 1); }
