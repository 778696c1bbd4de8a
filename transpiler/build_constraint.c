/* Evaluates build constraints for the one platform that lowered programs are made for.
 *
 *   expr = or .   or = and { "||" and } .   and = not { "&&" not } .   not = "!" not | "(" expr ")" | tag .
 *
 * Each part yields whether it holds and the language version that it implies: "&&" asks for the newer of both, "||" for the
 * older, "!" for none (Go's package go/build/constraint, GoVersion). */
#include "transpiler/build_constraint.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define MOST_PARENTHESES 100

struct evaluation {
    const char *at;
    int nesting;
    bool malformed;
};

struct part {
    bool holds;
    int minor; /* -1: no version implied */
};

int go_version_minor(const char *version) {
    if (strncmp(version, "go1.", strlen("go1.")) != 0 || !isdigit((unsigned char)version[4]))
        return strcmp(version, "go1") == 0 ? 0 : -1;
    char *end;
    long minor = strtol(version + 4, &end, 10);
    bool release = *end == '\0' || (*end == '.' && isdigit((unsigned char)end[1])) || strncmp(end, "rc", 2) == 0 ||
                   strncmp(end, "beta", 4) == 0;
    return release && minor < 10000 ? (int)minor : -1;
}

static bool tag_holds(const char *tag) {
    static const char *const known[] = {"linux", "unix", "amd64", "gc"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(tag, known[i]) == 0)
            return true;
    int minor = go_version_minor(tag);
    return minor >= 0 && minor <= NEWEST_GO_MINOR && !strchr(tag + strlen("go1"), 'r') && !strchr(tag + strlen("go1."), '.');
}

static bool take(struct evaluation *e, const char *operator) {
    e->at += strspn(e->at, " \t");
    if (strncmp(e->at, operator, strlen(operator)) != 0)
        return false;
    e->at += strlen(operator);
    return true;
}

static struct part or_part(struct evaluation *e);

static struct part tag_part(struct evaluation *e) {
    char tag[100];
    size_t len = 0;
    for (; isalnum((unsigned char)*e->at) || *e->at == '_' || *e->at == '.' || (*e->at & 0x80); e->at++)
        if (len < sizeof tag - 1)
            tag[len++] = *e->at;
    tag[len] = '\0';
    e->malformed |= len == 0;
    return (struct part){len && tag_holds(tag), go_version_minor(tag)};
}

static struct part not_part(struct evaluation *e) {
    bool negated = false;
    while (take(e, "!"))
        negated = !negated;
    struct part x;
    if (take(e, "(") && e->nesting++ < MOST_PARENTHESES) {
        x = or_part(e);
        e->malformed |= !take(e, ")");
        e->nesting--;
    } else {
        x = tag_part(e);
    }
    return negated ? (struct part){!x.holds, -1} : x;
}

static struct part and_part(struct evaluation *e) {
    struct part x = not_part(e);
    while (take(e, "&&")) {
        struct part y = not_part(e);
        x = (struct part){x.holds && y.holds, x.minor > y.minor ? x.minor : y.minor};
    }
    return x;
}

static struct part or_part(struct evaluation *e) {
    struct part x = and_part(e);
    while (take(e, "||")) {
        struct part y = and_part(e);
        x = (struct part){x.holds || y.holds, x.minor < y.minor ? x.minor : y.minor};
    }
    return x;
}

struct build_constraint evaluate_build_constraint(struct arena *a, const char *expression) {
    struct evaluation e = {.at = expression};
    struct part all = or_part(&e);
    e.at += strspn(e.at, " \t");
    if (e.malformed || *e.at)
        return (struct build_constraint){false, NULL};
    return (struct build_constraint){all.holds, all.minor >= 0 ? arena_printf(a, "go1.%d", all.minor) : NULL};
}

bool plus_build_holds(const char *line) {
    bool any = false;
    for (const char *option = line; *option && *option != '\n';) {
        option += strspn(option, " \t\r");
        size_t len = strcspn(option, " \t\r\n");
        bool all = len > 0;
        for (const char *at = option; at < option + len;) {
            bool negated = *at == '!';
            struct evaluation e = {.at = at + negated};
            struct part x = tag_part(&e);
            all = all && x.holds != negated && !e.malformed && (*e.at == ',' || e.at == option + len);
            at = e.at > at ? e.at + (*e.at == ',') : option + len;
        }
        any = any || all;
        option += len;
    }
    return any;
}
