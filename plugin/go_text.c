#include "plugin/go_text.h"

#include "base/buf.h"
#include "plugin/annotations.h"
#include "plugin/build.h"
#include "plugin/explain.h"

#include <ctype.h>
#include <string.h>

/* ---- what C alone needs ---- */

static bool is_temporary(const struct cvar *v) {
    return v->storage == CVAR_LOCAL && v->init && strncmp(v->name, "tmp", 3) == 0 && isdigit((unsigned char)v->name[3]);
}

/* A runtime check that gives back what it was given. */
static bool is_check(const struct cexpr *e) {
    const struct cfunc *f = e->kind == CEXPR_CALL ? function_named(e->a) : NULL;
    return f && (strcmp(f->name, "go_nonnil") == 0 || strcmp(f->name, "go_index") == 0 || strcmp(f->name, "go_index_unsigned") == 0);
}

const struct cexpr *go_bare(const struct cexpr *e) {
    for (;;) {
        if (e->kind == CEXPR_CAST && e->cast != CCAST_POINTER_TO_INT && e->cast != CCAST_INT_TO_POINTER)
            e = e->a;
        else if (is_check(e))
            e = e->args.items[0];
        else if (e->kind == CEXPR_VAR && is_temporary(e->var))
            e = e->var->init;
        else
            return e;
    }
}

static bool is_field_named(const struct cexpr *e, const char *name) {
    return e->kind == CEXPR_MEMBER && e->a->type && e->field < e->a->type->field_count && strcmp(e->a->type->fields[e->field].name, name) == 0;
}

const struct cexpr *go_indexed(const struct cexpr *e) {
    const struct cexpr *a = e->kind == CEXPR_INDEX ? go_bare(e->a) : NULL;
    return a && (is_field_named(a, "at") || is_field_named(a, "ptr")) ? a->a : NULL;
}

static bool ends_with(const char *s, const char *end) {
    size_t n = strlen(s), m = strlen(end);
    return n >= m && strcmp(s + n - m, end) == 0;
}

bool go_appends(const struct cfunc *f) {
    return strncmp(f->name, "slice_", 6) == 0 && (ends_with(f->name, "_append") || ends_with(f->name, "_append_slice"));
}

enum go_slicing go_slicing(const struct cexpr *e) {
    const struct cfunc *f = e->kind == CEXPR_CALL ? function_named(e->a) : NULL;
    if (!f || e->args.len == 0 || go_appends(f))
        return NO_SLICE;
    if (ends_with(f->name, "_slice") || ends_with(f->name, "_slice3") || ends_with(f->name, "_slice_from"))
        return SLICE_OF_SLICE;
    return ends_with(f->name, "_of_array") || ends_with(f->name, "_of_array3") ? SLICE_OF_ARRAY : NO_SLICE;
}

const struct cexpr *go_sliced(const struct cexpr *call) {
    const struct cexpr *e = go_bare(call->args.items[0]);
    if (go_slicing(call) == SLICE_OF_SLICE)
        return e;
    if (!is_field_named(e, "at"))
        return NULL;
    e = go_bare(e->a);
    return e->kind == CEXPR_DEREF ? go_bare(e->a) : NULL;
}

/* ---- sites and environments ---- */

const struct location *go_site_around(const struct cexpr *lvalue) {
    const struct cexpr *e = lvalue;
    while (e->kind == CEXPR_MEMBER || (e->kind == CEXPR_CAST && e->cast == CCAST_ARRAY_DECAY) || (e->kind == CEXPR_INDEX && e->a->kind == CEXPR_CAST))
        e = e->a;
    const struct location *l = e->kind == CEXPR_VAR ? e->var->analysis : NULL;
    return l && l->verdict && l->verdict->id && (l->verdict->kind == SITE_EXPRESSION || l->verdict->kind == SITE_UNREPORTED) ? l : NULL;
}

