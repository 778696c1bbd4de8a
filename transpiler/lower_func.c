/* Functions: what stands around a body. Parameters and their sites, result variables, the frame of one that defers, returns. */
#include "transpiler/lower.h"

#include <string.h>

/* "a.go:3:6: func counter() func() int", above a definition. */
static void print_comment(struct lowering *l, struct pos pos, const char *what) {
    if (strstr(what, "*/"))
        what = "func";
    text_line(&l->functions, pos, "/* %s:%d:%d: %s */", pos.source->name, pos.line, pos.col, what);
}

static const char *declaration_text(struct lowering *l, const struct func *func, const struct object *o) {
    const char *type = type_text(l->arena, func->type, l->package); /* "func(x int) string" */
    const char *rest = strncmp(type, "func", 4) == 0 ? type + 4 : type;
    if (o->receiver)
        return arena_printf(l->arena, "func (%s) %s%s", type_text(l->arena, o->receiver, l->package), o->name, rest);
    return arena_printf(l->arena, "func %s%s", o->name, rest);
}

/* `//outlive:flows NAME=LIST…` and `//go:noescape` before a declaration: what becomes of a parameter of a function whose body is C.
 * NULL: nothing is said. */
static const char *declared_flows(struct lowering *l, const struct decl *d, const char *name) {
    const char *said = NULL;
    size_t len = name ? strlen(name) : 0;
    vec_each(i, &d->directives) {
        const char *text = d->directives.items[i];
        if (strncmp(text, "go:noescape", 11) == 0 && !said)
            said = "";
        if (!name || strncmp(text, "outlive:flows ", 14) != 0)
            continue;
        for (const char *word = text + 14; *word; word += strcspn(word, " "), word += strspn(word, " "))
            if (strncmp(word, name, len) == 0 && word[len] == '=')
                said = arena_strndup(l->arena, word + len + 1, strcspn(word + len + 1, " "));
    }
    return said ? arena_printf(l->arena, " FLOWS(\"%s\")", said) : NULL;
}

/* `//outlive:c NAME` before a declaration: the function is the C library's NAME, which the C compiler knows (an instruction, often).
 * What its prototype ends with then. */
static const char *library_name(struct lowering *l, const struct decl *d) {
    vec_each(i, &d->directives) {
        const char *text = d->directives.items[i];
        if (strncmp(text, "outlive:c ", 10) == 0)
            return arena_printf(l->arena, " __asm__(\"%s\") __attribute__((const))", text + 10);
    }
    return "";
}

/* FLOWS for one parameter of an exported function, as the checker found it. */
static const char *flows_of(struct lowering *l, const char *id, int results) {
    const struct verdict *v = l->options->verdicts ? map_get(&l->options->verdicts->by_id, id) : NULL;
    if (!v || v->kind != SITE_PARAMETER)
        return NULL;
    if (v->heap)
        return " FLOWS(\"heap\")";
    struct buf b = {0};
    buf_add(&b, " FLOWS(\"");
    vec_each(i, &v->leaks) {
        const struct leak *leak = &v->leaks.items[i];
        buf_add(&b, i ? "," : "");
        if (leak->result < 0)
            buf_add(&b, "heap");
        else if (results > 1)
            buf_printf(&b, "result.r%d", leak->result);
        else
            buf_add(&b, "result");
        if (leak->derefs > 0)
            buf_printf(&b, ":%d", leak->derefs);
    }
    buf_add(&b, "\")");
    const char *text = arena_strdup(l->arena, b.text);
    buf_free(&b);
    return text;
}

/* One parameter of a C function. */
struct param {
    const char *declarator, *attribute; /* as defined */
    const char *declared;               /* as in a prototype */
    const char *flows;                  /* for the package's header, with a blank before it; NULL: none */
    bool unused;
    const struct variable *variable;    /* tells, once the body is lowered, whether C reads it; NULL: it does */
};

