/* The program: which packages and declarations are lowered, in which order, and the outline of the C file. */
#include "transpiler/lower.h"

#include <string.h>

void unsupported(struct lowering *l, struct pos pos, const char *what) {
    error_at(l->diags, pos, "unsupported: %s", what);
}

const char *display(const struct lowering *l, const struct expr *e) {
    return expr_text(l->arena, e, l->package);
}

bool language_before(const struct lowering *l, int minor) {
    return l->package->files.len > 0 && l->package->files.items[0]->go_minor < minor;
}

/* ---- what functions are called ---- */

bool is_external(const struct lowering *l, const struct object *o) {
    if (o->c_name && strcmp(o->c_name, "go_main") == 0)
        return true; /* the runtime calls it */
    return l->options->library_package && o->package == l->package && name_is_exported(o->name) &&
           (!o->receiver || o->kind != OBJECT_FUNC || name_is_exported(o->receiver->kind == TYPE_POINTER ? o->receiver->elem->object->name
                                                                                                        : o->receiver->object->name));
}

struct declared *declared_function(struct lowering *l, struct object *o) {
    if (!o->lower) {
        struct declared *d = arena_new(l->lasting, struct declared);
        d->object = o;
        o->lower = d;
        vec_push(l->lasting, &l->declared, d);
    }
    return o->lower;
}

const char *function_reference(struct lowering *l, struct object *o) {
    struct declared *d = declared_function(l, o);
    if (o != l->function) { /* a function that only calls itself is not used */
        d->referenced = true;
        d->used_before |= !d->defined;
    }
    return name_of_object(l, o);
}

const struct line_index *line_index(struct lowering *l, const struct source *source) {
    struct line_index *index = ptrmap_get(&l->line_indexes, source);
    if (index)
        return index;
    index = arena_new(l->lasting, struct line_index);
    vec_push(l->lasting, &index->starts, 0);
    for (int i = 0; i < source->len; i++)
        if (source->text[i] == '\n')
            vec_push(l->lasting, &index->starts, i + 1);
    ptrmap_put(l->lasting, &l->line_indexes, source, index);
    return index;
}

/* ---- declarations ---- */

static void lower_functions(struct lowering *l, struct package *p) {
    vec_each(i, &p->files) {
        vec_each(k, &p->files.items[i]->decls) {
            const struct decl *d = p->files.items[i]->decls.items[k];
            if (d->kind != DECL_FUNC)
                continue;
            lower_function(l, d->objects.items[0]);
            arena_clear(l->arena);
        }
    }
}

static bool is_init_function(const struct decl *d) {
    return d->kind == DECL_FUNC && !d->receiver && strcmp(d->names.items[0]->name, "init") == 0;
}

static void call_init_functions(struct function *f, struct package *p) {
    struct arena *a = f->l->arena;
    vec_each(i, &p->files) {
        vec_each(k, &p->files.items[i]->decls) {
            const struct decl *d = p->files.items[i]->decls.items[k];
            if (is_init_function(d))
                emit(f, code_calln(a, function_reference(f->l, d->objects.items[0]), 0));
        }
    }
}

static bool is_lowered(const struct lowering *l, const struct package *p) {
    return l->options->library_package ? p == l->program->main : !p->is_library;
}

static const char *init_name(struct lowering *l, const struct package *p) {
    return arena_printf(l->lasting, "%s_init", p->name);
}

/* go_init, or the init function of a library package, which others may have called already. */
static void lower_initialisation(struct lowering *l) {
    struct arena *a = l->arena;
    struct function f;
    int literals = 0, synthetics = 0;
    bool library = l->options->library_package;
    function_start(&f, l, NULL, library ? init_name(l, l->program->main) : "go_init");
    f.literals = &literals;
    f.synthetics = &synthetics;
    if (library) {
        emit_decl(&f, "static bool", "done", NULL, NULL);
        emit_if(&f, code_atom(a, "done"));
        struct code_block *outer = enter_block(&f, &f.out->last->body);
        emit_return(&f, NULL);
        f.out = outer;
        emit(&f, code_assign(a, code_atom(a, "done"), "=", code_atom(a, "true")));
    }
    vec_each(i, &l->program->packages) {
        const struct package *p = l->program->packages.items[i];
        if (!is_lowered(l, p) && strcmp(p->path, "unsafe") != 0)
            emit(&f, code_calln(a, init_name(l, p), 0));
    }
    vec_each(i, &l->program->packages) {
        struct package *p = l->program->packages.items[i];
        if (!is_lowered(l, p))
            continue;
        l->package = p;
        lower_package_variables(&f, p);
        call_init_functions(&f, p);
    }
    text_line(&l->functions, (struct pos){0}, "void %s(void) {", f.c_name);
    text_block(&l->functions, &f.body);
    text_line(&l->functions, (struct pos){0}, "}");
}

/* ---- the file ---- */

