/* The walk: nodes are opened by the host, and what they become is built when all their children are there. */
#include "plugin/import.h"

#include <string.h>

/* What became of a node. At most one of them is set; none where the slot was empty. */
struct built {
    struct cexpr *e;
    struct cstmt *s;
    struct cvar *v;
};

struct frame {
    struct ast_open node;
    int next;          /* child to open next */
    int first_result;
};

struct importer {
    struct cunit *unit;
    struct arena *tree;   /* for expressions, statements and local variables: that of the body or initialiser that is being walked */
    struct arena scratch; /* what only the import needs */
    struct arena stacks;  /* … of one walk */
    struct arena names;   /* … of one function */
    struct type_table *types;
    const struct ast_host *host;
    void *host_data;
    struct ptrmap globals;   /* identity → struct cvar * */
    struct ptrmap locals;    /* of the function, with its parameters */
    struct ptrmap functions;
    struct cfunc *function;  /* whose body is being walked; NULL at file scope */
    VEC(struct frame) frames;
    VEC(struct ast_node) children;
    VEC(struct built) results;
    VEC(struct cstmt *) effects; /* of the declaration that is being built, before and */
    VEC(struct cstmt *) cleanups; /* after it */
};

/* Stacks may get as large as the largest function, and are given back with each. */
static void clear_stacks(struct importer *imp) {
    if (imp->frames.len > 0)
        return;
    arena_clear(&imp->stacks);
#define CLEAR(v)             \
    imp->v.items = NULL;     \
    imp->v.len = imp->v.cap = 0;
    CLEAR(frames)
    CLEAR(children)
    CLEAR(results)
    CLEAR(effects)
    CLEAR(cleanups)
#undef CLEAR
}

/* A declaration together with what it evaluates: statements that belong in a row, not in a block of their own. */
static const char sequence_name[] = "sequence";

struct importer *import_start(struct cunit *unit, struct type_table *types, const struct ast_host *host, void *host_data) {
    struct importer *imp = arena_new(unit->arena, struct importer);
    imp->unit = unit;
    imp->tree = unit->arena;
    imp->types = types;
    imp->host = host;
    imp->host_data = host_data;
    return imp;
}

void import_finish(struct importer *imp) {
    arena_free(&imp->scratch);
    arena_free(&imp->stacks);
    arena_free(&imp->names);
}

struct arena *import_arena(struct importer *imp) {
    return imp->tree;
}

void import_child(struct importer *imp, struct ast_node child) {
    vec_push_moving(&imp->stacks, &imp->children, child);
}

/* ---- makers ---- */

struct cexpr *cexpr_new(struct arena *a, enum cexpr_kind kind, struct ctype *type, struct c_spot place) {
    struct cexpr *e = arena_new(a, struct cexpr);
    e->kind = kind;
    e->type = type;
    e->place = place;
    return e;
}

static struct cexpr *unary(struct importer *imp, enum cexpr_kind kind, const struct ast_open *n, struct cexpr *a) {
    struct cexpr *e = cexpr_new(imp->tree, kind, n->type, n->place);
    e->name = n->name;
    e->a = a;
    return e;
}

/* The type of a value computed from these operands. libclang shows a pointer that comes from an array parameter as the array
 * that was written; a value never has array type, so then it is the type of the operand that is a pointer. */
static struct ctype *value_type(const struct ast_open *n, const struct cexpr *a, const struct cexpr *b) {
    if (!n->type || n->type->kind != CTYPE_ARRAY)
        return n->type;
    if (a && a->type && a->type->kind == CTYPE_POINTER)
        return a->type;
    return b && b->type && b->type->kind == CTYPE_POINTER ? b->type : n->type;
}

static struct cexpr *binary(struct importer *imp, enum cexpr_kind kind, const struct ast_open *n, struct cexpr *a, struct cexpr *b) {
    struct cexpr *e = unary(imp, kind, n, a);
    e->b = b;
    return e;
}