/* An operation of the runtime that is given the room for its result: `a + b`, `string(b)`, `map[K]V{...}`. */
static bool fills_its_argument(const struct cexpr *call) {
    const struct cfunc *f = function_named(call->a);
    if (!f || call->args.len == 0 || call->args.items[0]->type->kind != CTYPE_POINTER)
        return false;
    return strncmp(f->name, "go_", 3) == 0 || (strncmp(f->name, "map_", 4) == 0 && ends_with(f->name, "_init"));
}

enum { DEEPEST_VALUE = 8 }; /* headers in headers: more than the lowering makes */

static const struct location *site_in(const struct cexpr *e, int depth) {
    const struct location *found = NULL;
    while (e && e->kind == CEXPR_CAST && e->cast != CCAST_ARRAY_DECAY)
        e = e->a;
    if (!e || depth == DEEPEST_VALUE)
        return NULL;
    if (e->kind == CEXPR_ADDRESS)
        return go_site_around(e->a);
    if (e->kind == CEXPR_CAST)
        return go_site_around(e);
    if (e->kind == CEXPR_VAR && is_temporary(e->var))
        return site_in(e->var->init, depth + 1);
    if (e->kind == CEXPR_CALL)
        return fills_its_argument(e) ? site_in(e->args.items[0], depth + 1) : NULL;
    if (e->kind == CEXPR_COMPOUND_LITERAL)
        return e->object->init ? site_in(e->object->init, depth + 1) : NULL;
    /* a header: of a slice, an interface or a function value, not a record of the program's */
    bool is_header = e->kind == CEXPR_INIT_LIST && e->type->kind == CTYPE_RECORD && e->type->field_count >= 2 &&
                     (strcmp(e->type->fields[0].name, "ptr") == 0 || strcmp(e->type->fields[1].name, "data") == 0 ||
                      strcmp(e->type->fields[1].name, "env") == 0);
    for (int i = 0; is_header && !found && i < e->args.len; i++)
        found = site_in(e->args.items[i], depth + 1);
    return found;
}

const struct location *go_site(const struct cexpr *e) {
    return site_in(e, 0);
}

bool is_own_environment(const struct cexpr *e) {
    e = strip_casts(e);
    if (e->kind != CEXPR_VAR || !e->var->function || !e->var->init)
        return false;
    const struct function *f = e->var->function->analysis;
    const struct cexpr *from = strip_casts(e->var->init);
    return f && f->bound.len > 0 && from->kind == CEXPR_VAR && from->var->storage == CVAR_PARAM && from->var->index == 0;
}

/* `*env->x`, where the record got the address of x: it is x. */
static bool is_captured_by_reference(const struct cexpr *member) {
    if (member->kind != CEXPR_MEMBER || member->a->kind != CEXPR_DEREF || !is_own_environment(member->a->a))
        return false;
    const struct function *f = strip_casts(member->a->a)->var->function->analysis;
    const struct origins *env = &f->bound.items[0]->env;
    const struct location *record = env->list.len > 0 ? env->list.items[0].place.base : NULL;
    const struct ctype *t = member->a->type;
    if (!record || !record->function || t->kind != CTYPE_RECORD || member->field >= t->field_count)
        return false;
    vec_each(i, &record->function->assignments) {
        const struct assignment *s = record->function->assignments.items[i];
        long offset = s->dst.ops && s->dst.ops->kind == OP_FIELD ? s->dst.ops->offset : 0;
        if (s->dst.base == record && offset == t->fields[member->field].offset)
            return s->src.address || (s->src.ops && s->src.ops->kind == OP_LOAD); /* &x, or the address that is in the record around */
    }
    return false;
}

/* ---- names ---- */

const char *go_name_of(struct arena *a, const char *c_name) {
    const char *bar = strrchr(c_name, '_');
    bool has_suffix = bar && bar > c_name && strspn(bar + 1, "0123456789") == strlen(bar + 1);
    return has_suffix ? arena_strndup(a, c_name, (size_t)(bar - c_name)) : c_name;
}