/* Prototypes: of what is used before it is defined, of methods (which tables refer to), of what nobody uses. */
static void print_prototypes(struct lowering *l) {
    vec_each(i, &l->declared) {
        const struct declared *d = l->declared.items[i];
        if (!d->prototype || strcmp(name_of_object(l, d->object), "go_main") == 0)
            continue;
        bool external = is_external(l, d->object);
        bool used = d->referenced || external;
        if (d->used_before || !used || external || d->object->receiver)
            text_line(&l->prototypes, (struct pos){0}, "%s%s;", d->prototype, used || !d->defined ? "" : " UNUSED");
    }
}

/* The C file as it is put together from its sections. */
struct assembly {
    struct lowering *l;
    struct lowered *result;
    struct pos at; /* Go place of the line before, if the next line counts on from it */
    bool in_go;    /* C counts lines of the Go file, because of a #line directive */
};

static void add_line_directive(struct assembly *s, int line, const char *file) {
    buf_printf(&s->result->c, "#line %d %s\n", line, c_string(s->l->arena, file, (int)strlen(file)));
    vec_push(s->l->lasting, &s->result->lines, ((struct line_origin){0}));
}

/* One line and its '\n', with a #line directive above where its Go place is not the one that C would count to. */
static void add_line(struct assembly *s, const char *text, size_t len, struct pos pos) {
    const struct lower_options *options = s->l->options;
    if (options->line_directives && pos.line > 0 && (!s->in_go || pos.source != s->at.source || pos.line != s->at.line + 1)) {
        add_line_directive(s, pos.line, pos.source->name);
        s->in_go = true;
    } else if (options->line_directives && pos.line == 0 && s->in_go && len > 1) {
        add_line_directive(s, s->result->lines.len + 2, options->c_file ? options->c_file : "lowered.c");
        s->in_go = false;
    }
    buf_addn(&s->result->c, text, len);
    vec_push(s->l->lasting, &s->result->lines, ((struct line_origin){pos}));
    s->at = pos.line > 0 ? pos : (struct pos){s->at.source, s->at.line + 1, 0};
}

static void add_blank_line(struct assembly *s) {
    add_line(s, "\n", 1, (struct pos){0});
}

/* A section, of which each line has a Go place (origins NULL: none has), behind a blank line; it is given back. */
static void add_section(struct assembly *s, struct buf *text, const struct pos *origins) {
    if (!text->len)
        return;
    add_blank_line(s);
    const char *p = text->text;
    for (int line = 0; *p; line++) {
        size_t len = (size_t)(strchr(p, '\n') - p) + 1;
        add_line(s, p, len, origins ? origins[line] : (struct pos){0});
        p += len;
    }
    buf_free(text);
}

static void add_text(struct assembly *s, struct code_text *section) {
    int first = s->result->lines.len + 2; /* behind a blank line */
    vec_each(i, &section->marks) {
        struct code_mark m = section->marks.items[i];
        vec_push(s->l->lasting, &s->result->expressions, ((struct expression_origin){first + m.line, m.col, m.go}));
    }
    add_section(s, &section->text, section->lines.items);
}

static void add_formatted_line(struct assembly *s, const char *format, const char *text) {
    const char *line = arena_printf(s->l->arena, format, text);
    add_line(s, line, strlen(line), (struct pos){0});
}

/* The include lines: the runtime, and the headers of the library packages that are imported directly. */
static void add_includes(struct assembly *s) {
    struct lowering *l = s->l;
    add_formatted_line(s, "#include \"%s\"\n", "outlive.h");
    vec_each(i, &l->program->packages) {
        const struct package *p = l->program->packages.items[i];
        bool direct = false;
        vec_each(k, &l->program->packages) {
            const struct package *importer = l->program->packages.items[k];
            vec_each(m, &importer->imports) direct |= is_lowered(l, importer) && importer->imports.items[m] == p;
        }
        if (direct && p->is_library && !is_lowered(l, p))
            add_formatted_line(s, "#include \"go/%s.h\"\n", p->path);
    }
}

static const char *file_list(struct lowering *l) {
    const char *text = "";
    vec_each(i, &l->program->packages) {
        const struct package *p = l->program->packages.items[i];
        vec_each(k, &p->files) if (is_lowered(l, p)) text =
            arena_printf(l->arena, "%s%s%s", text, *text ? ", " : "", p->files.items[k]->source->name);
    }
    return text;
}

static void assemble(struct lowering *l, struct lowered *result) {
    struct assembly s = {.l = l, .result = result};
    print_prototypes(l);
    add_formatted_line(&s, "/* %s, lowered by outlive; needs -fwrapv -fno-strict-aliasing -fno-delete-null-pointer-checks */\n", file_list(l));
    add_includes(&s);
    add_section(&s, &l->types.layouts, NULL);
    add_section(&s, &l->types.operations, NULL);
    add_text(&s, &l->prototypes);
    add_section(&s, &l->types.tables, NULL);
    add_text(&s, &l->globals);
    add_text(&s, &l->functions);
}