static struct cexpr *computed(struct importer *imp, enum cexpr_kind kind, const struct ast_open *n, struct cexpr *a, struct cexpr *b) {
    struct cexpr *e = binary(imp, kind, n, a, b);
    e->type = value_type(n, a, b);
    return e;
}

static struct cstmt *cstmt_new(struct importer *imp, enum cstmt_kind kind, struct c_spot place) {
    struct cstmt *s = arena_new(imp->tree, struct cstmt);
    s->kind = kind;
    s->place = place;
    return s;
}

static bool is_pointer_to_void(const struct ctype *t) {
    return t->kind == CTYPE_POINTER && t->target && t->target->kind == CTYPE_VOID;
}

static bool is_pointer_to_bytes(const struct ctype *t) {
    return t->kind == CTYPE_POINTER && t->target && t->target->kind == CTYPE_NUMBER && t->target->bytes == 1;
}

struct cexpr *cast_expr(struct arena *a, struct cexpr *e, struct ctype *to, bool written, bool to_bool) {
    const struct ctype *from = e->type;
    enum ccast kind = CCAST_VALUE;
    if (!from || !to)
        return e;
    if (to->kind == CTYPE_VOID)
        kind = CCAST_TO_VOID;
    else if (to->kind == CTYPE_POINTER && from->kind == CTYPE_ARRAY)
        kind = CCAST_ARRAY_DECAY;
    else if (to->kind == CTYPE_POINTER && from->kind == CTYPE_FUNCTION)
        kind = CCAST_FUNCTION_DECAY;
    else if (to->kind == CTYPE_POINTER && from->kind == CTYPE_NUMBER)
        kind = CCAST_INT_TO_POINTER;
    else if (to->kind == CTYPE_NUMBER && from->kind == CTYPE_POINTER && !to_bool)
        kind = CCAST_POINTER_TO_INT;
    else if (to->kind == CTYPE_RECORD && to->is_union && from != to)
        kind = CCAST_TO_UNION;
    if (e->kind == CEXPR_CONST && kind == CCAST_INT_TO_POINTER) { /* a null pointer, or the address of a device: nobody's object */
        struct cexpr *c = cexpr_new(a, CEXPR_CONST, to, e->place);
        c->has_value = e->has_value;
        c->value = e->value;
        return c;
    }
    bool gives_bytes = kind == CCAST_VALUE && e->kind != CEXPR_CONST && is_pointer_to_void(from) && is_pointer_to_bytes(to);
    if (!written && ((kind == CCAST_VALUE && !gives_bytes) || kind == CCAST_TO_VOID))
        return e;
    struct cexpr *c = cexpr_new(a, CEXPR_CAST, to, e->place);
    c->a = e;
    c->cast = kind;
    c->is_implicit = !written && gives_bytes;
    return c;
}

/* ---- declarations ---- */

void import_annotation(struct arena *a, struct cattrs *attrs, const char *text) {
    vec_each(i, &attrs->annotations) if (!strcmp(attrs->annotations.items[i], text)) return;
    vec_push(a, &attrs->annotations, arena_strdup(a, text));
}

/* What only lowering writes. */
static bool is_site(const struct cattrs *attrs) {
    vec_each(i, &attrs->annotations) {
        const char *text = attrs->annotations.items[i];
        if (!strncmp(text, "outlive.site=", strlen("outlive.site=")) || !strncmp(text, "outlive.heap=", strlen("outlive.heap=")))
            return true;
    }
    return false;
}

static bool is_local(const struct cvar *v) {
    return v->storage == CVAR_LOCAL || v->storage == CVAR_STATIC_LOCAL;
}

static struct cvar *variable_new(struct importer *imp, struct ast_node decl, const void *id) {
    struct cvar told = {.declaration = id};
    imp->host->variable(imp->host_data, imp, decl, &told);
    imp->unit->lowered = imp->unit->lowered || is_site(&told.attrs);
    struct cvar *v = arena_copy(is_local(&told) ? imp->tree : imp->unit->arena, &told, sizeof told);
    if (v->storage == CVAR_GLOBAL)
        vec_push(imp->unit->arena, &imp->unit->globals, v);
    else
        v->function = imp->function;
    return v;
}

