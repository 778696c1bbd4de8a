/* The format language of Printf, and Print and Println (fmt's documentation). */
#include "printer.h"

go_string fmt_sprint(slice_any a);
go_string fmt_sprintln(slice_any a);

/* The text, and which operands (bit n for operand n, below 64) were wrapped by %w. */
typedef struct results_string_uint64 {
    go_string r0;
    go_uint64 r1;
} results_string_uint64;
results_string_uint64 fmt_sprintf(go_string format, slice_any a, bool wraps);

/* Widths, precisions and argument numbers beyond this are refused, as in Go. */
enum { LARGEST_NUMBER = 1000000 };

struct reader {
    struct printer *p;
    go_string format;
    go_int at, end;
    slice_any a;
    go_int next;          /* argument to be used next */
    bool reordered;       /* [n] was used since the verb began */
    bool ever_reordered;
    bool good_number;     /* the last [n] was in range */
    go_uint64 wrapped;
};

/* Digits at the reading place. False: there are none, or the number is too large; nothing behind such a number is read. */
static bool read_number(struct reader *r, go_int *number) {
    go_int start = r->at;
    *number = 0;
    while (r->at < r->end && r->format.ptr[r->at] >= '0' && r->format.ptr[r->at] <= '9') {
        if (*number > LARGEST_NUMBER) {
            *number = 0;
            r->at = r->end;
            return false;
        }
        *number = *number * 10 + (r->format.ptr[r->at++] - '0');
    }
    return r->at > start;
}

static bool at_char(const struct reader *r, char c) {
    return r->at < r->end && r->format.ptr[r->at] == (go_uint8)c;
}

/* [n]: which argument comes next. */
static bool read_argument_number(struct reader *r) {
    if (!at_char(r, '['))
        return false;
    r->reordered = r->ever_reordered = true;
    go_int start = r->at, close = start + 1, number;
    while (close < r->end && r->format.ptr[close] != ']')
        close++;
    if (close == r->end) {
        r->good_number = false;
        r->at = start + 1;
        return false;
    }
    r->at = start + 1;
    bool ok = read_number(r, &number) && r->at == close && number >= 1 && number <= r->a.len;
    r->at = close + 1;
    if (ok)
        r->next = number - 1;
    else
        r->good_number = false;
    return ok;
}

/* The int that a * takes. */
static bool read_star(struct reader *r, go_int *number) {
    *number = 0;
    if (r->next >= r->a.len)
        return false;
    any x = r->a.ptr[r->next++];
    if (!x.type || x.type->kind < GO_INT || x.type->kind > GO_UINTPTR)
        return false;
    go_uint64 bits = 0;
    memcpy(&bits, go_value_of(&x), (size_t)x.type->size);
    if (x.type->kind <= GO_INT64) {
        int unused = 64 - 8 * (int)x.type->size;
        *number = (go_int64)(bits << unused) >> unused;
    } else {
        *number = bits > LARGEST_NUMBER ? LARGEST_NUMBER + 1 : (go_int)bits;
    }
    if (*number > LARGEST_NUMBER || *number < -LARGEST_NUMBER) {
        *number = 0;
        return false;
    }
    return true;
}

static void read_flags(struct reader *r) {
    struct flags *f = &r->p->flags;
    for (; r->at < r->end; r->at++) {
        switch (r->format.ptr[r->at]) {
        case '#': f->sharp = true; break;
        case '0': f->zero = !f->minus; break; /* zeros stand on the left only */
        case '+': f->plus = true; break;
        case '-':
            f->minus = true;
            f->zero = false;
            break;
        case ' ': f->space = true; break;
        default: return;
        }
    }
}

/* Reads a width. Returns whether an argument's number, as in %[3]d, was read that belongs to what comes behind. */
static bool read_width(struct reader *r) {
    struct flags *f = &r->p->flags;
    bool numbered = read_argument_number(r);
    if (at_char(r, '*')) {
        r->at++;
        f->has_width = read_star(r, &f->width);
        if (!f->has_width)
            text_c(&r->p->out, "%!(BADWIDTH)");
        if (f->width < 0) {
            f->width = -f->width;
            f->minus = true;
            f->zero = false;
        }
        return false;
    }
    f->has_width = read_number(r, &f->width);
    if (numbered && f->has_width)
        r->good_number = false; /* %[3]2d */
    return numbered;
}