/* Everything a C function header is made of: collected with the prologue, printed when the body is lowered. */
struct header {
    VEC(struct param) list;
    bool with_flows;     /* there is no body that a checker could look at: the prototype says the flows */
    struct buf params;   /* as defined */
    struct buf types;    /* as declared in a prototype */
    struct buf exported; /* as declared in the package's header, with flows */
};

static void end_params(struct header *h) {
    vec_each(i, &h->list) {
        const struct param *p = &h->list.items[i];
        const char *comma = i ? ", " : "";
        bool used = !p->unused && (!p->variable || p->variable->references > 0);
        buf_printf(&h->params, "%s%s%s%s%s%s", comma, p->declarator, used ? "" : " ", used ? "" : "UNUSED", p->attribute ? " " : "",
                   p->attribute ? p->attribute : "");
        buf_printf(&h->types, "%s%s%s", comma, p->declared, h->with_flows && p->flows ? p->flows : "");
        buf_printf(&h->exported, "%s%s%s", comma, p->declared, p->flows ? p->flows : "");
    }
    if (h->list.len == 0) {
        buf_add(&h->params, "void");
        buf_add(&h->types, "void");
        buf_add(&h->exported, "void");
    }
}

static bool is_named(const struct object *o) {
    return o && o->name && strcmp(o->name, "_") != 0;
}

/* One parameter: its site if it has pointers or its address is needed, its move to the heap if that was decided. */
static struct param lower_param(struct function *f, struct header *h, struct object *o, struct type *t) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    const char *type = ctype(&l->types, t);
    bool pointers = type_has_pointers(t);
    if (!is_named(o)) {
        const char *declarator = code_declarator(a, type, name_temp(f, "arg"));
        const char *flows = !pointers ? NULL : f->func->body ? " FLOWS(\"\")" : declared_flows(l, f->func->decl, NULL);
        return (struct param){declarator, NULL, declarator, flows, true, NULL};
    }
    struct variable *v = arena_new(a, struct variable);
    v->c_name = name_local(f, o->name);
    v->constant = is_constant_variable(o);
    o->lower = v;
    const char *declared = code_declarator(a, type, v->c_name);
    if (h->with_flows)
        return (struct param){declared, NULL, declared, pointers ? declared_flows(l, f->func->decl, o->name) : NULL, false, NULL};
    if (!variable_needs_site(o) && !pointers)
        return (struct param){declared, NULL, declared, NULL, false, v};
    v->site = site_id(l, o->pos, o->name);
    const char *flows = pointers ? flows_of(l, v->site, f->func->type->results.len) : NULL;
    v->on_heap = variable_needs_site(o) && site_on_heap(l, v->site);
    if (v->on_heap) {
        const char *incoming = name_local(f, arena_printf(a, "%s_", v->c_name));
        emit_decl(f, arena_printf(a, "%s *", type), v->c_name, NULL, allocation(l, type, pointers))->pos = o->pos;
        emit(f, code_assign(a, code_deref(a, code_atom(a, v->c_name)), "=", code_atom(a, incoming)))->pos = o->pos;
        return (struct param){code_declarator(a, type, incoming), NULL, declared, flows, false, NULL};
    }
    return (struct param){declared, site_attribute(l, v->site), declared, flows, false, v};
}

static void add_param(struct function *f, struct header *h, struct object *o) {
    f->pos = o->pos;
    struct param p = lower_param(f, h, o, o->type);
    vec_push(f->l->arena, &h->list, p);
}

static void lower_params(struct function *f, struct header *h) {
    const struct func *func = f->func;
    if (func->receiver)
        add_param(f, h, func->receiver);
    vec_each(i, &func->params) add_param(f, h, func->params.items[i]);
}

/* ---- results ---- */

/* A result is written after the landing of a recovered panic was marked and read when control comes back to it: C keeps it only
 * where it is volatile (7.13.2.1). A pointer's own qualifier stands behind its star. */