struct cvar *import_variable(struct importer *imp, struct ast_node decl) {
    const void *id = imp->host->identity(imp->host_data, decl);
    struct cvar *v = ptrmap_get(&imp->locals, id);
    if (!v)
        v = ptrmap_get(&imp->globals, id);
    if (v)
        return v;
    v = variable_new(imp, decl, id);
    if (v->storage == CVAR_GLOBAL)
        ptrmap_put(&imp->scratch, &imp->globals, id, v);
    else
        ptrmap_put(&imp->names, &imp->locals, id, v);
    return v;
}

struct cfunc *import_mention(struct importer *imp, struct ast_node decl) {
    const void *id = imp->host->identity(imp->host_data, decl);
    struct cfunc *f = ptrmap_get(&imp->functions, id);
    if (f)
        return f;
    f = arena_new(imp->unit->arena, struct cfunc);
    ptrmap_put(&imp->scratch, &imp->functions, id, f);
    imp->host->function(imp->host_data, imp, decl, f);
    vec_push(imp->unit->arena, &imp->unit->functions, f);
    struct cfunc *outer = imp->function;
    imp->function = f;
    imp->host->parameters(imp->host_data, imp, decl);
    imp->function = outer;
    return f;
}

struct cvar *import_parameter(struct importer *imp, struct ast_node decl) {
    struct cvar *v = variable_new(imp, decl, imp->host->identity(imp->host_data, decl));
    v->index = imp->function->params.len;
    vec_push(imp->unit->arena, &imp->function->params, v);
    return v;
}

void import_cleanup(struct importer *imp, struct ast_node var_decl, struct ast_node function) {
    struct cvar *v = import_variable(imp, var_decl);
    struct cfunc *f = import_mention(imp, function);
    v->is_cleaned_up = true;
    struct cexpr *call = cexpr_new(imp->tree, CEXPR_CALL, f->type->target, v->place);
    call->a = cexpr_new(imp->tree, CEXPR_FUNC, f->type, v->place);
    call->a->func = f;
    call->a->name = f->name;
    struct ctype *pointer = f->type->param_count ? f->type->params[0] : NULL;
    struct cexpr *address = cexpr_new(imp->tree, CEXPR_ADDRESS, pointer, v->place);
    address->a = cexpr_new(imp->tree, CEXPR_VAR, v->type, v->place);
    address->a->var = v;
    address->a->name = v->name;
    vec_push(imp->tree, &call->args, address);
    struct cstmt *s = cstmt_new(imp, CSTMT_EXPR, v->place);
    s->e = call;
    vec_push(&imp->stacks, &imp->cleanups, s);
}

/* ---- expressions in normal form ---- */

/* a callee: the function itself, or a pointer to it, whatever was written ((*f)(), (&f)(), f()). */
static struct cexpr *callee(struct cexpr *e) {
    for (;;) {
        if (e->kind == CEXPR_CAST && e->cast == CCAST_FUNCTION_DECAY)
            e = e->a;
        else if (e->kind == CEXPR_DEREF && e->type && e->type->kind == CTYPE_FUNCTION)
            e = e->a;
        else if (e->kind == CEXPR_ADDRESS && e->a->kind == CEXPR_FUNC)
            e = e->a;
        else
            return e;
    }
}

static struct cexpr *member(struct importer *imp, const struct ast_open *n, struct cexpr *base) {
    if (base->type && base->type->kind == CTYPE_POINTER) {
        struct cexpr *d = cexpr_new(imp->tree, CEXPR_DEREF, base->type->target, n->place);
        d->a = base;
        base = d;
    }
    int steps[MOST_ANONYMOUS_STEPS];
    int count = base->type && base->type->kind == CTYPE_RECORD && n->record ? anonymous_path(base->type, n->record, steps) : -1;
    if (count < 0 || n->field < 0) {
        struct cexpr *u = cexpr_new(imp->tree, CEXPR_UNKNOWN, n->type, n->place);
        u->name = "member";
        vec_push(imp->tree, &u->args, base);
        return u;
    }
    for (int i = 0; i <= count; i++) {
        int field = i < count ? steps[i] : n->field;
        const struct cfield *f = &base->type->fields[field];
        struct cexpr *m = cexpr_new(imp->tree, CEXPR_MEMBER, i < count ? f->type : n->type, n->place);
        m->a = base;
        m->name = f->name;
        m->field = field;
        base = m;
    }
    return base;
}

