#include "driver/memory.h"

#include "driver/go_terms.h"
#include "transpiler/captures.h"

#include <string.h>

enum { POINTER_BYTES = 8 };

struct collecting {
    struct road *road;
    struct arena *arena;
    struct memory *memory;
    struct map go_functions;    /* C name → struct func * */
    struct map verdicts;        /* function.object → struct verdict * */
    struct map variables;       /* function.object → struct object * (Go's) */
    struct map functions;       /* C name → struct memory_function * */
    struct ptrmap objects;      /* struct cvar * → struct memory_object * */
    struct memory_function *function; /* being walked; NULL at file scope */
    int loops;                  /* around the statement being walked */
};

static const char *local_key(struct arena *a, const char *function, const char *name) {
    return arena_printf(a, "%s.%s", function ? function : "", name);
}

/* ---- types ---- */

/* "struct point *" as Go writes it, for objects that have no Go type: *point. */
static const char *plain_type(struct arena *a, const struct ctype *t) {
    if (t->kind == CTYPE_POINTER && t->target->kind != CTYPE_FUNCTION && t->target->kind != CTYPE_VOID)
        return arena_printf(a, "*%s", plain_type(a, t->target));
    if (t->kind == CTYPE_NUMBER) /* C no longer tells which of Go's it was */
        return "";
    const char *s = t->spelling;
    if (!strncmp(s, "struct ", 7))
        s += 7;
    if (!strncmp(s, "array_", 6)) { /* array_3_int: docs/lowered-form.md, "Types" */
        int digits = (int)strspn(s + 6, "0123456789");
        return arena_printf(a, "[%.*s]%s", digits, s + 6, s + 6 + digits + 1);
    }
    return strncmp(s, "go_", 3) ? s : s + 3;
}

/* ---- objects ---- */

static bool is_ours(const struct collecting *k, const struct c_place *p) {
    return p->physical.source && !strcmp(p->physical.source->name, k->road->c_file);
}

static struct memory_object *new_object(struct collecting *k, const struct cvar *var) {
    const char *function = k->function ? k->function->c->name : NULL;
    const char *key = local_key(k->arena, function, var->name);
    const struct object *variable = map_get(&k->variables, key);
    const struct verdict *verdict = function ? map_get(&k->verdicts, key) : NULL;
    struct memory_object *o = arena_new(k->arena, struct memory_object);
    *o = (struct memory_object){
        .name = verdict ? verdict->name : variable && variable->name ? variable->name : var->name,
        .type = variable ? type_text(k->arena, variable->type, k->road->program->main) : plain_type(k->arena, var->type),
        .var = var,
        .verdict = verdict,
        .function = k->function,
        .bytes = var->type->bytes > 0 && (!verdict || verdict->bytes) ? var->type->bytes : 0,
        .heap = verdict && verdict->heap && verdict->bytes != 0,
        .in_loop = k->loops > 0,
        .is_parameter = var->storage == CVAR_PARAM,
        .is_temporary = !variable && !verdict,
    };
    ptrmap_put(k->arena, &k->objects, var, o);
    return o;
}

static void add_local(struct collecting *k, const struct cvar *var) {
    struct memory_object *o = new_object(k, var);
    vec_push(k->arena, &k->function->objects, o);
    k->function->frame_bytes += o->heap ? POINTER_BYTES : o->bytes;
    if (o->heap)
        vec_push(k->arena, &k->memory->heap, o);
}

/* ---- what points at what ---- */

static struct cexpr *without_casts(struct cexpr *e) {
    while (e && e->kind == CEXPR_CAST)
        e = e->a;
    return e;
}

/* The field of the object that an lvalue is (its outermost one), or that the pointer `env` of a closure body leads to. */
static struct memory_object *base_object(struct collecting *k, struct cexpr *e, int *field) {
    *field = -1;
    for (e = without_casts(e); e; e = without_casts(e->a)) {
        if (e->kind == CEXPR_VAR)
            return ptrmap_get(&k->objects, e->var);
        if (e->kind == CEXPR_MEMBER)
            *field = e->field;
        else if (e->kind == CEXPR_DEREF && k->function && k->function->environment && e->a->kind == CEXPR_VAR &&
                 !strcmp(e->a->var->name, "env"))
            return k->function->environment;
        else if (e->kind != CEXPR_INDEX)
            return NULL;
    }
    return NULL;
}

