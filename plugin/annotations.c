/* Reading annotations: docs/lowered-form.md has their grammar.
 *
 *     outlive.site=[file:]line:col:name[ #n]
 *     outlive.heap=[file:]line:col:name|reason
 *     outlive.flows=TARGET[:derefs],…     TARGET: heap, result, result.FIELD, at NAME, call NAME argument
 *     outlive.results=name,name
 *     outlive.returns=heap                what an allocator gives is the heap itself, not memory to be followed
 *     outlive.outermost                   of a variable: the Go compiler would have it outside of all loops
 *     outlive.allocates=zeroed            for code generation, see allocations.cpp
 *
 * An unreadable target never widens what the analysis believes: the parameter is then as unknown as without it. */
#include "plugin/annotations.h"

#include "plugin/layout.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

const char *annotation(const struct cattrs *attrs, const char *key) {
    size_t n = strlen(key);
    vec_each(i, &attrs->annotations) {
        if (strncmp(attrs->annotations.items[i], key, n) == 0)
            return attrs->annotations.items[i] + n;
    }
    return NULL;
}

const char *shown_function(const char *c_name) {
    return strcmp(c_name, "go_main") == 0 ? "main" : c_name;
}

bool is_identifier(const char *name) {
    if (!name[0] || isdigit((unsigned char)name[0]) || strcmp(name, "defer") == 0)
        return false;
    for (const char *c = name; *c; c++) {
        if (!isalnum((unsigned char)*c) && *c != '_' && (unsigned char)*c < 0x80)
            return false;
    }
    return true;
}

/* "12:" at s: its value, and *end after the colon; -1 where there is no such thing. */
static int number_and_colon(const char *s, const char **end) {
    char *after;
    if (!isdigit((unsigned char)*s))
        return -1;
    long n = strtol(s, &after, 10);
    if (*after != ':' || n > 1 << 30)
        return -1;
    *end = after + 1;
    return (int)n;
}

struct site_text site_parse(struct arena *a, const char *text) {
    struct site_text site = {.id = text, .name = text};
    for (const char *at = text; at; at = strchr(at, ':') ? strchr(at, ':') + 1 : NULL) {
        const char *rest;
        int line = number_and_colon(at, &rest);
        int col = line < 0 ? -1 : number_and_colon(rest, &rest);
        if (col < 0)
            continue;
        site.line = line;
        site.col = col;
        site.name = rest;
        if (at > text)
            site.file = arena_strndup(a, text, (size_t)(at - text) - 1);
        break;
    }
    const char *mark = strrchr(site.name, '#');
    if (mark && mark > site.name + 1 && mark[-1] == ' ' && mark[1] && strspn(mark + 1, "0123456789") == strlen(mark + 1))
        site.name = arena_strndup(a, site.name, (size_t)(mark - site.name) - 1);
    return site;
}

/* ---- flows ---- */

static int param_named(const struct cfunc *f, const char *name, size_t len) {
    vec_each(i, &f->params) {
        const char *p = f->params.items[i]->name;
        if (p && strlen(p) == len && strncmp(p, name, len) == 0)
            return i;
    }
    /* "at 0": by position, for the table of the library */
    if (len == 1 && isdigit((unsigned char)name[0]))
        return name[0] - '0';
    return -1;
}

static long field_offset(const struct ctype *t, const char *name, size_t len) {
    const struct cfield *f = t ? field_named(t, name, len) : NULL;
    return f ? f->offset : -1;
}