static struct cexpr *element(struct importer *imp, const struct ast_open *n, struct cexpr *a, struct cexpr *b) {
    if (b->type && b->type->kind == CTYPE_POINTER && !(a->type && a->type->kind == CTYPE_POINTER))
        return binary(imp, CEXPR_INDEX, n, b, a);
    if (a->type && a->type->kind == CTYPE_POINTER)
        return binary(imp, CEXPR_INDEX, n, a, b);
    struct cexpr *u = cexpr_new(imp->tree, CEXPR_UNKNOWN, n->type, n->place);
    u->name = "vector element";
    vec_push(imp->tree, &u->args, a);
    vec_push(imp->tree, &u->args, b);
    return u;
}

/* One of the branches, unknown which: nested conditional expressions over a constant. */
static struct cexpr *any_of(struct importer *imp, const struct ast_open *n, const struct built *branches, int count) {
    struct cexpr *e = branches[count - 1].e;
    for (int i = count - 2; i >= 0; i--) {
        struct cexpr *both = cexpr_new(imp->tree, CEXPR_COND, n->type, n->place);
        both->name = "_Generic";
        both->a = cexpr_new(imp->tree, CEXPR_CONST, n->type, n->place);
        both->b = branches[i].e;
        both->c = e;
        e = both;
    }
    return e;
}

/* What nothing happens in: sizes of arrays are mostly so. */
static bool is_constant(const struct cexpr *e) {
    return e->kind == CEXPR_CONST || ((e->kind == CEXPR_UNARY || e->kind == CEXPR_CAST) && is_constant(e->a)) ||
           (e->kind == CEXPR_BINARY && is_constant(e->a) && is_constant(e->b));
}

/* operands, for their effects only, then `value` if there is one */
static struct cexpr *after(struct importer *imp, const struct ast_open *n, const struct built *operands, int count, struct cexpr *value) {
    for (int i = count - 1; i >= 0; i--) {
        if (!operands[i].e || is_constant(operands[i].e))
            continue;
        if (!value) {
            value = operands[i].e;
            continue;
        }
        struct cexpr *comma = cexpr_new(imp->tree, CEXPR_COMMA, value->type, n->place);
        comma->a = operands[i].e;
        comma->b = value;
        value = comma;
    }
    return value;
}

/* ---- statements ---- */

static struct cstmt *as_statement(struct importer *imp, struct built b) {
    if (b.s || !b.e)
        return b.s;
    struct cstmt *s = cstmt_new(imp, CSTMT_EXPR, b.e->place);
    s->e = b.e;
    return s;
}

static bool is_sequence(const struct cstmt *s) {
    return s && s->kind == CSTMT_BLOCK && s->name == sequence_name;
}

static void add_statement(struct importer *imp, struct cstmt *block, struct cstmt *s) {
    if (is_sequence(s))
        vec_each(i, &s->list) vec_push_moving(imp->tree, &block->list, s->list.items[i]);
    else if (s)
        vec_push_moving(imp->tree, &block->list, s);
}

static struct cstmt *sequence(struct importer *imp, struct c_spot place) {
    struct cstmt *s = cstmt_new(imp, CSTMT_BLOCK, place);
    s->name = sequence_name;
    return s;
}

static struct cstmt *declaration(struct importer *imp, const struct ast_open *n, const struct built *parts, int count) {
    struct cstmt *d = cstmt_new(imp, CSTMT_DECL, n->place);
    for (int i = 0; i < count; i++)
        if (parts[i].v)
            vec_push(imp->tree, &d->vars, parts[i].v);
    if (!imp->effects.len && !imp->cleanups.len)
        return d->vars.len ? d : cstmt_new(imp, CSTMT_EMPTY, n->place);
    struct cstmt *s = sequence(imp, n->place);
    vec_each(i, &imp->effects) add_statement(imp, s, imp->effects.items[i]);
    if (d->vars.len)
        add_statement(imp, s, d);
    vec_each(i, &imp->cleanups) add_statement(imp, s, imp->cleanups.items[i]);
    imp->effects.len = imp->cleanups.len = 0;
    return s;
}