static const char *volatile_type(struct arena *a, const char *type) {
    return arena_printf(a, type[strlen(type) - 1] == '*' ? "%svolatile" : "volatile %s", type);
}

/* Result variables: those that Go names, and, in a function that defers, one for every result, since returning is then two steps. */
static void declare_results(struct function *f) {
    const struct func *func = f->func;
    const struct type *t = func->type;
    struct lowering *l = f->l;
    bool named = false;
    vec_each(i, &func->results) named |= func->results.items[i]->name != NULL;
    if (t->results.len == 0 || (!named && !f->frame))
        return;
    f->has_results = true;
    vec_each(i, &t->results) {
        struct object *o = i < func->results.len ? func->results.items[i] : NULL;
        if (is_named(o)) {
            f->pos = o->pos;
            struct code_stmt *before = f->out->last;
            struct code *x = declare_variable(f, o, NULL);
            struct code_stmt *made = before ? before->next : f->out->first;
            struct variable *v = o->lower;
            v->references = 1; /* returning reads it */
            if (f->lands && made && made->kind == CODE_DECL && !v->site)
                made->type = volatile_type(l->arena, made->type);
            vec_push(l->arena, &f->results, x);
            continue;
        }
        const char *name = name_local(f, t->results.len == 1 ? "result" : arena_printf(l->arena, "result%d", i));
        const char *type = ctype(&l->types, t->results.items[i]);
        if (f->lands)
            type = volatile_type(l->arena, type);
        emit_decl(f, type, name, NULL, zero_init(l, t->results.items[i]));
        vec_push(l->arena, &f->results, code_atom(l->arena, name));
    }
}

/* Results whose address is known are read after the landing too: the compiler is told that somebody else may look at them, so that
 * it keeps what is stored there before a call that does not return. */
static void pin_results(struct function *f) {
    vec_each(i, &f->func->results) {
        const struct object *o = f->func->results.items[i];
        const struct variable *v = is_named(o) ? o->lower : NULL;
        if (v && v->site)
            emit(f, code_calln(f->l->arena, "go_pin", 1, code_atomf(f->l->arena, v->on_heap ? "%s" : "&%s", v->c_name)));
    }
}

/* What the function returns, read from its result variables. */
static struct code *results_value(struct function *f) {
    struct lowering *l = f->l;
    if (f->results.len == 1)
        return f->results.items[0];
    struct code *value = code_literal(l->arena, ctype_results(&l->types, f->func->type));
    vec_each(i, &f->results) code_push(l->arena, value, f->results.items[i]);
    return value;
}

/* The way out of the function once the results are set. */
static void leave(struct function *f) {
    struct arena *a = f->l->arena;
    if (f->frame)
        emit(f, code_calln(a, "go_leave", 1, code_atomf(a, "&%s", f->frame)));
    if (f->has_results)
        emit_return(f, results_value(f));
    else
        emit_return(f, NULL);
}

/* Does the value have to be read before the result variables are written? */
static bool reads_results(const struct function *f, const struct code *x) {
    if (!x)
        return false;
    if (x->kind == CODE_ATOM) {
        if (x->effects)
            return true;
        vec_each(i, &f->results) {
            const struct code *r = f->results.items[i];
            if (r->kind == CODE_ATOM && strcmp(r->text, x->text) == 0)
                return true;
        }
        return false;
    }
    if (x->effects)
        return true;
    for (int i = 0; i < x->list_len; i++)
        if (reads_results(f, x->list[i]))
            return true;
    return reads_results(f, x->a) || reads_results(f, x->b) || reads_results(f, x->c);
}