/* The object whose address an expression is: &x, an array that decays, or a captured reference that is handed on. */
static struct memory_object *addressed(struct collecting *k, struct cexpr *e) {
    e = without_casts(e);
    int field;
    if (!e)
        return NULL;
    if (e->kind == CEXPR_ADDRESS)
        return base_object(k, e->a, &field);
    if (e->kind == CEXPR_VAR && e->var->type->kind == CTYPE_ARRAY)
        return ptrmap_get(&k->objects, e->var);
    struct memory_object *from = e->kind == CEXPR_MEMBER ? base_object(k, e, &field) : NULL;
    if (from && from->environment_of)
        vec_each(i, &from->points_to)
            if (from->points_to.items[i].field == field)
                return from->points_to.items[i].object;
    return NULL;
}

static void note_pointer(struct collecting *k, struct memory_object *holder, int field, struct cexpr *value) {
    value = without_casts(value);
    if (!holder || !value)
        return;
    if (value->kind == CEXPR_INIT_LIST) {
        bool record = value->type->kind == CTYPE_RECORD;
        vec_each(i, &value->args)
            note_pointer(k, holder, field < 0 && record ? value->places[i] : field, value->args.items[i]);
        return;
    }
    if (value->kind == CEXPR_COMPOUND_LITERAL) {
        note_pointer(k, holder, field, value->object->init);
        return;
    }
    struct memory_object *target = addressed(k, value);
    if (!target || target == holder)
        return;
    vec_each(i, &holder->points_to)
        if (holder->points_to.items[i].object == target && holder->points_to.items[i].field == field)
            return;
    vec_push(k->arena, &holder->points_to, ((struct points_to){field, target}));
    vec_push(k->arena, &target->pointed_by, ((struct pointed_by){holder, field}));
}

/* ---- the walk over the C tree ---- */

static void walk_statement(struct collecting *k, struct cstmt *s);

static void walk_expression(struct collecting *k, struct cexpr *e) {
    if (!e)
        return;
    if (e->kind == CEXPR_ASSIGN) {
        int field;
        struct memory_object *holder = base_object(k, e->a, &field);
        note_pointer(k, holder, field, e->b);
    }
    walk_expression(k, e->a);
    if (has_args(e)) {
        vec_each(i, &e->args) walk_expression(k, e->args.items[i]);
    } else {
        walk_expression(k, e->b);
        walk_expression(k, e->c);
    }
    if (e->kind == CEXPR_COMPOUND_LITERAL)
        walk_expression(k, e->object->init);
    if (e->kind == CEXPR_STMT_EXPR)
        walk_statement(k, e->body);
}

static void walk_declaration(struct collecting *k, struct cvar *var) {
    if (var->storage == CVAR_LOCAL)
        add_local(k, var);
    walk_expression(k, var->init);
    if (var->init)
        note_pointer(k, ptrmap_get(&k->objects, var), -1, var->init);
}

static void walk_statement(struct collecting *k, struct cstmt *s) {
    if (!s)
        return;
    k->loops += s->kind == CSTMT_LOOP;
    vec_each(i, &s->vars)
        walk_declaration(k, s->vars.items[i]);
    walk_expression(k, s->e);
    walk_expression(k, s->post);
    vec_each(i, &s->args)
        walk_expression(k, s->args.items[i]);
    walk_statement(k, s->init);
    walk_statement(k, s->body);
    vec_each(i, &s->list)
        walk_statement(k, s->list.items[i]);
    k->loops -= s->kind == CSTMT_LOOP;
}

/* ---- string constants ---- */

/* Past one character of a C string literal, which may be an escape of several. */
static const char *after_character(const char *s) {
    if (*s != '\\')
        return s + 1;
    s++;
    if (*s < '0' || *s > '7')
        return s + 1;
    for (int digits = 0; digits < 3 && *s >= '0' && *s <= '7'; digits++)
        s++;
    return s;
}

/* The next STR("…") or STR_INIT("…"): returns where its literal starts; NULL: there is none. */
static const char *next_string(const char *s) {
    while ((s = strstr(s, "STR"))) {
        s += strlen("STR");
        if (!strncmp(s, "_INIT", 5))
            s += 5;
        if (!strncmp(s, "(\"", 2))
            return s + 1;
    }
    return NULL;
}

/* The lowered text says best what will be there. */
static void add_strings(struct collecting *k) {
    struct map known = {0};
    for (const char *start = k->road->lowered->c.text; (start = next_string(start));) {
        const char *end = start + 1;
        long bytes = 0;
        for (; *end && *end != '"' && *end != '\n'; end = after_character(end))
            bytes++;
        if (*end != '"' || !bytes)
            continue;
        char *text = arena_strndup(k->arena, start, (size_t)(end + 1 - start));
        if (!map_has(&known, text))
            vec_push(k->arena, &k->memory->strings, ((struct memory_constant){text, bytes}));
        map_put(k->arena, &known, text, text);
    }
}

