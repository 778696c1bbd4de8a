/* The one door for our own mistakes, never the user's. */
#ifndef OUTLIVE_DIE_H
#define OUTLIVE_DIE_H

/* Prints "outlive: internal error at FILE:LINE: …" and aborts. */
#define die(...) die_at(__FILE__, __LINE__, __VA_ARGS__)
void die_at(const char *file, int line, const char *format, ...) __attribute__((noreturn, format(printf, 3, 4)));

#endif