/* return of the one call that gives all results. */
static void return_call(struct function *f, struct expr *call) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    const struct type *have = call->type, *want = f->func->type;
    struct code *x = lower_call(f, call);
    bool same = true;
    vec_each(i, &want->results) same &= ctype_same(&l->types, have->results.items[i], want->results.items[i]) &&
                                        type_is_interface(have->results.items[i]) == type_is_interface(want->results.items[i]);
    if (same && !f->has_results) {
        emit_return(f, x);
        return;
    }
    struct code *all = temp(f, "tmp", ctype_results_list(&l->types, have->results.items, have->results.len), x);
    struct code *value = code_literal(a, ctype_results(&l->types, f->func->type));
    vec_each(i, &want->results) {
        struct code *part = code_member(a, all, arena_printf(a, "r%d", i));
        part = convert(f, part, have->results.items[i], want->results.items[i], call->pos, display(f->l, call));
        if (f->has_results)
            emit(f, code_assign(a, f->results.items[i], "=", part));
        else
            code_push(a, value, part);
    }
    if (f->has_results)
        leave(f);
    else
        emit_return(f, value);
}

void lower_return(struct function *f, struct stmt *s) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    const struct type *t = f->func->type;
    if (s->rhs.len == 0) {
        leave(f);
        return;
    }
    if (s->rhs.len == 1 && t->results.len > 1) {
        return_call(f, s->rhs.items[0]);
        return;
    }
    struct operands operands = {0};
    vec_each(i, &s->rhs) {
        struct type *want = t->results.items[i];
        operand_add(f, &operands, lower_as(f, s->rhs.items[i], want), ctype(&l->types, want));
    }
    operands_settle(f, &operands);
    if (!f->has_results) {
        if (operands.list.len == 1) {
            emit_return(f, operands.list.items[0].code);
            return;
        }
        struct code *value = code_literal(a, ctype_results(&l->types, f->func->type));
        vec_each(i, &operands.list) code_push(a, value, operands.list.items[i].code);
        emit_return(f, value);
        return;
    }
    vec_each(i, &operands.list) {
        struct operand *o = &operands.list.items[i];
        if (i > 0 && reads_results(f, o->code) && !code_same_atom(o->code, f->results.items[i]))
            o->code = temp(f, "tmp", o->type, o->code);
    }
    vec_each(i, &operands.list) {
        struct code *x = operands.list.items[i].code;
        if (!code_same_atom(f->results.items[i], x))
            emit(f, code_assign(a, f->results.items[i], "=", x));
    }
    leave(f);
}

/* ---- bodies ---- */

static bool leaves_loop(const struct code_block *b);

static bool stmt_leaves_loop(const struct code_stmt *s) {
    switch (s->kind) {
    case CODE_BREAK:
        return true;
    case CODE_IF:
        return leaves_loop(&s->body) || leaves_loop(&s->other);
    case CODE_BLOCK:
        return leaves_loop(&s->body);
    default:
        return false;
    }
}

static bool leaves_loop(const struct code_block *b) {
    for (const struct code_stmt *s = b->first; s; s = s->next)
        if (stmt_leaves_loop(s))
            return true;
    return false;
}

/* Is it plain to a C compiler that control does not get past this block? (-Wreturn-type) */
static bool ends_plainly(const struct code_block *b) {
    const struct code_stmt *s = b->last;
    if (!s)
        return false;
    switch (s->kind) {
    case CODE_RETURN:
        return true;
    case CODE_EXPR:
        return s->x->kind == CODE_CALL && s->x->a->kind == CODE_ATOM &&
               (strncmp(s->x->a->text, "go_panic", strlen("go_panic")) == 0 || strcmp(s->x->a->text, "go_unreachable") == 0);
    case CODE_IF:
        return ends_plainly(&s->body) && ends_plainly(&s->other);
    case CODE_FOR:
        return !s->x && !leaves_loop(&s->body);
    default:
        return false;
    }
}