/* The header of a library package: types, descriptors, prototypes with their flows, variables. */
static void assemble_header(struct lowering *l, struct lowered *result) {
    struct package *p = l->program->main;
    struct buf *h = &result->header;
    struct ctypes types;
    ctypes_start(&types, l->lasting, p, true);
    types.guarded = true;
    vec_each(i, &p->imports) if (p->imports.items[i]->is_library) ctypes_import(&types, p->imports.items[i]);
    ctypes_export(&types, p);
    const char *guard = arena_printf(l->arena, "GO_PACKAGE_%s", p->name);
    buf_printf(h, "/* Go package %s, lowered by outlive */\n#ifndef %s\n#define %s\n\n#include \"outlive.h\"\n", p->path, guard, guard);
    vec_each(i, &p->imports) if (p->imports.items[i]->is_library && strcmp(p->imports.items[i]->path, "unsafe") != 0)
        buf_printf(h, "#include \"go/%s.h\"\n", p->imports.items[i]->path);
    if (types.layouts.len)
        buf_printf(h, "\n%s", types.layouts.text);
    if (types.operations.len)
        buf_printf(h, "\n%s", types.operations.text);
    buf_char(h, '\n');
    vec_each(i, &l->declared) {
        const struct declared *d = l->declared.items[i];
        if (d->exported && is_external(l, d->object))
            buf_printf(h, "%s;\n", d->exported);
    }
    vec_each(i, &p->files) {
        vec_each(k, &p->files.items[i]->decls) {
            const struct decl *d = p->files.items[i]->decls.items[k];
            vec_each(m, &d->objects) {
                struct object *o = d->objects.items[m];
                if (d->kind == DECL_VAR && is_external(l, o))
                    buf_printf(h, "extern %s;\n", code_declarator(l->arena, ctype(&l->types, o->type), name_of_object(l, o)));
            }
        }
    }
    buf_printf(h, "void %s(void);\n\n#endif\n", init_name(l, p));
    ctypes_free(&types);
}

static void start(struct lowering *l, struct go_program *p, const struct lower_options *options, struct arena *function,
                  struct arena *texts) {
    *l = (struct lowering){
        .arena = function, .lasting = p->arena, .program = p, .options = options, .diags = p->diags, .package = p->main};
    l->prototypes.arena = l->globals.arena = l->functions.arena = texts;
    l->functions.wants_marks = options->expression_origins;
    ctypes_start(&l->types, p->arena, p->main, options->library_package);
    int files = 0;
    vec_each(i, &p->packages) if (is_lowered(l, p->packages.items[i])) files += p->packages.items[i]->files.len;
    l->several_files = files > 1;
}

/* A program is lowered more than once: what an earlier lowering wrote into its tree is not for this one. */
static void forget_earlier_lowering(struct package *p) {
    vec_each(i, &p->files) {
        vec_each(k, &p->files.items[i]->decls) {
            const struct decl *d = p->files.items[i]->decls.items[k];
            vec_each(m, &d->objects) {
                d->objects.items[m]->c_name = NULL;
                d->objects.items[m]->lower = NULL;
            }
        }
    }
}

/* What a package's header declares has its name there. */
static void import_header(struct lowering *l, struct package *p) {
    if (is_lowered(l, p) || strcmp(p->path, "unsafe") == 0)
        return;
    ctypes_import(&l->types, p);
    ctypes_unique_name(&l->types, init_name(l, p));
    names_of_package(l, p);
}

struct lowered *go_lower(struct go_program *p, const struct lower_options *options) {
    struct lowering l;
    struct arena function = {0}, texts = {0};
    int errors = p->diags->errors;
    start(&l, p, options, &function, &texts);
    if (options->library_package)
        ctypes_unique_name(&l.types, init_name(&l, p->main));
    vec_each(i, &p->packages) forget_earlier_lowering(p->packages.items[i]);
    vec_each(i, &p->packages) import_header(&l, p->packages.items[i]); /* other packages may have the same names, and yield */
    vec_each(i, &p->packages) if (is_lowered(&l, p->packages.items[i])) names_of_package(&l, p->packages.items[i]);
    vec_each(i, &p->packages) {
        l.package = p->packages.items[i];
        if (is_lowered(&l, l.package))
            lower_functions(&l, l.package);
    }
    lower_initialisation(&l);
    print_globals(&l);
    if (options->library_package)
        ctypes_publish(&l.types, p->main);
    struct lowered *result = NULL;
    if (p->diags->errors == errors) {
        result = arena_new(p->arena, struct lowered);
        assemble(&l, result);
        if (options->library_package)
            assemble_header(&l, result);
        vec_each(i, &l.variables) vec_push(p->arena, &result->variables, l.variables.items[i]);
        vec_each(i, &l.assignments) vec_push(p->arena, &result->assignments, l.assignments.items[i]);
    }
    buf_free(&l.prototypes.text);
    buf_free(&l.globals.text);
    buf_free(&l.functions.text);
    ctypes_free(&l.types);
    arena_free(&texts);
    arena_free(&function);
    return result;
}