/* A label stands before a statement; where it stands before a declaration (C23), the declaration belongs to the block around. */
static struct cstmt *labelled(struct importer *imp, enum cstmt_kind kind, const struct ast_open *n, struct cstmt *body) {
    struct cstmt *s = cstmt_new(imp, kind, n->place);
    s->name = n->name;
    s->body = body;
    if (!body || (body->kind != CSTMT_DECL && !is_sequence(body)))
        return s;
    s->body = cstmt_new(imp, CSTMT_EMPTY, n->place);
    struct cstmt *both = sequence(imp, n->place);
    add_statement(imp, both, s);
    add_statement(imp, both, body);
    return both;
}

static struct cstmt *loop(struct importer *imp, const struct ast_open *n, struct cstmt *init, struct cexpr *cond, struct cexpr *post,
                          struct cstmt *body) {
    struct cstmt *s = cstmt_new(imp, CSTMT_LOOP, n->place);
    s->name = n->kind == AST_FOR ? "for" : n->kind == AST_WHILE ? "while" : "do";
    s->init = init;
    s->e = cond;
    s->post = post;
    s->body = body;
    return s;
}

static struct cstmt *unknown_statement(struct importer *imp, const struct ast_open *n, enum cstmt_kind kind, const struct built *r, int count) {
    struct cstmt *s = cstmt_new(imp, kind, n->place);
    s->name = n->name;
    for (int i = 0; i < count; i++) {
        if (r[i].e)
            vec_push(imp->tree, &s->args, r[i].e);
        else if (r[i].s)
            vec_push(imp->tree, &s->list, r[i].s);
        else if (r[i].v)
            vec_push(imp->tree, &s->vars, r[i].v);
    }
    return s;
}

static struct cstmt *body(struct importer *imp, const struct built *r, int count) {
    struct cstmt *block = r[count - 1].s, *first = sequence(imp, block->place);
    for (int i = 0; i < count - 1; i++)
        if (r[i].e && !is_constant(r[i].e))
            add_statement(imp, first, as_statement(imp, r[i]));
    if (first->list.len == 0)
        return block;
    vec_each(i, &block->list) add_statement(imp, first, block->list.items[i]);
    block->list = first->list;
    return block;
}

/* Whatever a hidden body does, it does through the variables that it uses: their addresses stand for it. */
static struct cexpr *used_in_body(struct importer *imp, struct built variable) {
    if (!variable.e || !variable.e->type)
        return NULL;
    struct cexpr *address = cexpr_new(imp->tree, CEXPR_ADDRESS, import_pointer_to(imp->types, variable.e->type), variable.e->place);
    address->a = variable.e;
    return address;
}

static struct cstmt *captured(struct importer *imp, const struct ast_open *n, const struct built *r, int count) {
    struct cstmt *s = cstmt_new(imp, CSTMT_UNKNOWN, n->place);
    s->name = "captured statement";
    for (int i = 0; i < count; i++) {
        struct cexpr *address = used_in_body(imp, r[i]);
        if (address)
            vec_push(imp->tree, &s->args, address);
    }
    return s;
}

static struct cexpr *capturing(struct importer *imp, const struct ast_open *n, const struct built *r, int count) {
    struct cexpr *e = unary(imp, CEXPR_UNKNOWN, n, NULL);
    for (int i = 0; i < count; i++) {
        struct cexpr *address = used_in_body(imp, r[i]);
        if (address)
            vec_push(imp->tree, &e->args, address);
    }
    return e;
}