static void lower_body(struct function *f) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    const struct func *func = f->func;
    struct pos at = func->pos;
    if (func->has_recover) {
        f->pos = at;
        emit_decl(f, "struct go_panicking *", "panicking", NULL,
                  code_calln(a, "go_called_by_panic", 1, code_atomf(a, "(go_code)%s", f->c_name)));
    }
    declare_results(f);
    f->pos = at;
    if (f->frame) {
        emit_decl(f, "go_frame", f->frame, NULL, NULL);
        emit(f, code_calln(a, "GO_ENTER", 1, code_atomf(a, "&%s", f->frame)));
        if (f->lands) {
            pin_results(f);
            emit_if(f, code_calln(a, "GO_LANDING", 1, code_atomf(a, "&%s", f->frame)));
            struct code_block *outer = enter_block(f, &f->out->last->body);
            emit_goto(f, "recovered");
            f->out = outer;
        }
    }
    lower_stmts(f, &func->body->list);
    mark_unused_variables(f);
    f->pos = func->body->close;
    bool returns = func->type->results.len > 0;
    if (f->lands) {
        if (!ends_plainly(&f->body) && returns)
            emit(f, code_calln(a, "go_unreachable", 0));
        emit_label(f, "recovered");
        leave(f);
        if (!returns)
            f->body.last->kind = CODE_BLANK; /* the last statement: nothing to return */
    } else if (returns) {
        if (!f->returns || !ends_plainly(&f->body)) /* compilers also want to see some return */
            emit(f, code_calln(a, "go_unreachable", 0));
    } else if (f->frame && !ends_plainly(&f->body)) {
        emit(f, code_calln(a, "go_leave", 1, code_atomf(a, "&%s", f->frame)));
    }
}

void function_start(struct function *f, struct lowering *l, struct func *func, const char *c_name) {
    *f = (struct function){.l = l, .func = func, .c_name = c_name};
    f->lifetime = arena_new(l->arena, struct lifetime);
    f->lifetime->block = &f->body;
    f->out = &f->body;
    f->pos = func ? func->pos : (struct pos){0};
}

/* The frame, if this function defers, and whether a panic can be recovered in it. */
static void plan_defers(struct function *f) {
    if (!f->func->has_defer)
        return;
    f->frame = name_local(f, "frame");
    f->lands = defers_may_recover(f);
}

static void print_definition(struct function *f, const char *storage, struct header *h) {
    struct lowering *l = f->l;
    end_params(h);
    const char *declarator = code_declarator(l->arena, ctype_results(&l->types, f->func->type), f->c_name);
    text_line(&l->functions, f->func->pos, "%s%s(%s) {", storage, declarator, h->params.text);
    text_block(&l->functions, &f->body);
    text_line(&l->functions, f->func->body->close, "}");
    text_line(&l->functions, (struct pos){0}, "%s", "");
}

static void free_header(struct header *h) {
    buf_free(&h->params);
    buf_free(&h->types);
    buf_free(&h->exported);
}

/* RESULTS("q,err") for functions whose results have names. */
static const char *results_attribute(struct lowering *l, const struct func *func) {
    struct buf b = {0};
    bool named = false;
    vec_each(i, &func->results) {
        const char *name = func->results.items[i]->name;
        named |= name != NULL;
        buf_printf(&b, "%s%s", i ? "," : "", name ? name : "_");
    }
    const char *text = named ? arena_printf(l->arena, "RESULTS(\"%s\") ", b.text) : "";
    buf_free(&b);
    return text;
}

/* The name that -m lines have for a function, where C has another one: "(*T).M". */
static const char *go_name_attribute(struct lowering *l, const struct object *o, const char *c_name) {
    const char *name = o->name;
    if (o->receiver) {
        const char *type = type_text(l->arena, o->receiver, l->package);
        name = arena_printf(l->arena, type[0] == '*' ? "(%s).%s" : "%s.%s", type, o->name);
    }
    return strcmp(name, c_name) == 0 || !o->func->body ? "" : arena_printf(l->arena, "GO_NAME(\"%s\") ", name);
}