const char *go_function_text(struct arena *a, const struct cfunc *f) {
    const char *name = annotation(&f->attrs, "outlive.go=");
    if (name)
        return name;
    const char *grown = annotation(&f->attrs, "outlive.heap=");
    if (grown && strchr(grown, '|'))
        return arena_strndup(a, grown, (size_t)(strchr(grown, '|') - grown));
    const char *bar = strchr(f->name, '_');
    if (f->is_defined || !bar || bar == f->name || strncmp(f->name, "go_", 3) == 0)
        return shown_function(f->name);
    return arena_printf(a, "%.*s.%s", (int)(bar - f->name), f->name, bar + 1); /* of a package of the library */
}

/* The data word of an interface: all that C takes out of it is its value. */
static bool is_data_word(const struct cexpr *e) {
    return is_field_named(e, "data") && (strcmp(e->a->type->fields[0].name, "type") == 0 || strcmp(e->a->type->fields[0].name, "methods") == 0);
}

/* ---- text ---- */

struct printer {
    struct arena *arena;
    struct buf out;
};

enum { MOST_DEPTH = 24 };

static void print(struct printer *p, const struct cexpr *e, int depth);

static void print_arguments(struct printer *p, const struct cexpr *call, int first, int depth) {
    const struct cfunc *f = function_named(call->a);
    bool spreads = f && ends_with(f->name, "_append_slice");
    bool is_method = f && go_function_text(p->arena, f)[0] == '(';
    buf_char(&p->out, '(');
    for (int i = first; i < call->args.len; i++) {
        const struct location *site = go_site(call->args.items[i]);
        if (i > first)
            buf_add(&p->out, ", ");
        const struct cexpr *arg = go_bare(call->args.items[i]);
        print(p, is_method && i == 0 && arg->kind == CEXPR_ADDRESS && !site ? arg->a : arg, depth); /* x.M(), with x's address */
        if ((spreads && i + 1 == call->args.len) || (site && strcmp(site->verdict->name, "... argument") == 0))
            buf_add(&p->out, "...");
    }
    buf_char(&p->out, ')');
}

static void print_slicing(struct printer *p, const struct cexpr *e, int depth) {
    const struct cexpr *base = go_sliced(e) ? go_sliced(e) : go_bare(e->args.items[0]);
    if (is_field_named(base, "at"))
        base = base->a;
    bool parentheses = go_bare(base)->kind == CEXPR_DEREF;
    int first = go_slicing(e) == SLICE_OF_ARRAY ? 2 : 1;
    buf_add(&p->out, parentheses ? "(" : "");
    print(p, base, depth);
    buf_add(&p->out, parentheses ? ")[" : "[");
    for (int i = first; i < e->args.len; i++) {
        const struct cexpr *bound = go_bare(e->args.items[i]);
        if (i > first)
            buf_char(&p->out, ':');
        else if (bound->kind == CEXPR_CONST && bound->has_value && bound->value == 0)
            continue; /* as it is mostly written */
        print(p, e->args.items[i], depth);
    }
    buf_add(&p->out, e->args.len == first + 1 ? ":]" : "]");
}

/* "slice_ptr_T" is []*T. */
static void print_type_name(struct printer *p, const char *s) {
    for (;;) {
        const char *element = strncmp(s, "array_", 6) == 0 ? strchr(s + 6, '_') : NULL;
        if (strncmp(s, "slice_", 6) == 0) {
            buf_add(&p->out, "[]");
            s += 6;
        } else if (strncmp(s, "ptr_", 4) == 0) {
            buf_char(&p->out, '*');
            s += 4;
        } else if (element) {
            buf_printf(&p->out, "[%.*s]", (int)(element - s - 6), s + 6);
            s = element + 1;
        } else {
            break;
        }
    }
    buf_add(&p->out, s);
}

const char *go_type_text(struct arena *a, const char *c_name) {
    struct printer p = {.arena = a};
    print_type_name(&p, c_name);
    const char *text = arena_strdup(a, p.out.text);
    buf_free(&p.out);
    return text;
}