/* Is it an object, or a part of one, rather than a value that the compiler puts where it likes? */
static bool is_object(const struct cexpr *e) {
    while (e->kind == CEXPR_MEMBER)
        e = e->a;
    return e->kind == CEXPR_VAR || e->kind == CEXPR_DEREF || e->kind == CEXPR_INDEX || e->kind == CEXPR_COMPOUND_LITERAL;
}

/* Assembly that is given memory has its address. */
static struct cstmt *assembly(struct importer *imp, const struct ast_open *n, const struct built *r, int count) {
    struct cstmt *s = unknown_statement(imp, n, CSTMT_ASM, r, count);
    vec_each(i, &s->args) {
        struct cexpr *e = s->args.items[i];
        while (e->kind == CEXPR_UNARY && e->name[0] == '_') /* __real */
            e = e->a;
        if ((n->in_memory && !n->in_memory[i]) || !e->type || !is_object(e))
            continue;
        struct cexpr *address = cexpr_new(imp->tree, CEXPR_ADDRESS, import_pointer_to(imp->types, e->type), e->place);
        address->a = e;
        s->args.items[i] = address;
    }
    return s;
}

/* ---- one node, whose children are built ---- */

static struct cstmt *build_statement(struct importer *imp, const struct ast_open *n, const struct built *r, int count) {
    struct cstmt *s;
    switch (n->kind) {
    case AST_BODY:
        return body(imp, r, count);
    case AST_BLOCK:
        s = cstmt_new(imp, CSTMT_BLOCK, n->place);
        for (int i = 0; i < count; i++)
            add_statement(imp, s, as_statement(imp, r[i]));
        return s;
    case AST_DECL:
        return declaration(imp, n, r, count);
    case AST_IF:
        s = cstmt_new(imp, CSTMT_IF, n->place);
        s->e = r[0].e;
        for (int i = 1; i < count; i++)
            if (r[i].e || r[i].s)
                vec_push(imp->tree, &s->list, as_statement(imp, r[i]));
        return s;
    case AST_FOR:
        return loop(imp, n, as_statement(imp, r[0]), count > 4 ? after(imp, n, r + 4, count - 4, r[1].e) : r[1].e, r[2].e,
                    as_statement(imp, r[3]));
    case AST_WHILE:
        return loop(imp, n, NULL, r[0].e, NULL, as_statement(imp, r[1]));
    case AST_DO:
        return loop(imp, n, NULL, r[1].e, NULL, as_statement(imp, r[0]));
    case AST_SWITCH:
        s = cstmt_new(imp, CSTMT_SWITCH, n->place);
        s->e = r[0].e;
        s->body = as_statement(imp, r[1]);
        return s;
    case AST_CASE:
        return labelled(imp, CSTMT_CASE, n, as_statement(imp, r[0]));
    case AST_LABEL:
        return labelled(imp, CSTMT_LABEL, n, as_statement(imp, r[0]));
    case AST_GOTO:
    case AST_COMPUTED_GOTO:
        s = cstmt_new(imp, CSTMT_GOTO, n->place);
        s->name = n->name;
        s->e = count ? r[0].e : NULL;
        return s;
    case AST_BREAK:
        return cstmt_new(imp, CSTMT_BREAK, n->place);
    case AST_CONTINUE:
        return cstmt_new(imp, CSTMT_CONTINUE, n->place);
    case AST_RETURN:
        s = cstmt_new(imp, CSTMT_RETURN, n->place);
        s->e = count ? r[0].e : NULL;
        return s;
    case AST_ASM:
        return assembly(imp, n, r, count);
    case AST_EMPTY:
        return cstmt_new(imp, CSTMT_EMPTY, n->place);
    case AST_CAPTURED:
        return captured(imp, n, r, count);
    default:
        return unknown_statement(imp, n, CSTMT_UNKNOWN, r, count);
    }
}

static struct cexpr *with_args(struct importer *imp, struct cexpr *e, const struct built *r, int count) {
    for (int i = 0; i < count; i++)
        if (r[i].e)
            vec_push(imp->tree, &e->args, r[i].e);
    return e;
}