void lower_function(struct lowering *l, struct object *o) {
    struct func *func = o->func;
    struct function f;
    function_start(&f, l, func, name_of_object(l, o));
    int literals = 0, synthetics = 0;
    f.literals = &literals;
    f.synthetics = &synthetics;
    struct header h = {.with_flows = !func->body};
    bool internal = !is_external(l, o);
    const char *storage = internal ? "static " : "";
    if (func->body)
        plan_defers(&f);
    lower_params(&f, &h);
    const char *result = code_declarator(l->arena, ctype_results(&l->types, func->type), f.c_name);
    if (func->body) {
        l->function = o;
        lower_body(&f);
        l->function = NULL;
        print_comment(l, o->pos, declaration_text(l, func, o));
        print_definition(&f, arena_printf(l->arena, "%s%s", results_attribute(l, func), storage), &h);
    } else {
        end_params(&h);
    }
    struct declared *d = declared_function(l, o);
    const char *end = func->body ? "" : library_name(l, func->decl);
    d->prototype = arena_printf(l->lasting, "%s%s%s(%s)%s", go_name_attribute(l, o, f.c_name), func->body ? storage : "", result, h.types.text, end);
    d->exported = arena_printf(l->lasting, "%s(%s)%s", result, h.exported.text, end);
    d->defined = func->body != NULL;
    free_header(&h);
}

/* The body of a func literal: the record of what it captures, and the C function that takes it. */
const char *lower_literal_body(struct function *around, struct func *func, const char *c_name) {
    struct lowering *l = around->l;
    struct arena *a = l->arena;
    struct function f;
    function_start(&f, l, func, c_name);
    int literals = 0, synthetics = 0;
    f.literals = &literals;
    f.synthetics = &synthetics;
    f.outer = around;
    f.is_literal = true;
    struct code_text record = {.arena = a};
    struct buf how = {0};
    struct map field_names = {0};
    buf_add(&how, "func literal");
    vec_each(i, &func->info->captures) {
        struct object *o = func->info->captures.items[i].variable;
        const char *field = capture_field(l, &field_names, o);
        ptrmap_put(a, &f.fields, o, (void *)field);
        const char *type = ctype(&l->types, o->type);
        if (o->by_reference)
            type = arena_printf(a, type[strlen(type) - 1] == '*' ? "%s*" : "%s *", type);
        text_line(&record, func->info->captures.items[i].first_use, "    %s;", code_declarator(a, type, field));
        buf_printf(&how, "%s %s by %s", i ? "," : "; captures", o->name, o->by_reference ? "reference" : "value");
    }
    bool captures = func->info->captures.len > 0;
    struct header h = {0};
    struct param env = {.declarator = "void *env_", .declared = "void *env_", .unused = !captures};
    vec_push(a, &h.list, env);
    map_put(a, &f.names, "env", &f);
    map_put(a, &f.names, "env_", &f);
    if (captures) {
        emit_decl(&f, arena_printf(a, "struct %s *", c_name), "env", NULL, code_atom(a, "env_"));
        emit_stmt(&f, CODE_BLANK);
    }
    plan_defers(&f);
    lower_params(&f, &h);
    const struct object *function = l->function;
    l->function = NULL;
    lower_body(&f);
    l->function = function;
    print_comment(l, func->pos, how.text);
    if (captures) {
        text_line(&l->functions, func->pos, "struct %s {", c_name);
        text_append(&l->functions, &record);
        text_line(&l->functions, (struct pos){0}, "};");
        text_line(&l->functions, (struct pos){0}, "%s", "");
    }
    print_definition(&f, arena_printf(a, "%sstatic ", results_attribute(l, func)), &h);
    const char *prototype = arena_printf(a, "static %s(%s)", code_declarator(a, ctype_results(&l->types, func->type), c_name), h.types.text);
    buf_free(&how);
    buf_free(&record.text);
    free_header(&h);
    return prototype;
}