static void print_type(struct printer *p, const struct ctype *t) {
    const char *s = t->kind == CTYPE_RECORD && t->tag[0] ? t->tag : t->spelling;
    print_type_name(p, strncmp(s, "struct ", 7) == 0 ? s + 7 : s);
}

static void print_call(struct printer *p, const struct cexpr *e, int depth) {
    const struct cexpr *callee = go_bare(e->a);
    const struct cfunc *f = function_named(e->a);
    const struct location *buffer = e->args.len > 0 ? go_site(e->args.items[0]) : NULL;
    if (go_slicing(e) != NO_SLICE) {
        print_slicing(p, e, depth);
    } else if (f && strcmp(f->name, "go_assert") == 0 && e->args.len >= 3 && go_bare(e->args.items[0])->kind == CEXPR_MEMBER) {
        const struct cexpr *type = go_bare(e->args.items[2]);
        print(p, go_bare(e->args.items[0])->a, depth);
        buf_add(&p->out, ".(");
        if (type->kind == CEXPR_ADDRESS && type->a->kind == CEXPR_VAR && strncmp(type->a->var->name, "type_", 5) == 0)
            print_type_name(p, type->a->var->name + 5);
        buf_char(&p->out, ')');
    } else if (f) {
        bool in_place = buffer && buffer->verdict->is_environment && f->is_defined; /* func(x int) { … }(1) */
        buf_add(&p->out, in_place ? "(func literal)" : go_function_text(p->arena, f));
        print_arguments(p, e, in_place ? 1 : 0, depth);
    } else if (is_field_named(callee, "fn")) {
        print(p, callee->a, depth);
        print_arguments(p, e, 1, depth);
    } else if (callee->kind == CEXPR_MEMBER && callee->a->kind == CEXPR_DEREF && is_field_named(go_bare(callee->a->a), "methods")) {
        print(p, go_bare(callee->a->a)->a, depth);
        buf_printf(&p->out, ".%s", callee->name);
        print_arguments(p, e, 1, depth);
    } else {
        print(p, callee, depth);
        print_arguments(p, e, 0, depth);
    }
}

static void print_list(struct printer *p, const struct cexpr *e, int depth) {
    const struct ctype *t = e->type;
    bool is_record = t->kind == CTYPE_RECORD && t->field_count >= 2;
    const struct cexpr *data = e->args.len >= 2 ? e->args.items[1] : NULL;
    if (is_record && data && (strcmp(t->fields[1].name, "data") == 0 || strcmp(t->fields[1].name, "env") == 0)) {
        const struct cfunc *code = function_named(e->args.items[0]);
        if (code) /* a declared function, or a literal without captures */
            buf_add(&p->out, ends_with(code->name, "_value") ? arena_strndup(p->arena, code->name, strlen(code->name) - 6) : "func literal");
        else
            print(p, data, depth);
    } else if (is_record && e->args.len > 0 && strcmp(t->fields[0].name, "ptr") == 0 && is_field_named(go_bare(e->args.items[0]), "at")) {
        print(p, go_bare(e->args.items[0])->a, depth);
        buf_add(&p->out, "[:]");
    } else if (is_record && e->args.len > 0 && go_bare(e->args.items[0])->kind == CEXPR_STRING) {
        print(p, e->args.items[0], depth);
    } else if (is_results(t)) {
        vec_each(i, &e->args) {
            buf_add(&p->out, i ? ", " : "");
            print(p, e->args.items[i], depth);
        }
    } else {
        print_type(p, t);
        buf_add(&p->out, e->args.len > 0 ? "{...}" : "{}");
    }
}

static void print_infix(struct printer *p, const struct cexpr *e, const char *op, int depth) {
    print(p, e->a, depth);
    buf_printf(&p->out, " %s ", op);
    print(p, e->b, depth);
}