static struct cexpr *compound_literal(struct importer *imp, const struct ast_open *n, struct cexpr *init) {
    struct cexpr *e = cexpr_new(imp->tree, CEXPR_COMPOUND_LITERAL, n->type, n->place);
    struct cvar *object = arena_new(imp->tree, struct cvar);
    object->name = "";
    object->type = n->type;
    object->place = n->place;
    object->storage = imp->function ? CVAR_LOCAL : CVAR_GLOBAL;
    object->is_internal = !imp->function;
    object->function = imp->function;
    object->init = resolve_initialiser(imp->tree, n->type, init);
    e->object = object;
    return e;
}

static struct cexpr *build_expression(struct importer *imp, const struct ast_open *n, const struct built *r, int count) {
    struct cexpr *e;
    switch (n->kind) {
    case AST_CONST:
        e = unary(imp, CEXPR_CONST, n, NULL);
        e->has_value = n->has_value;
        e->is_size = n->is_size;
        e->value = n->value;
        return after(imp, n, r, count, e);
    case AST_STRING:
        return unary(imp, CEXPR_STRING, n, NULL);
    case AST_VAR:
        e = unary(imp, CEXPR_VAR, n, NULL);
        e->var = import_variable(imp, n->decl);
        e->name = e->var->name;
        if (e->var->storage == CVAR_PARAM)
            e->type = e->var->type;
        return e;
    case AST_FUNC:
        e = unary(imp, CEXPR_FUNC, n, NULL);
        e->func = import_mention(imp, n->decl);
        e->name = e->func->name;
        return e;
    case AST_MEMBER:
        return member(imp, n, r[0].e);
    case AST_INDEX:
        return element(imp, n, r[0].e, r[1].e);
    case AST_DEREF:
        return unary(imp, CEXPR_DEREF, n, r[0].e);
    case AST_ADDRESS:
        return unary(imp, CEXPR_ADDRESS, n, r[0].e);
    case AST_CAST:
    case AST_IMPLICIT_CAST:
        e = cast_expr(imp->tree, r[count - 1].e, n->type, n->kind == AST_CAST, n->to_bool);
        if (e != r[count - 1].e)
            e->place = n->place;
        return after(imp, n, r, count - 1, e);
    case AST_CALL:
        e = cexpr_new(imp->tree, CEXPR_CALL, n->type, n->place);
        e->a = callee(r[0].e);
        return with_args(imp, e, r + 1, count - 1);
    case AST_ASSIGN:
        return computed(imp, CEXPR_ASSIGN, n, r[0].e, r[1].e);
    case AST_ASSIGN_OP:
        return computed(imp, CEXPR_ASSIGN_OP, n, r[0].e, r[1].e);
    case AST_INCDEC:
        return computed(imp, CEXPR_INCDEC, n, r[0].e, NULL);
    case AST_UNARY:
        return unary(imp, CEXPR_UNARY, n, r[0].e);
    case AST_BINARY:
        return computed(imp, CEXPR_BINARY, n, r[0].e, r[1].e);
    case AST_LOGICAL:
        return binary(imp, CEXPR_LOGICAL, n, r[0].e, r[1].e);
    case AST_COND:
        e = binary(imp, CEXPR_COND, n, r[0].e, r[1].e);
        e->c = r[2].e;
        e->type = value_type(n, e->b, e->c);
        return e;
    case AST_ELVIS:
        e = unary(imp, CEXPR_COND, n, r[0].e);
        e->c = r[1].e;
        e->type = value_type(n, e->a, e->c);
        return e;
    case AST_COMMA:
        e = binary(imp, CEXPR_COMMA, n, r[0].e, r[1].e);
        e->type = value_type(n, e->b, NULL);
        return e;
    case AST_GENERIC:
        return any_of(imp, n, r, count);
    case AST_INIT_LIST:
        return with_args(imp, raw_list_new(imp->tree, n->place), r, count);
    case AST_DESIGNATED:
        return designated_new(imp->tree, r[0].e, n->designators, n->designator_count);
    case AST_COMPOUND_LITERAL:
        return compound_literal(imp, n, r[0].e);
    case AST_STMT_EXPR:
        e = cexpr_new(imp->tree, CEXPR_STMT_EXPR, n->type, n->place);
        e->body = as_statement(imp, r[0]);
        return e;
    case AST_VA_ARG:
        return after(imp, n, r, count - 1, unary(imp, CEXPR_VA_ARG, n, r[count - 1].e));
    case AST_LABEL_ADDRESS:
        return unary(imp, CEXPR_LABEL_ADDRESS, n, NULL);
    case AST_CAPTURING:
        return capturing(imp, n, r, count);
    case AST_ATOMIC:
        return with_args(imp, unary(imp, CEXPR_ATOMIC, n, NULL), r, count);
    default:
        return with_args(imp, unary(imp, CEXPR_UNKNOWN, n, NULL), r, count);
    }
}