/* The same for a precision; `numbered` is what read_width returned. */
static bool read_precision(struct reader *r, bool numbered) {
    struct flags *f = &r->p->flags;
    if (!at_char(r, '.'))
        return numbered;
    r->at++;
    if (numbered)
        r->good_number = false; /* %[3].2d */
    numbered = read_argument_number(r);
    if (at_char(r, '*')) {
        r->at++;
        f->has_precision = read_star(r, &f->precision);
        if (f->precision < 0) {
            f->precision = 0;
            f->has_precision = false;
        }
        if (!f->has_precision)
            text_c(&r->p->out, "%!(BADPREC)");
        return false;
    }
    if (!read_number(r, &f->precision))
        f->precision = 0;
    f->has_precision = true;
    return numbered;
}

static void complain(struct printer *p, go_int verb, const char *what) {
    text_c(&p->out, "%!");
    text_rune(&p->out, verb);
    text_c(&p->out, what);
}

static void print_verb(struct reader *r, go_int verb) {
    struct printer *p = r->p;
    if (verb == '%') {
        text_char(&p->out, '%');
        return;
    }
    if (!r->good_number) {
        complain(p, verb, "(BADINDEX)");
        return;
    }
    if (r->next >= r->a.len) {
        complain(p, verb, "(MISSING)");
        return;
    }
    if (verb == 'v' || verb == 'w') {
        p->flags.sharp_v = p->flags.sharp;
        p->flags.sharp = false;
        p->flags.plus_v = p->flags.plus;
        p->flags.plus = false;
    }
    if (verb == 'w' && p->wraps && r->next < 64 && go_implements(r->a.ptr[r->next].type, &type_error))
        r->wrapped |= (go_uint64)1 << r->next;
    fmt_argument(p, r->a.ptr[r->next++], verb);
}

static void print_extra(struct reader *r) {
    struct printer *p = r->p;
    p->flags = (struct flags){0};
    text_c(&p->out, "%!(EXTRA ");
    for (go_int i = r->next; i < r->a.len; i++) {
        if (i > r->next)
            text_c(&p->out, ", ");
        any x = r->a.ptr[i];
        if (x.type) {
            text_c(&p->out, x.type->text);
            text_char(&p->out, '=');
            fmt_argument(p, x, 'v');
        } else {
            text_c(&p->out, "<nil>");
        }
    }
    text_char(&p->out, ')');
}

results_string_uint64 fmt_sprintf(go_string format, slice_any a, bool wraps) {
    struct printer p = {.wraps = wraps};
    text_start(&p.out);
    struct reader r = {.p = &p, .format = format, .end = format.len, .a = a};
    while (r.at < r.end) {
        go_int start = r.at;
        while (r.at < r.end && format.ptr[r.at] != '%')
            r.at++;
        text_bytes(&p.out, format.ptr + start, (size_t)(r.at - start));
        if (r.at >= r.end)
            break;
        r.at++;
        p.flags = (struct flags){0};
        r.good_number = true;
        r.reordered = false;
        read_flags(&r);
        bool numbered = read_width(&r);
        if (!read_precision(&r, numbered))
            read_argument_number(&r);
        if (r.at >= r.end) {
            text_c(&p.out, "%!(NOVERB)");
            break;
        }
        struct go_decoded verb = go_decode_rune(format, r.at);
        r.at += verb.width;
        print_verb(&r, verb.rune);
    }
    if (!r.ever_reordered && r.next < a.len)
        print_extra(&r);
    return (results_string_uint64){text_taken(&p.out), r.wrapped};
}

/* Spaces between operands when neither is a string. */
go_string fmt_sprint(slice_any a) {
    struct printer p = {0};
    text_start(&p.out);
    bool string_before = false;
    for (go_int i = 0; i < a.len; i++) {
        bool is_string = a.ptr[i].type && a.ptr[i].type->kind == GO_STRING;
        if (i > 0 && !is_string && !string_before)
            text_char(&p.out, ' ');
        fmt_argument(&p, a.ptr[i], 'v');
        string_before = is_string;
    }
    return text_taken(&p.out);
}

go_string fmt_sprintln(slice_any a) {
    struct printer p = {0};
    text_start(&p.out);
    for (go_int i = 0; i < a.len; i++) {
        if (i > 0)
            text_char(&p.out, ' ');
        fmt_argument(&p, a.ptr[i], 'v');
    }
    text_char(&p.out, '\n');
    return text_taken(&p.out);
}