static void print_bare(struct printer *p, const struct cexpr *e, int depth) {
    switch (e->kind) {
    case CEXPR_VAR: {
        const struct location *l = e->var->analysis;
        buf_add(&p->out, !l ? e->var->name : l->verdict ? l->verdict->name : l->name);
        break;
    }
    case CEXPR_FUNC:
        buf_add(&p->out, go_function_text(p->arena, e->func));
        break;
    case CEXPR_MEMBER: {
        const struct cexpr *base = go_bare(e->a);
        if (base->kind == CEXPR_DEREF && is_own_environment(base->a)) { /* a captured variable is the variable */
            buf_add(&p->out, go_name_of(p->arena, e->name));
            break;
        }
        if (is_data_word(e)) {
            print(p, base, depth);
            break;
        }
        print(p, base->kind == CEXPR_DEREF ? base->a : base, depth); /* p->f is p.f in Go */
        buf_printf(&p->out, ".%s", go_name_of(p->arena, e->a->type->fields[e->field].name));
        break;
    }
    case CEXPR_DEREF:
        if (go_bare(e->a)->kind == CEXPR_ADDRESS) { /* read as another type */
            print(p, go_bare(e->a)->a, depth);
            break;
        }
        if (!is_captured_by_reference(go_bare(e->a)))
            buf_char(&p->out, '*');
        print(p, e->a, depth);
        break;
    case CEXPR_ADDRESS:
        buf_char(&p->out, '&');
        print(p, e->a, depth);
        break;
    case CEXPR_INDEX: {
        const struct cexpr *whole = go_indexed(e) ? go_bare(go_indexed(e)) : e->a;
        whole = whole->kind == CEXPR_DEREF ? go_bare(whole->a) : whole;
        bool parentheses = whole->kind == CEXPR_DEREF;
        buf_add(&p->out, parentheses ? "(" : "");
        print(p, whole, depth);
        buf_add(&p->out, parentheses ? ")[" : "[");
        print(p, e->b, depth);
        buf_char(&p->out, ']');
        break;
    }
    case CEXPR_CALL:
        print_call(p, e, depth);
        break;
    case CEXPR_CONST:
        if (e->has_value && e->type->kind == CTYPE_POINTER)
            buf_add(&p->out, "nil");
        else if (e->has_value)
            buf_printf(&p->out, "%ld", e->value);
        else
            buf_add(&p->out, cexpr_text(p->arena, e));
        break;
    case CEXPR_ASSIGN:
        print_infix(p, e, "=", depth);
        break;
    case CEXPR_ASSIGN_OP:
    case CEXPR_BINARY:
    case CEXPR_LOGICAL:
        print_infix(p, e, e->name, depth);
        break;
    case CEXPR_INIT_LIST:
        print_list(p, e, depth);
        break;
    case CEXPR_COMPOUND_LITERAL:
        if (e->object->init)
            print(p, e->object->init, depth);
        else
            print_type(p, e->type);
        break;
    case CEXPR_STRING:
        buf_add(&p->out, e->name);
        break;
    default:
        buf_add(&p->out, cexpr_text(p->arena, e));
    }
}

static void print(struct printer *p, const struct cexpr *e, int depth) {
    if (depth == MOST_DEPTH) {
        buf_add(&p->out, "…");
        return;
    }
    const struct location *site = go_site(e);
    if (site) {
        buf_add(&p->out, site->verdict->name);
        return;
    }
    print_bare(p, go_bare(e), depth + 1);
}

const char *go_text(struct arena *a, const struct cexpr *e) {
    struct printer p = {.arena = a};
    print(&p, e, 0);
    const char *text = arena_strdup(a, p.out.text ? p.out.text : "");
    buf_free(&p.out);
    return text;
}

const char *go_literal_text(struct arena *a, const struct ctype *t) {
    struct printer p = {.arena = a};
    print_type(&p, t);
    buf_add(&p.out, "{...}");
    const char *text = arena_strdup(a, p.out.text);
    buf_free(&p.out);
    return text;
}