static void effect(struct importer *imp, struct built b) {
    struct cstmt *s = b.e && is_constant(b.e) ? NULL : as_statement(imp, b);
    if (s)
        vec_push(&imp->stacks, &imp->effects, s);
}

static struct built build(struct importer *imp, const struct ast_open *n, const struct built *r, int count) {
    struct built b = {0};
    switch (n->kind) {
    case AST_NOTHING:
        break;
    case AST_VAR_DECL:
        b.v = import_variable(imp, n->decl);
        for (int i = 0; i < count - n->has_init; i++)
            effect(imp, r[i]);
        if (n->has_init && r[count - 1].e)
            b.v->init = resolve_initialiser(imp->tree, b.v->type, r[count - 1].e);
        break;
    case AST_EFFECTS:
        for (int i = 0; i < count; i++)
            effect(imp, r[i]);
        break;
    default:
        if (n->kind >= AST_BODY)
            b.s = build_statement(imp, n, r, count);
        else
            b.e = build_expression(imp, n, r, count);
    }
    return b;
}

/* ---- the walk ---- */

static void open_node(struct importer *imp, struct ast_node node) {
    vec_room(&imp->stacks, &imp->frames);
    struct frame *f = &imp->frames.items[imp->frames.len++]; /* stays where it is: opening a node opens no other */
    *f = (struct frame){.first_result = imp->results.len};
    f->node.first_child = imp->children.len;
    if (node.word[0])
        imp->host->open(imp->host_data, imp, node, &f->node);
    f->node.child_count = imp->children.len - f->node.first_child;
    if (f->node.kind == AST_VAR_DECL) /* before its initialiser, which may name it */
        import_variable(imp, f->node.decl);
}

static struct built walk(struct importer *imp, struct ast_node root) {
    int bottom = imp->frames.len;
    open_node(imp, root);
    for (;;) {
        struct frame *f = &vec_last(&imp->frames);
        if (f->next < f->node.child_count) {
            open_node(imp, imp->children.items[f->node.first_child + f->next++]);
            continue;
        }
        struct built b = build(imp, &f->node, vec_tail(&imp->results, f->first_result), imp->results.len - f->first_result);
        imp->results.len = f->first_result;
        imp->children.len = f->node.first_child;
        imp->frames.len--;
        if (imp->frames.len == bottom)
            return b;
        vec_push(&imp->stacks, &imp->results, b);
    }
}

struct cfunc *import_definition(struct importer *imp, struct ast_node decl) {
    struct cfunc *f = import_mention(imp, decl);
    f->is_defined = true;
    return f;
}

void import_body(struct importer *imp, struct cfunc *f, struct ast_node body, bool is_kept) {
    if (f->body)
        return;
    imp->tree = is_kept ? imp->unit->arena : imp->unit->bodies;
    imp->function = f;
    vec_each(i, &f->params) ptrmap_put(&imp->names, &imp->locals, f->params.items[i]->declaration, f->params.items[i]);
    f->body = walk(imp, body).s;
    imp->function = NULL;
    imp->tree = imp->unit->arena;
    imp->locals = (struct ptrmap){0};
    arena_clear(&imp->names);
    clear_stacks(imp);
}

void import_global(struct importer *imp, struct ast_node var_decl) {
    walk(imp, var_decl);
    imp->effects.len = imp->cleanups.len = 0;
}