/* One `TARGET[:derefs]` of `len` bytes. */
static bool read_rule(const struct cfunc *f, const char *text, size_t len, struct flow_rule *rule) {
    *rule = (struct flow_rule){0};
    const char *colon = memchr(text, ':', len);
    if (colon) {
        rule->derefs = atoi(colon + 1);
        len = (size_t)(colon - text);
    }
    if (len == 4 && strncmp(text, "heap", 4) == 0) {
        rule->target = TO_HEAP;
        return true;
    }
    if (len >= 6 && strncmp(text, "result", 6) == 0) {
        rule->target = TO_RESULT;
        if (len == 6) {
            rule->offset = -1; /* any part of it */
            return true;
        }
        rule->offset = field_offset(f->type->target, text + 7, len - 7);
        return text[6] == '.' && rule->offset >= 0;
    }
    if (len > 3 && strncmp(text, "at ", 3) == 0) {
        rule->target = TO_PARAMETER;
        rule->parameter = param_named(f, text + 3, len - 3);
        return rule->parameter >= 0;
    }
    if (len > 7 && strncmp(text, "call ", 5) == 0) {
        rule->target = TO_CALLBACK;
        const char *space = memchr(text + 5, ' ', len - 5);
        if (!space)
            return false;
        rule->parameter = param_named(f, text + 5, (size_t)(space - text) - 5);
        rule->offset = atoi(space + 1);
        return rule->parameter >= 0;
    }
    return false;
}

/* A comma-separated list, up to `end`. */
static struct param_flows read_flows(struct arena *a, const struct cfunc *f, const char *text, const char *end) {
    struct param_flows flows = {.known = true};
    while (text < end) {
        const char *comma = memchr(text, ',', (size_t)(end - text));
        const char *stop = comma ? comma : end;
        while (text < stop && *text == ' ')
            text++;
        struct flow_rule rule;
        if (stop > text) {
            if (!read_rule(f, text, (size_t)(stop - text), &rule))
                return (struct param_flows){.known = false};
            vec_push(a, &flows.rules, rule);
        }
        text = stop + 1;
    }
    return flows;
}

static void read_library(struct arena *a, struct function *f, const struct library_function *l) {
    f->flows_declared = true;
    f->returns_memory = l->returns_memory;
    const char *text = l->flows;
    for (int i = 0; i <= f->param_count; i++) {
        const char *end = strchr(text, ';');
        if (!end)
            end = text + strlen(text);
        f->flows[i] = read_flows(a, f->decl, text, end);
        if (*end)
            text = end + 1;
    }
}

void function_read_annotations(struct arena *a, struct function *f) {
    struct cfunc *decl = f->decl;
    int declared = decl->type->param_count > decl->params.len ? decl->type->param_count : decl->params.len;
    f->param_count = declared;
    f->flows = arena_array(a, struct param_flows, declared + 1);
    vec_each(i, &decl->params) {
        const struct cattrs *attrs = &decl->params.items[i]->attrs;
        const char *text = annotation(attrs, "outlive.flows="), *go_text = annotation(attrs, "outlive.go-flows=");
        if (go_text) {
            if (!f->go_flows)
                f->go_flows = arena_array(a, struct param_flows, declared + 1);
            f->go_flows[i] = read_flows(a, decl, go_text, go_text + strlen(go_text));
        }
        if (text) {
            f->flows[i] = read_flows(a, decl, text, text + strlen(text));
            f->flows_declared = true;
        } else if (attrs->noescape || attrs->lifetimebound) {
            f->flows[i].known = true;
            if (attrs->lifetimebound) {
                struct flow_rule to_result = {.target = TO_RESULT, .offset = -1};
                vec_push(a, &f->flows[i].rules, to_result);
            }
        }
    }
    if (!decl->is_defined) {
        const char *returns = annotation(&decl->attrs, "outlive.returns=");
        f->returns_memory = decl->attrs.malloc_like && !(returns && strcmp(returns, "heap") == 0);
        const struct library_function *l = library_find(decl);
        if (l && !f->flows_declared)
            read_library(a, f, l);
    }
    const char *names = annotation(&decl->attrs, "outlive.results=");
    if (names) {
        VEC(const char *) list = {0};
        for (const char *at = names; *at;) {
            size_t n = strcspn(at, ",");
            vec_push(a, &list, arena_strndup(a, at, n));
            at += n + (at[n] == ',');
        }
        f->result_names = list.items;
        f->result_name_count = list.len;
    }
}