/* ---- functions ---- */

static void add_function(struct collecting *k, struct func *f, const struct cfunc *c) {
    struct memory_function *m = arena_new(k->arena, struct memory_function);
    *m = (struct memory_function){
        .name = go_function_name(k->arena, k->road->program->main, f),
        .type = type_text(k->arena, f->type, k->road->program->main),
        .go = f,
        .c = c,
        .outer = f->outer ? map_get(&k->functions, c_function_name(f->outer)) : NULL,
    };
    m->depth = m->outer ? m->outer->depth + 1 : 0;
    map_put(k->arena, &k->functions, c->name, m);
    vec_push(k->arena, &k->memory->functions, m);
}

/* In Go's order, which the C (literals before the function around them) has turned round. */
static void add_functions(struct collecting *k) {
    struct map c_functions = {0};
    vec_each(i, &k->road->unit->functions)
        map_put(k->arena, &c_functions, k->road->unit->functions.items[i]->name, k->road->unit->functions.items[i]);
    vec_each(i, &k->road->program->packages) {
        struct package *p = k->road->program->packages.items[i];
        if (p->is_library)
            continue;
        vec_each(n, &p->functions) {
            struct func *f = p->functions.items[n];
            const char *c_name = c_function_name(f);
            const struct cfunc *c = c_name ? map_get(&c_functions, c_name) : NULL;
            if (c && c->body)
                add_function(k, f, c);
        }
    }
}

/* A closure body's first parameter is its environment: the record itself is drawn, where it is. A method's is its receiver. */
static void add_parameters(struct collecting *k, struct memory_function *m) {
    int receivers = m->go->receiver != NULL, environments = m->c->params.len - receivers - m->go->params.len;
    for (int i = environments; i < m->c->params.len; i++) {
        const struct cvar *var = m->c->params.items[i];
        const struct object *o = i < environments + receivers ? m->go->receiver : m->go->params.items[i - environments - receivers];
        map_put(k->arena, &k->variables, local_key(k->arena, m->c->name, var->name), (void *)o);
        add_local(k, var);
    }
}

/* The record of a deferred call or a goroutine that calls a function value has the array of its `...` in it where the record is on the heap
 * (docs/lowered-form.md, "defer, panic, recover"); in the C that was analysed that is an object of the function that makes the call. */
static void add_array_of_record(struct collecting *k, struct memory_object *record) {
    const struct ctype *t = record->var->type;
    const char *key = local_key(k->arena, record->verdict->environment_of, "args1");
    const struct verdict *array = record->heap && t->field_count && !strcmp(t->fields[0].name, "callee") ? map_get(&k->verdicts, key) : NULL;
    if (array && array->bytes > 0)
        record->bytes += (array->bytes + POINTER_BYTES - 1) / POINTER_BYTES * POINTER_BYTES;
}

static void add_objects_of(struct collecting *k, struct memory_function *m) {
    k->function = m;
    add_parameters(k, m);
    walk_statement(k, m->c->body);
    vec_each(i, &m->objects) {
        struct memory_object *o = m->objects.items[i];
        if (!o->verdict || !o->verdict->is_environment || !o->verdict->environment_of)
            continue;
        add_array_of_record(k, o);
        o->environment_of = map_get(&k->functions, o->verdict->environment_of);
        if (o->environment_of && o->bytes)
            o->environment_of->environment = o;
    }
    k->function = NULL;
}

static void add_globals(struct collecting *k) {
    vec_each(i, &k->road->unit->globals) {
        struct cvar *g = k->road->unit->globals.items[i];
        const struct c_place place = cunit_place(k->road->unit, g->place);
        if (!is_ours(k, &place) || g->is_extern || !map_has(&k->variables, local_key(k->arena, NULL, g->name)))
            continue;
        vec_push(k->arena, &k->memory->globals, new_object(k, g));
    }
}

struct memory *memory_of(struct road *r) {
    struct memory *m = arena_new(r->arena, struct memory);
    struct collecting k = {.road = r, .arena = r->arena, .memory = m};
    vec_each(i, &r->verdicts->list) {
        struct verdict *v = &r->verdicts->list.items[i];
        if (v->function)
            map_put(k.arena, &k.verdicts, local_key(k.arena, v->function, v->c_name), v);
    }
    vec_each(i, &r->lowered->variables) {
        struct lowered_variable v = r->lowered->variables.items[i];
        map_put(k.arena, &k.variables, local_key(k.arena, v.function, v.c_name), (void *)v.variable);
    }
    add_globals(&k);
    add_strings(&k);
    add_functions(&k);
    vec_each(i, &m->functions)
        add_objects_of(&k, m->functions.items[i]);
    return m;
}
