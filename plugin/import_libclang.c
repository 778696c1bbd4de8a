/* Host 2: the syntax tree as libclang's C API shows it.
 *
 * libclang shows less than clang knows: there are no implicit cast kinds, no operators but for the two binary and unary kinds,
 * one cursor kind ("unexposed") for a dozen constructs, only the own attributes of a declaration, and children that are not
 * there leave no gap. What can be told apart is told apart here by structure; each such place says by what. */
#include "plugin/import_libclang.h"

#include "plugin/import.h"

#include <clang-c/Index.h>
#include <string.h>

/* The declarations of one thing, in the order of the file. */
struct redeclarations {
    VEC(CXCursor) list;
    bool defined; /* a variable with a declaration that is not `extern` */
};

/* By spot, the first one has number 1. */
struct places {
    VEC(struct c_place) list;
};

struct host {
    struct arena *arena;
    struct arena scratch;
    CXTranslationUnit tu;
    struct importer *imp;
    struct type_table *types;
    struct ptrmap type_of_data;   /* CXType.data[0] → CXType * */
    struct ptrmap fields;         /* field declaration → index + 1 */
    struct ptrmap declared;       /* identity → struct redeclarations * */
    VEC(CXCursor) file_scope;     /* functions and variables, in the order of the file */
    struct map functions_by_name; /* → CXCursor * */
    struct map weak;              /* names in #pragma weak, and of functions with several versions */
    bool is_gnu_inline;           /* `inline` is what it was before C99 */
    struct map sources;
    struct places *places;
    CXSourceLocation last_location;
    struct ptrmap source_of_file; /* CXFile, or text of a presumed name → struct source * */
    VEC(CXCursor) kids;
    struct ast_designator *designators;
    const char *triple;
    CXCursor function;            /* whose body is imported */
    bool constraints_are_read;    /* those of inline assembly in it: */
    struct ptrmap in_memory;      /* statement → bool * */
};

/* A cursor is 32 bytes of value; xdata is 0 in expressions, so it can carry a mark while the cursor is a node. */
_Static_assert(sizeof(CXCursor) == sizeof(struct ast_node), "a cursor fits a node");
enum { MARK_DESIGNATED = 0x4000 };

static struct ast_node node_of(CXCursor c) {
    struct ast_node n;
    memcpy(&n, &c, sizeof n);
    return n;
}

static CXCursor cursor_of(struct ast_node n) {
    CXCursor c;
    memcpy(&c, &n, sizeof c);
    return c;
}

static const struct ast_node no_node;

static const char *keep(struct host *h, CXString s) {
    const char *text = clang_getCString(s);
    text = arena_strdup(h->arena, text ? text : "");
    clang_disposeString(s);
    return text;
}

/* The declaration's address inside libclang: stable, and equal for equal cursors. */
static const void *address(CXCursor c) {
    return c.data[0];
}

static const void *identity(void *host, struct ast_node decl) {
    (void)host;
    return address(clang_getCanonicalCursor(cursor_of(decl)));
}

/* ---- children ---- */

static enum CXChildVisitResult collect(CXCursor c, CXCursor parent, CXClientData data) {
    (void)parent;
    struct host *h = data;
    vec_push(&h->scratch, &h->kids, c);
    return CXChildVisit_Continue;
}

/* All children, in h->kids until the next call. */
static void children(struct host *h, CXCursor c) {
    h->kids.len = 0;
    clang_visitChildren(c, collect, h);
}

static bool is_expression(CXCursor c) {
    return clang_isExpression(c.kind) && c.kind != CXCursor_TypeRef;
}

/* The same without references to types, members and labels, and without declarations. */
static void expressions(struct host *h, CXCursor c) {
    children(h, c);
    int n = 0;
    vec_each(i, &h->kids) if (is_expression(h->kids.items[i]) || clang_isStatement(h->kids.items[i].kind)) h->kids.items[n++] =
        h->kids.items[i];
    h->kids.len = n;
}

static void add(struct host *h, int i) {
    import_child(h->imp, i < h->kids.len ? node_of(h->kids.items[i]) : no_node);
}

static void add_all(struct host *h) {
    vec_each(i, &h->kids) add(h, i);
}

/* ---- places ---- */

static struct source *source_named(struct host *h, const char *name) {
    struct source *s = map_get(&h->sources, name);
    if (!s) {
        s = arena_new(h->arena, struct source);
        s->name = arena_strdup(h->arena, name);
        map_put(&h->scratch, &h->sources, s->name, s);
    }
    return s;
}

/* Remembers the source by the address of its name, which libclang keeps as long as the unit. */
static struct source *source_of(struct host *h, const void *key, CXString (*name)(const void *key)) {
    struct source *s = ptrmap_get(&h->source_of_file, key);
    if (!s) {
        CXString text = name(key);
        const char *c = clang_getCString(text);
        s = source_named(h, c ? c : "");
        clang_disposeString(text);
        ptrmap_put(&h->scratch, &h->source_of_file, key, s);
    }
    return s;
}

static CXString name_of_file(const void *file) {
    return clang_getFileName((CXFile)file);
}

static struct c_place place_at(struct host *h, CXSourceLocation at) {
    struct c_place p = {0};
    CXFile file;
    unsigned line, col;
    clang_getFileLocation(at, &file, &line, &col, NULL);
    if (!file)
        return p;
    p.physical = (struct pos){source_of(h, file, name_of_file), (int)line, (int)col};
    CXString name;
    unsigned outer_line, presumed_line;
    clang_getExpansionLocation(at, NULL, &outer_line, NULL, NULL);
    clang_getPresumedLocation(at, &name, &presumed_line, NULL);
    const char *text = clang_getCString(name);
    struct source *s = ptrmap_get(&h->source_of_file, text);
    if (!s) {
        s = source_named(h, text ? text : "");
        ptrmap_put(&h->scratch, &h->source_of_file, text, s);
    }
    clang_disposeString(name);
    /* What is presumed of an argument of a macro is the macro's place; the argument is in the same file, some lines further. */
    p.presumed = (struct pos){s, (int)(presumed_line + line - outer_line), (int)col};
    return p;
}

/* Worked out at once, since the syntax tree is gone before anybody asks. Cursors come outermost first, so many in a row begin at one place. */
static struct c_spot place_of(struct host *h, CXSourceLocation at) {
    if (!clang_equalLocations(at, h->last_location)) {
        struct c_place p = place_at(h, at);
        vec_push(h->arena, &h->places->list, p);
        h->last_location = at;
    }
    return (struct c_spot){(unsigned)h->places->list.len};
}

static struct c_place place(void *host, struct c_spot spot) {
    const struct places *places = host;
    return places->list.items[spot.number - 1];
}

static CXSourceLocation start_of(CXCursor c) {
    return clang_getRangeStart(clang_getCursorExtent(c));
}

/* Whether two cursors begin with the same token: then the outer one adds none before the inner one, as implicit casts. */
static bool same_start(CXCursor a, CXCursor b) {
    return clang_equalLocations(start_of(a), start_of(b));
}

/* The text from the start of a cursor on, where it stands in a file. */
static const char *text_at(struct host *h, CXCursor c, size_t *len, size_t *offset, CXFile *file) {
    unsigned off;
    clang_getFileLocation(start_of(c), file, NULL, NULL, &off);
    *offset = off;
    *len = 0;
    return *file ? clang_getFileContents(h->tu, *file, len) : NULL;
}

/* ---- types ---- */

static const void *type_key(struct host *h, CXType t) {
    t = clang_getCanonicalType(t);
    if (t.kind == CXType_Atomic)
        t = clang_getCanonicalType(clang_Type_getValueType(t));
    t = clang_getUnqualifiedType(t);
    const void *key = t.data[0];
    if (!ptrmap_has(&h->type_of_data, key))
        ptrmap_put(&h->scratch, &h->type_of_data, key, arena_copy(&h->scratch, &t, sizeof t));
    return key;
}

static struct ctype *type_of(struct host *h, CXType t) {
    return t.kind == CXType_Invalid ? NULL : type_of_key(h->types, type_key(h, t));
}

static CXType type_at(struct host *h, const void *key) {
    return *(CXType *)ptrmap_get(&h->type_of_data, key);
}

static enum ctype_kind kind_of(CXType t) {
    switch (t.kind) {
    case CXType_Void:
        return CTYPE_VOID;
    case CXType_Pointer:
    case CXType_BlockPointer:
        return CTYPE_POINTER;
    case CXType_FunctionProto:
    case CXType_FunctionNoProto:
        return CTYPE_FUNCTION;
    case CXType_ConstantArray:
    case CXType_IncompleteArray:
    case CXType_VariableArray:
        return CTYPE_ARRAY;
    case CXType_Record:
        return CTYPE_RECORD;
    case CXType_Enum:
        return CTYPE_NUMBER;
    default:
        return t.kind >= CXType_FirstBuiltin && t.kind <= CXType_LastBuiltin ? CTYPE_NUMBER : CTYPE_OTHER;
    }
}

static struct type_facts facts(void *host, const void *key) {
    struct host *h = host;
    CXType t = type_at(h, key);
    struct type_facts f = {.kind = kind_of(t), .bytes = -1, .count = -1};
    f.spelling = keep(h, clang_getTypeSpelling(t));
    bool has_size = f.kind != CTYPE_VOID && f.kind != CTYPE_FUNCTION && t.kind != CXType_Unexposed;
    if (has_size) {
        long long bytes = clang_Type_getSizeOf(t);
        f.bytes = bytes < 0 ? -1 : (long)bytes;
    }
    if (t.kind == CXType_ConstantArray)
        f.count = (long)clang_getArraySize(t);
    if (f.kind == CTYPE_FUNCTION)
        f.variadic = t.kind == CXType_FunctionNoProto || clang_isFunctionTypeVariadic(t);
    if (f.kind == CTYPE_RECORD)
        f.is_union = clang_getCursorKind(clang_getTypeDeclaration(t)) == CXCursor_UnionDecl;
    return f;
}

struct field_visit {
    struct host *h;
    struct type_table *table;
    long index;
};

static enum CXVisitorResult field(CXCursor c, CXClientData data) {
    struct field_visit *v = data;
    ptrmap_put(&v->h->scratch, &v->h->fields, address(c), (void *)++v->index);
    CXString name = clang_getCursorSpelling(c);
    long long bits = clang_Cursor_getOffsetOfField(c);
    const char *text = clang_getCString(name);
    if (!text || strchr(text, '(')) /* what has no name is described instead: "union (anonymous at …)" */
        text = "";
    type_field(v->table, text, type_key(v->h, clang_getCursorType(c)), bits < 0 ? -1 : (long)(bits / 8));
    clang_disposeString(name);
    return CXVisit_Continue;
}

static void parts(void *host, const void *key, struct type_table *table) {
    struct host *h = host;
    CXType t = type_at(h, key);
    switch (kind_of(t)) {
    case CTYPE_POINTER:
        type_part(table, type_key(h, clang_getPointeeType(t)));
        break;
    case CTYPE_ARRAY:
        type_part(table, type_key(h, clang_getArrayElementType(t)));
        break;
    case CTYPE_FUNCTION:
        type_part(table, type_key(h, clang_getResultType(t)));
        for (int i = 0; i < clang_getNumArgTypes(t); i++)
            type_part(table, type_key(h, clang_getArgType(t, (unsigned)i)));
        break;
    default: {
        struct field_visit v = {h, table, 0};
        clang_Type_visitFields(t, field, &v);
    }
    }
}

static const struct type_host type_host = {facts, parts};

static bool is_variably_modified(CXType t) {
    for (t = clang_getCanonicalType(t);; t = clang_getCanonicalType(t)) {
        if (t.kind == CXType_VariableArray)
            return true;
        if (t.kind == CXType_Pointer)
            t = clang_getPointeeType(t);
        else if (t.kind == CXType_ConstantArray || t.kind == CXType_IncompleteArray)
            t = clang_getArrayElementType(t);
        else if (t.kind == CXType_FunctionProto || t.kind == CXType_FunctionNoProto)
            t = clang_getResultType(t);
        else
            return false;
    }
}

/* ---- declarations ---- */

/* Whether `word` stands in `text` as a whole word, with or without the underscores around it that GNU allows. */
static bool has_word(const char *text, const char *word) {
    size_t n = strlen(word);
    for (const char *p = text; (p = strstr(p, word)); p += n) {
        const char *first = p, *last = p + n;
        while (first > text && first[-1] == '_')
            first--;
        while (*last == '_')
            last++;
        bool starts = first == text || !strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", first[-1]);
        bool ends = !*last || !strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", *last);
        if (starts && ends)
            return true;
    }
    return false;
}

/* The declaration as clang prints it, macros expanded: the only place where libclang tells what an attribute is. */
static const char *printed(struct host *h, CXCursor decl) {
    CXPrintingPolicy policy = clang_getCursorPrintingPolicy(decl);
    clang_PrintingPolicy_setProperty(policy, CXPrintingPolicy_TerseOutput, 1);
    clang_PrintingPolicy_setProperty(policy, CXPrintingPolicy_SuppressInitializers, 1);
    const char *text = keep(h, clang_getCursorPrettyPrinted(decl, policy));
    clang_PrintingPolicy_dispose(policy);
    return text;
}

/* Adds the attributes that stand on this declaration. Their names are looked for behind the declared name. */
static void add_attributes(struct host *h, CXCursor decl, struct cattrs *out) {
    bool unexposed = false;
    children(h, decl);
    vec_each(i, &h->kids) {
        CXCursor c = h->kids.items[i];
        if (c.kind == CXCursor_AnnotateAttr) {
            CXString s = clang_getCursorSpelling(c);
            import_annotation(h->arena, out, clang_getCString(s));
            clang_disposeString(s);
        }
        unexposed |= c.kind == CXCursor_UnexposedAttr;
    }
    if (!unexposed)
        return;
    const char *text = printed(h, decl);
    out->noescape |= has_word(text, "noescape");
    out->lifetimebound |= has_word(text, "lifetimebound");
    out->malloc_like |= has_word(text, "malloc");
    out->weak |= has_word(text, "weak");
    out->noreturn_ |= has_word(text, "noreturn") || has_word(text, "Noreturn");
}

static struct redeclarations *declarations_of(struct host *h, CXCursor c) {
    return ptrmap_get(&h->declared, address(clang_getCanonicalCursor(c)));
}

static bool is_definition(CXCursor c) {
    return clang_isCursorDefinition(c);
}

/* The declaration that says most: the definition, else the last one at file scope, else the first. */
static CXCursor best_declaration(struct host *h, CXCursor c) {
    struct redeclarations *r = declarations_of(h, c);
    if (!r)
        return clang_getCanonicalCursor(c);
    vec_each(i, &r->list) if (is_definition(r->list.items[i])) return r->list.items[i];
    return vec_last(&r->list);
}

static void add_all_attributes(struct host *h, CXCursor c, struct cattrs *out) {
    struct redeclarations *r = declarations_of(h, c);
    if (!r) {
        add_attributes(h, clang_getCanonicalCursor(c), out);
        return;
    }
    vec_each(i, &r->list) add_attributes(h, r->list.items[i], out);
}

static void variable(void *host, struct importer *imp, struct ast_node decl, struct cvar *out) {
    struct host *h = host;
    (void)imp;
    CXCursor c = cursor_of(decl);
    bool is_param = c.kind == CXCursor_ParmDecl;
    enum CX_StorageClass storage = clang_Cursor_getStorageClass(c);
    bool at_file_scope = !is_param && (declarations_of(h, c) || storage == CX_SC_Extern);
    if (at_file_scope) {
        struct redeclarations *r = declarations_of(h, c);
        c = best_declaration(h, c);
        out->storage = CVAR_GLOBAL;
        out->is_extern = !r || !r->defined;
        out->is_internal = clang_getCursorLinkage(c) == CXLinkage_Internal;
        add_all_attributes(h, c, &out->attrs);
    } else {
        out->storage = is_param ? CVAR_PARAM : storage == CX_SC_Static ? CVAR_STATIC_LOCAL : CVAR_LOCAL;
        add_attributes(h, c, &out->attrs);
    }
    out->name = keep(h, clang_getCursorSpelling(c));
    out->attrs.weak |= at_file_scope && map_has(&h->weak, out->name);
    out->type = type_of(h, clang_getCursorType(c));
    /* An array parameter is a pointer; libclang shows what was written. */
    if (is_param && out->type && out->type->kind == CTYPE_ARRAY)
        out->type = import_pointer_to(h->types, out->type->target);
    else if (is_param && out->type && out->type->kind == CTYPE_FUNCTION)
        out->type = import_pointer_to(h->types, out->type);
    out->place = place_of(h, clang_getCursorLocation(c));
    out->is_thread_local = clang_getCursorTLSKind(c) != CXTLS_None;
    /* clang keeps the const of an array's elements with the array, in canonical types */
    for (CXType t = clang_getCanonicalType(clang_getCursorType(c)); t.kind != CXType_Invalid; t = clang_getArrayElementType(t))
        out->is_const |= clang_isConstQualifiedType(t);
}

/* An inline definition that is no external one: another file's may be called instead (C17 6.7.4p7). From a header, that file has the same. */
static bool is_alternative(struct host *h, CXCursor definition) {
    struct redeclarations *r = declarations_of(h, definition);
    if (!r || !clang_Cursor_isFunctionInlined(definition) || !is_definition(definition) ||
        !clang_Location_isFromMainFile(clang_getCursorLocation(definition)))
        return false;
    /* What C99 says of functions without `extern`, gcc said of those with it. */
    enum CX_StorageClass wanted = h->is_gnu_inline || has_word(printed(h, definition), "gnu_inline") ? CX_SC_Extern : CX_SC_None;
    vec_each(i, &r->list) {
        CXCursor c = r->list.items[i];
        if (!has_word(printed(h, c), "inline") || clang_Cursor_getStorageClass(c) != wanted)
            return false;
    }
    return !has_word(printed(h, definition), "always_inline");
}

static void function(void *host, struct importer *imp, struct ast_node decl, struct cfunc *out) {
    struct host *h = host;
    (void)imp;
    CXCursor c = best_declaration(h, cursor_of(decl));
    out->name = keep(h, clang_getCursorSpelling(c));
    out->type = type_of(h, clang_getCursorType(c));
    out->place = place_of(h, clang_getCursorLocation(c));
    out->is_static = clang_getCursorLinkage(c) == CXLinkage_Internal;
    out->in_system_header = clang_Location_isInSystemHeader(clang_getCursorLocation(c));
    out->is_of_the_system = out->in_system_header;
    struct redeclarations *r = declarations_of(h, c);
    for (int i = 0; r && i < r->list.len; i++)
        out->is_of_the_system |= clang_Location_isInSystemHeader(clang_getCursorLocation(r->list.items[i]));
    add_all_attributes(h, c, &out->attrs);
    out->attrs.weak |= map_has(&h->weak, out->name) || is_alternative(h, c);
    CXString spelling = clang_getTypeSpelling(clang_getCursorType(c));
    out->attrs.noreturn_ |= has_word(clang_getCString(spelling), "noreturn");
    clang_disposeString(spelling);
}

static void parameters(void *host, struct importer *imp, struct ast_node decl) {
    struct host *h = host;
    CXCursor c = best_declaration(h, cursor_of(decl));
    struct redeclarations *r = declarations_of(h, c);
    CXType proto = clang_getCanonicalType(clang_getCursorType(c));
    int count = clang_Cursor_getNumArguments(c);
    for (int i = 0; i < count; i++) {
        CXCursor p = clang_Cursor_getArgument(c, (unsigned)i);
        struct cvar *v = import_parameter(imp, node_of(p));
        if (proto.kind == CXType_FunctionProto && i < clang_getNumArgTypes(proto))
            v->type = type_of(h, clang_getArgType(proto, (unsigned)i));
        for (int k = 0; r && k < r->list.len; k++)
            if (!clang_equalCursors(r->list.items[k], c) && clang_Cursor_getNumArguments(r->list.items[k]) == count)
                add_attributes(h, clang_Cursor_getArgument(r->list.items[k], (unsigned)i), &v->attrs);
    }
}

/* `cleanup(f)` in the printed declaration. */
static void add_cleanup(struct host *h, CXCursor decl) {
    const char *text = strstr(printed(h, decl), "cleanup");
    text = text ? strchr(text, '(') : NULL;
    if (!text)
        return;
    size_t n = strcspn(++text, ") ");
    CXCursor *f = map_get(&h->functions_by_name, arena_strndup(&h->scratch, text, n));
    if (f)
        import_cleanup(h->imp, node_of(decl), node_of(*f));
}

static void open_variable(struct host *h, CXCursor c, struct ast_open *out) {
    out->kind = AST_VAR_DECL;
    out->decl = node_of(c);
    bool sizes = is_variably_modified(clang_getCursorType(c));
    CXCursor init = clang_Cursor_getVarDeclInitializer(c);
    out->has_init = !clang_Cursor_isNull(init);
    children(h, c);
    bool unexposed_attribute = false;
    vec_each(i, &h->kids) {
        CXCursor kid = h->kids.items[i];
        unexposed_attribute |= kid.kind == CXCursor_UnexposedAttr;
        if (sizes && is_expression(kid) && !(out->has_init && clang_equalCursors(kid, init)))
            import_child(h->imp, node_of(kid));
    }
    if (out->has_init)
        import_child(h->imp, node_of(init));
    if (unexposed_attribute && clang_Cursor_getStorageClass(c) != CX_SC_Static)
        add_cleanup(h, c);
}

static CXCursor body_of(struct host *h, CXCursor function) {
    children(h, function);
    vec_each(i, &h->kids) if (h->kids.items[i].kind == CXCursor_CompoundStmt) return h->kids.items[i];
    return clang_getNullCursor();
}

static void open_function(struct host *h, CXCursor c, struct ast_open *out) {
    out->kind = AST_BODY;
    int count = clang_Cursor_getNumArguments(c);
    for (int i = 0; i < count; i++) {
        CXCursor p = clang_Cursor_getArgument(c, (unsigned)i);
        expressions(h, p);
        if (is_variably_modified(clang_getCursorType(p)))
            add_all(h);
    }
    import_child(h->imp, node_of(body_of(h, c)));
}

static void open_declarations(struct host *h, CXCursor c) {
    children(h, c);
    vec_each(i, &h->kids) {
        CXCursor d = h->kids.items[i];
        if (d.kind == CXCursor_VarDecl || (d.kind == CXCursor_TypedefDecl && is_variably_modified(clang_getCursorType(d))))
            import_child(h->imp, node_of(d));
    }
}

/* ---- expressions ---- */

static void open_reference(struct host *h, CXCursor c, struct ast_open *out) {
    CXCursor decl = clang_getCursorReferenced(c);
    switch (decl.kind) {
    case CXCursor_VarDecl:
    case CXCursor_ParmDecl:
        out->kind = AST_VAR;
        break;
    case CXCursor_FunctionDecl:
        out->kind = AST_FUNC;
        out->type = type_of(h, clang_getCursorType(decl));
        break;
    case CXCursor_EnumConstantDecl:
        out->kind = AST_CONST;
        out->has_value = true;
        out->value = (long)clang_getEnumConstantDeclValue(decl);
        return;
    default:
        out->kind = AST_UNKNOWN_EXPR;
        out->name = "reference";
        return;
    }
    out->decl = node_of(decl);
}

static void open_member(struct host *h, CXCursor c, struct ast_open *out) {
    CXCursor decl = clang_getCursorReferenced(c);
    out->kind = AST_MEMBER;
    out->record = type_of(h, clang_getCursorType(clang_getCursorSemanticParent(decl)));
    out->field = (int)(long)ptrmap_get(&h->fields, address(decl)) - 1;
    expressions(h, c);
    add(h, 0);
}

static void open_unary(struct host *h, CXCursor c, struct ast_open *out) {
    (void)h;
    switch (clang_getCursorUnaryOperatorKind(c)) {
    case CXUnaryOperator_AddrOf:
        out->kind = AST_ADDRESS;
        return;
    case CXUnaryOperator_Deref:
        out->kind = AST_DEREF;
        return;
    case CXUnaryOperator_PostInc:
        out->kind = AST_INCDEC;
        out->name = "a++";
        return;
    case CXUnaryOperator_PostDec:
        out->kind = AST_INCDEC;
        out->name = "a--";
        return;
    case CXUnaryOperator_PreInc:
        out->kind = AST_INCDEC;
        out->name = "++a";
        return;
    case CXUnaryOperator_PreDec:
        out->kind = AST_INCDEC;
        out->name = "--a";
        return;
    case CXUnaryOperator_Plus:
        out->name = "+";
        break;
    case CXUnaryOperator_Minus:
        out->name = "-";
        break;
    case CXUnaryOperator_Not:
        out->name = "~";
        break;
    case CXUnaryOperator_LNot:
        out->name = "!";
        break;
    case CXUnaryOperator_Real:
        out->name = "__real";
        break;
    case CXUnaryOperator_Imag:
        out->name = "__imag";
        break;
    default:
        out->name = "unary operator";
        out->kind = AST_UNKNOWN_EXPR;
        return;
    }
    out->kind = AST_UNARY;
}

static void open_binary(struct host *h, CXCursor c, struct ast_open *out) {
    enum CXBinaryOperatorKind op = clang_getCursorBinaryOperatorKind(c);
    out->name = keep(h, clang_getBinaryOperatorKindSpelling(op));
    switch (op) {
    case CXBinaryOperator_Assign:
        out->kind = AST_ASSIGN;
        break;
    case CXBinaryOperator_Comma:
        out->kind = AST_COMMA;
        out->name = NULL;
        break;
    case CXBinaryOperator_LAnd:
    case CXBinaryOperator_LOr:
        out->kind = AST_LOGICAL;
        break;
    default:
        out->kind = op > CXBinaryOperator_Assign && op < CXBinaryOperator_Comma ? AST_ASSIGN_OP : AST_BINARY;
    }
    if (out->kind == AST_ASSIGN)
        out->name = NULL;
}

static bool is_bool(CXCursor c) {
    return clang_getCanonicalType(clang_getCursorType(c)).kind == CXType_Bool;
}

static bool is_vector(CXCursor c) {
    CXType t = clang_getCanonicalType(clang_getCursorType(c));
    return t.kind == CXType_Vector || t.kind == CXType_ExtVector;
}

static bool is_void(CXCursor c) {
    return clang_getCanonicalType(clang_getCursorType(c)).kind == CXType_Void;
}

/* Whether clang can compute the integer that the expression is; if so, *value is it. */
static bool is_known(CXCursor c, long *value) {
    CXEvalResult r = clang_Cursor_Evaluate(c);
    bool known = r && clang_EvalResult_getKind(r) == CXEval_Int;
    *value = known ? (long)clang_EvalResult_getAsLongLong(r) : 0;
    if (r)
        clang_EvalResult_dispose(r);
    return known;
}

static long value_of(CXCursor c) {
    long value;
    is_known(c, &value);
    return value;
}

/* Is this the last part of va_arg? What a target may have as va_list, after the decay of an array; sizes in the type come before it. */
static bool is_va_list(struct host *h, CXCursor c, bool is_alone) {
    const struct ctype *t = type_of(h, clang_getCursorType(c));
    if (!t)
        return false;
    return strstr(t->spelling, "va_list") || (is_alone && (!strcmp(t->spelling, "char *") || !strcmp(t->spelling, "void *")));
}

/* `[1 ... 3]` and `[1][3]` show the same children: the text between them differs. */
static bool is_range(struct host *h, CXCursor first, CXCursor second) {
    CXFile file, second_file;
    size_t len;
    unsigned end, start;
    clang_getFileLocation(clang_getRangeEnd(clang_getCursorExtent(first)), &file, NULL, NULL, &end);
    clang_getFileLocation(start_of(second), &second_file, NULL, NULL, &start);
    const char *text = file && file == second_file ? clang_getFileContents(h->tu, file, &len) : NULL;
    if (!text)
        return false;
    for (; end + 2 < start; end++)
        if (!memcmp(text + end, "...", 3))
            return true;
    return false;
}

/* .field and [index] steps, then the value. */
static void open_designated(struct host *h, CXCursor c, struct ast_open *out) {
    out->kind = AST_DESIGNATED;
    children(h, c);
    struct ast_designator *d = arena_array(h->arena, struct ast_designator, h->kids.len);
    int count = 0;
    for (int i = 0; i + 1 < h->kids.len; i++) {
        CXCursor kid = h->kids.items[i];
        if (kid.kind == CXCursor_MemberRef) {
            CXCursor decl = clang_getCursorReferenced(kid);
            d[count].record = type_of(h, clang_getCursorType(clang_getCursorSemanticParent(decl)));
            d[count++].index = (long)ptrmap_get(&h->fields, address(decl)) - 1;
        } else if (is_expression(kid)) {
            if (i > 0 && is_expression(h->kids.items[i - 1]) && is_range(h, h->kids.items[i - 1], kid))
                continue;
            d[count++].index = value_of(kid);
        }
    }
    out->designators = d;
    out->designator_count = count;
    import_child(h->imp, node_of(vec_last(&h->kids)));
}

static void open_list(struct host *h, CXCursor c, struct ast_open *out) {
    out->kind = AST_INIT_LIST;
    out->type = NULL;
    expressions(h, c);
    vec_each(i, &h->kids) {
        CXCursor kid = h->kids.items[i];
        /* A designated initialiser is the only element without a type. */
        if (kid.kind == CXCursor_UnexposedExpr && is_void(kid))
            kid.xdata |= MARK_DESIGNATED;
        import_child(h->imp, node_of(kid));
    }
}

/* The branches whose type is that of the whole: one of them was chosen. */
static void open_generic(struct host *h, CXCursor c, struct ast_open *out) {
    CXType type = clang_getCanonicalType(clang_getCursorType(c));
    out->kind = AST_GENERIC;
    expressions(h, c);
    bool found = false;
    for (int i = 1; i < h->kids.len; i++) {
        if (!clang_equalTypes(clang_getCanonicalType(clang_getCursorType(h->kids.items[i])), type))
            continue;
        found = true;
        add(h, i);
    }
    if (!found) {
        out->kind = AST_UNKNOWN_EXPR;
        out->name = "_Generic";
        add_all(h);
    }
}

/* One cursor kind for all that libclang has no kind for. */
static void open_unexposed(struct host *h, CXCursor c, struct ast_open *out) {
    children(h, c);
    bool member_reference = false;
    vec_each(i, &h->kids) member_reference |= h->kids.items[i].kind == CXCursor_MemberRef;
    expressions(h, c);
    int n = h->kids.len;
    CXCursor first = n ? h->kids.items[0] : clang_getNullCursor();
    long value;
    if (member_reference) { /* offsetof: its indices are evaluated, a typeof in its type is not */
        out->kind = AST_CONST;
        for (int i = 0; i < n; i++)
            if (kind_of(clang_getCanonicalType(clang_getCursorType(h->kids.items[i]))) != CTYPE_RECORD)
                add(h, i);
    } else if (n == 0) { /* type traits, __builtin_LINE() and the like */
        bool plain = out->type && (out->type->kind == CTYPE_NUMBER || out->type->kind == CTYPE_POINTER);
        out->kind = plain ? AST_CONST : AST_UNKNOWN_EXPR;
        out->name = plain ? NULL : "expression";
    } else if (n == 1 && same_start(c, first)) { /* an implicit cast, a constant, __func__ */
        out->kind = AST_IMPLICIT_CAST;
        out->to_bool = is_bool(c);
        add(h, 0);
    } else if (n <= 2 && is_known(c, &value)) { /* a type trait over typeof: the operands are not evaluated */
        out->kind = AST_CONST;
    } else if (is_vector(first)) { /* __builtin_shufflevector, __builtin_convertvector */
        out->kind = AST_UNKNOWN_EXPR;
        out->name = "vector operation";
        add_all(h);
    } else if (!same_start(c, first) && is_va_list(h, h->kids.items[n - 1], n == 1)) {
        out->kind = AST_VA_ARG;
        for (int i = is_variably_modified(clang_getCursorType(c)) ? 0 : n - 1; i < n; i++)
            add(h, i);
    } else if (n == 4 && same_start(c, first)) { /* a ?: b, shown as a, a, a, b */
        out->kind = AST_ELVIS;
        add(h, 0);
        add(h, 3);
    } else if (n == 3 && out->type && clang_getCanonicalType(clang_getCursorType(first)).kind != CXType_Pointer) {
        /* __builtin_choose_expr: only the chosen one is there in the program */
        out->kind = AST_IMPLICIT_CAST;
        out->type = NULL;
        add(h, value_of(first) ? 1 : 2);
    } else if (clang_getCanonicalType(clang_getCursorType(first)).kind == CXType_Pointer) {
        out->kind = AST_ATOMIC;
        add_all(h);
    } else {
        out->kind = AST_UNKNOWN_EXPR;
        out->name = "expression";
        add_all(h);
    }
}

struct capture_visit {
    struct host *h;
    unsigned start, end; /* of the body */
    struct ptrmap seen;
};

static enum CXChildVisitResult capture(CXCursor c, CXCursor parent, CXClientData data) {
    (void)parent;
    struct capture_visit *v = data;
    CXCursor d = clang_getCursorReferenced(c);
    if (c.kind != CXCursor_DeclRefExpr || (d.kind != CXCursor_VarDecl && d.kind != CXCursor_ParmDecl))
        return CXChildVisit_Recurse;
    unsigned at;
    enum CX_StorageClass storage = clang_Cursor_getStorageClass(d);
    clang_getExpansionLocation(clang_getCursorLocation(d), NULL, NULL, NULL, &at);
    bool is_local = d.kind == CXCursor_ParmDecl || (!declarations_of(v->h, d) && storage != CX_SC_Static && storage != CX_SC_Extern);
    if (is_local && (at < v->start || at > v->end) && !ptrmap_get(&v->seen, address(d))) {
        ptrmap_put(&v->h->scratch, &v->seen, address(d), v);
        import_child(v->h->imp, node_of(c));
    }
    return CXChildVisit_Recurse;
}

/* A block (-fblocks): the variables around it that its body uses. */
static void open_block_literal(struct host *h, CXCursor c, struct ast_open *out) {
    struct capture_visit v = {.h = h};
    CXSourceRange extent = clang_getCursorExtent(c);
    clang_getExpansionLocation(clang_getRangeStart(extent), NULL, NULL, NULL, &v.start);
    clang_getExpansionLocation(clang_getRangeEnd(extent), NULL, NULL, NULL, &v.end);
    out->kind = AST_CAPTURING;
    out->name = "block";
    clang_visitChildren(c, capture, &v);
}

/* sizeof and _Alignof. An operand is evaluated only where its size is not constant, and so are the sizes in a type: those are
 * shown twice, as a part of the type and as a child. */
static void open_size(struct host *h, CXCursor c, struct ast_open *out) {
    out->kind = AST_CONST;
    out->is_size = is_known(c, &out->value);
    expressions(h, c);
    vec_each(i, &h->kids) {
        CXCursor kid = h->kids.items[i];
        bool evaluated = clang_getCanonicalType(clang_getCursorType(kid)).kind == CXType_VariableArray;
        bool shown_before = false;
        for (int k = 0; k < h->kids.len; k++) {
            bool same = k != i && same_start(kid, h->kids.items[k]);
            evaluated |= same;
            shown_before |= same && k < i;
        }
        if (evaluated && !shown_before)
            import_child(h->imp, node_of(kid));
    }
}

static void open_expression(struct host *h, CXCursor c, struct ast_open *out) {
    if (c.kind == CXCursor_UnexposedExpr && (c.xdata & MARK_DESIGNATED)) {
        c.xdata &= ~MARK_DESIGNATED;
        open_designated(h, c, out);
        return;
    }
    out->type = type_of(h, clang_getCursorType(c));
    out->place = place_of(h, start_of(c));
    switch (c.kind) {
    case CXCursor_DeclRefExpr:
        open_reference(h, c, out);
        return;
    case CXCursor_MemberRefExpr:
        open_member(h, c, out);
        return;
    case CXCursor_IntegerLiteral:
    case CXCursor_CharacterLiteral:
        out->kind = AST_CONST;
        out->has_value = out->type->bytes > 0 && out->type->bytes <= (long)sizeof(long);
        out->value = out->has_value ? value_of(c) : 0;
        return;
    case CXCursor_FloatingLiteral:
    case CXCursor_ImaginaryLiteral:
    case CXCursor_FixedPointLiteral:
    case CXCursor_CXXBoolLiteralExpr:
    case CXCursor_CXXNullPtrLiteralExpr:
    case CXCursor_GNUNullExpr:
        out->kind = AST_CONST;
        return;
    case CXCursor_StringLiteral:
        out->kind = AST_STRING;
        out->name = keep(h, clang_getCursorSpelling(c));
        return;
    case CXCursor_UnaryExpr:
        open_size(h, c, out);
        return;
    case CXCursor_InitListExpr:
        open_list(h, c, out);
        return;
    case CXCursor_GenericSelectionExpr:
        open_generic(h, c, out);
        return;
    case CXCursor_BlockExpr:
        open_block_literal(h, c, out);
        return;
    case CXCursor_UnexposedExpr:
        open_unexposed(h, c, out);
        return;
    case CXCursor_AddrLabelExpr:
        out->kind = AST_LABEL_ADDRESS;
        children(h, c);
        if (h->kids.len)
            out->name = keep(h, clang_getCursorSpelling(h->kids.items[0]));
        return;
    case CXCursor_CompoundLiteralExpr:
        out->kind = AST_COMPOUND_LITERAL;
        expressions(h, c);
        add(h, h->kids.len - 1);
        return;
    case CXCursor_CStyleCastExpr:
        out->kind = AST_CAST;
        out->to_bool = is_bool(c);
        expressions(h, c);
        for (int i = is_variably_modified(clang_getCursorType(c)) ? 0 : h->kids.len - 1; i < h->kids.len; i++)
            add(h, i);
        return;
    case CXCursor_UnaryOperator:
        open_unary(h, c, out);
        break;
    case CXCursor_BinaryOperator:
    case CXCursor_CompoundAssignOperator:
        open_binary(h, c, out);
        break;
    case CXCursor_ConditionalOperator:
        out->kind = AST_COND;
        break;
    case CXCursor_ArraySubscriptExpr:
        out->kind = AST_INDEX;
        break;
    case CXCursor_CallExpr:
        out->kind = AST_CALL;
        break;
    case CXCursor_StmtExpr:
        out->kind = AST_STMT_EXPR;
        break;
    default:
        out->kind = AST_UNKNOWN_EXPR;
        out->name = "expression";
        break;
    }
    expressions(h, c);
    add_all(h);
}

/* ---- statements ---- */

/* init, condition, post and body. The body is last; which of the others are there, the semicolons tell. Where these come out
 * of a macro, and not all parts are there, the parts are given as "somewhere in the loop". */
static void open_for(struct host *h, CXCursor c, struct ast_open *out) {
    out->kind = AST_FOR;
    children(h, c);
    int n = h->kids.len - 1;
    CXCursor slots[3] = {clang_getNullCursor(), clang_getNullCursor(), clang_getNullCursor()};
    CXFile file;
    size_t len, offset, semicolons[2];
    const char *text = text_at(h, c, &len, &offset, &file);
    bool known = true;
    if (n < 3 && for_semicolons(text, len, offset, semicolons)) {
        for (int i = 0; i < n; i++) {
            unsigned at;
            CXFile part_file;
            clang_getFileLocation(start_of(h->kids.items[i]), &part_file, NULL, NULL, &at);
            int slot = part_file != file || at < offset ? 1 : at > semicolons[1] ? 2 : at > semicolons[0] ? 1 : 0;
            slots[slot] = h->kids.items[i];
        }
    } else if (n < 3) {
        known = false;
        if (n > 0 && h->kids.items[0].kind == CXCursor_DeclStmt)
            slots[0] = h->kids.items[0];
    } else {
        for (int i = 0; i < 3; i++)
            slots[i] = h->kids.items[i];
    }
    for (int i = 0; i < 3; i++)
        import_child(h->imp, clang_Cursor_isNull(slots[i]) ? no_node : node_of(slots[i]));
    add(h, n);
    for (int i = 0; !known && i < n; i++)
        if (h->kids.items[i].kind != CXCursor_DeclStmt)
            add(h, i);
}

/* ---- inline assembly ---- */

struct assemblies {
    struct host *h;
    VEC(CXCursor) list; /* those with operands, in the order of the text */
    struct ptrmap seen;
};

/* The statement itself; the first word of its cursor is the function it is in. */
static const void *statement(CXCursor c) {
    return c.data[1];
}

static enum CXChildVisitResult find_assembly(CXCursor c, CXCursor parent, CXClientData data) {
    (void)parent;
    struct assemblies *all = data;
    if (c.kind == CXCursor_GCCAsmStmt && !ptrmap_has(&all->seen, statement(c))) { /* some operands are shown twice */
        ptrmap_put(&all->h->scratch, &all->seen, statement(c), all);
        vec_push(&all->h->scratch, &all->list, c);
    }
    return CXChildVisit_Recurse;
}

/* Reads the constraints of all assembly in the function. Where what is printed and what is shown don't match, nothing is known of them. */
static void read_constraints(struct host *h) {
    struct assemblies all = {.h = h};
    clang_visitChildren(h->function, find_assembly, &all);
    CXString printed_function = clang_getCursorPrettyPrinted(h->function, NULL);
    const char *text = clang_getCString(printed_function);
    struct assembly_text next;
    struct ptrmap found = {0};
    bool matches = true;
    vec_each(i, &all.list) {
        expressions(h, all.list.items[i]);
        if (h->kids.len == 0)
            continue;
        matches = matches && next_assembly(&h->scratch, text, &next) && next.constraints.len == h->kids.len;
        if (!matches)
            break;
        text = next.rest;
        bool *in_memory = arena_array(h->arena, bool, next.constraints.len);
        vec_each(k, &next.constraints) in_memory[k] = may_be_memory(next.constraints.items[k], h->triple);
        ptrmap_put(&h->scratch, &found, statement(all.list.items[i]), in_memory);
    }
    if (matches && !next_assembly(&h->scratch, text, &next))
        h->in_memory = found;
    clang_disposeString(printed_function);
}

static void open_assembly(struct host *h, CXCursor c, struct ast_open *out) {
    out->kind = AST_ASM;
    expressions(h, c);
    add_all(h);
    if (h->kids.len > 0 && !h->constraints_are_read) {
        h->constraints_are_read = true;
        read_constraints(h);
    }
    out->in_memory = ptrmap_get(&h->in_memory, statement(c));
}

static void open_statement(struct host *h, CXCursor c, struct ast_open *out) {
    out->place = place_of(h, start_of(c));
    switch (c.kind) {
    case CXCursor_CompoundStmt:
        out->kind = AST_BLOCK;
        break;
    case CXCursor_DeclStmt:
        out->kind = AST_DECL;
        open_declarations(h, c);
        return;
    case CXCursor_IfStmt:
        out->kind = AST_IF;
        break;
    case CXCursor_ForStmt:
        open_for(h, c, out);
        return;
    case CXCursor_WhileStmt:
        out->kind = AST_WHILE;
        break;
    case CXCursor_DoStmt:
        out->kind = AST_DO;
        break;
    case CXCursor_SwitchStmt:
        out->kind = AST_SWITCH;
        break;
    case CXCursor_CaseStmt: /* the values, then the statement */
    case CXCursor_DefaultStmt:
        out->kind = AST_CASE;
        expressions(h, c);
        add(h, h->kids.len - 1);
        return;
    case CXCursor_LabelStmt:
        out->kind = AST_LABEL;
        out->name = keep(h, clang_getCursorSpelling(c));
        break;
    case CXCursor_GotoStmt:
        out->kind = AST_GOTO;
        children(h, c);
        if (h->kids.len)
            out->name = keep(h, clang_getCursorSpelling(h->kids.items[0]));
        return;
    case CXCursor_IndirectGotoStmt:
        out->kind = AST_COMPUTED_GOTO;
        break;
    case CXCursor_BreakStmt:
        out->kind = AST_BREAK;
        return;
    case CXCursor_ContinueStmt:
        out->kind = AST_CONTINUE;
        return;
    case CXCursor_ReturnStmt:
        out->kind = AST_RETURN;
        break;
    case CXCursor_GCCAsmStmt:
        open_assembly(h, c, out);
        return;
    case CXCursor_MSAsmStmt:
        out->kind = AST_ASM;
        break;
    case CXCursor_NullStmt:
        out->kind = AST_EMPTY;
        return;
    case CXCursor_UnexposedStmt:
        out->kind = AST_CAPTURED;
        break;
    default:
        out->kind = AST_UNKNOWN_STMT;
        out->name = "statement";
    }
    expressions(h, c);
    add_all(h);
}

/* Two kinds of statements are unexposed: one with attributes, which shows the statement they are on, and one that is captured
 * (by an OpenMP directive), which shows the variables that are used in it. */
static bool is_captured(struct host *h) {
    vec_each(i, &h->kids) if (h->kids.items[i].kind != CXCursor_DeclRefExpr) return false;
    return true;
}

/* What adds nothing: parentheses, __extension__, attributes on a statement. */
static CXCursor stripped(struct host *h, CXCursor c) {
    for (;;) {
        bool transparent = c.kind == CXCursor_ParenExpr || c.kind == CXCursor_UnexposedStmt ||
                           (c.kind == CXCursor_UnaryOperator && clang_getCursorUnaryOperatorKind(c) == CXUnaryOperator_Extension);
        if (!transparent)
            return c;
        expressions(h, c);
        if (!h->kids.len || (c.kind == CXCursor_UnexposedStmt && is_captured(h)))
            return c;
        c = vec_last(&h->kids);
    }
}

static void open(void *host, struct importer *imp, struct ast_node node, struct ast_open *out) {
    struct host *h = host;
    (void)imp;
    CXCursor c = stripped(h, cursor_of(node));
    if (c.kind == CXCursor_VarDecl) {
        open_variable(h, c, out);
    } else if (c.kind == CXCursor_FunctionDecl) {
        open_function(h, c, out);
    } else if (clang_isDeclaration(c.kind)) {
        out->kind = AST_EFFECTS;
        expressions(h, c);
        add_all(h);
    } else if (clang_isStatement(c.kind) && c.kind != CXCursor_StmtExpr) {
        open_statement(h, c, out);
    } else {
        open_expression(h, c, out);
    }
}

static const struct ast_host ast_host = {open, identity, variable, function, parameters};

/* ---- the unit ---- */

/* Versions for several processors have one name and one type, and are not declarations of the same thing. */
static void declare_function(struct host *h, CXCursor c, const void *id) {
    const char *name = keep(h, clang_getCursorSpelling(c));
    const CXCursor *before = map_get(&h->functions_by_name, name);
    if (before && address(clang_getCanonicalCursor(*before)) != id &&
        clang_equalTypes(clang_getCanonicalType(clang_getCursorType(*before)), clang_getCanonicalType(clang_getCursorType(c))))
        map_put(&h->scratch, &h->weak, name, h);
    map_put(&h->scratch, &h->functions_by_name, name, arena_copy(&h->scratch, &c, sizeof c));
}

static enum CXChildVisitResult declare(CXCursor c, CXCursor parent, CXClientData data) {
    (void)parent;
    struct host *h = data;
    if (c.kind != CXCursor_FunctionDecl && c.kind != CXCursor_VarDecl)
        return CXChildVisit_Continue;
    const void *id = address(clang_getCanonicalCursor(c));
    struct redeclarations *r = ptrmap_get(&h->declared, id);
    if (!r) {
        r = arena_new(&h->scratch, struct redeclarations);
        ptrmap_put(&h->scratch, &h->declared, id, r);
    }
    vec_push(&h->scratch, &r->list, c);
    vec_push(&h->scratch, &h->file_scope, c);
    if (c.kind == CXCursor_VarDecl)
        r->defined |= clang_Cursor_getStorageClass(c) != CX_SC_Extern || is_definition(c);
    else
        declare_function(h, c, id);
    return CXChildVisit_Continue;
}

static void define(struct host *h, CXCursor function) {
    h->function = function;
    h->constraints_are_read = false;
    h->in_memory = (struct ptrmap){0};
    if (!clang_Cursor_isNull(body_of(h, function)))
        import_body(h->imp, import_definition(h->imp, node_of(function)), node_of(function), true);
    else
        import_mention(h->imp, node_of(function));
}

static void read_pragmas(CXFile file, CXSourceLocation *stack, unsigned depth, CXClientData data) {
    (void)stack;
    (void)depth;
    struct host *h = data;
    size_t len;
    const char *text = clang_getFileContents(h->tu, file, &len);
    if (text)
        find_weak_names(&h->scratch, text, len, &h->weak);
}

/* In the order of the file: what is defined outside system headers. The rest is imported when it is mentioned. */
static void import_unit(struct host *h) {
    clang_getInclusions(h->tu, read_pragmas, h); /* of the file itself, too */
    clang_visitChildren(clang_getTranslationUnitCursor(h->tu), declare, h);
    vec_each(i, &h->file_scope) {
        CXCursor c = h->file_scope.items[i];
        if (clang_Location_isInSystemHeader(clang_getCursorLocation(c)))
            continue;
        if (c.kind == CXCursor_FunctionDecl && is_definition(c))
            define(h, c);
        else if (c.kind == CXCursor_VarDecl && !clang_Cursor_isNull(clang_Cursor_getVarDeclInitializer(c)))
            import_global(h->imp, node_of(c));
        else if (c.kind == CXCursor_VarDecl && clang_Cursor_getStorageClass(c) != CX_SC_Extern)
            import_variable(h->imp, node_of(c));
    }
}

static bool report_errors(struct host *h, struct diags *diags) {
    bool any = false;
    for (unsigned i = 0; i < clang_getNumDiagnostics(h->tu); i++) {
        CXDiagnostic d = clang_getDiagnostic(h->tu, i);
        if (clang_getDiagnosticSeverity(d) >= CXDiagnostic_Error) {
            error_at(diags, place_at(h, clang_getDiagnosticLocation(d)).presumed, "%s", keep(h, clang_getDiagnosticSpelling(d)));
            any = true;
        }
        clang_disposeDiagnostic(d);
    }
    return any;
}

/* Which `inline` it is, libclang does not tell: the arguments do. */
static bool says_gnu_inline(const char *const *args, int count) {
    static const char *const before_c99[] = {"-ansi",         "-std=c89",           "-std=c90",           "-std=gnu89", "-std=gnu90",
                                             "-std=iso9899:1990", "-std=iso9899:199409", "-fgnu89-inline"};
    bool says = false;
    for (int i = 0; i < count; i++) {
        bool is_gnu = false;
        for (size_t k = 0; k < sizeof before_c99 / sizeof *before_c99; k++)
            is_gnu = is_gnu || strcmp(args[i], before_c99[k]) == 0;
        if (is_gnu || strncmp(args[i], "-std=", 5) == 0 || strcmp(args[i], "-fno-gnu89-inline") == 0)
            says = is_gnu;
    }
    return says;
}

struct cunit *import_libclang(struct arena *a, const char *file, const char *text, size_t len, const char *const *args,
                              int arg_count, struct diags *diags) {
    struct host h = {.arena = a};
    CXIndex index = clang_createIndex(0, 0);
    struct CXUnsavedFile buffer = {file, text, (unsigned long)len};
    enum CXErrorCode status = clang_parseTranslationUnit2(index, file, args, arg_count, &buffer, text ? 1 : 0,
                                                          CXTranslationUnit_None, &h.tu);
    struct cunit *unit = NULL;
    if (status != CXError_Success || !h.tu) {
        error_at(diags, (struct pos){source_named(&h, file), 0, 0}, "clang cannot parse it");
    } else if (!report_errors(&h, diags)) {
        unit = arena_new(a, struct cunit);
        unit->arena = a;
        unit->main_file = arena_strdup(a, file);
        unit->bodies = a;
        unit->place = place;
        unit->host = h.places = arena_new(a, struct places);
        h.last_location = clang_getNullLocation();
        h.is_gnu_inline = says_gnu_inline(args, arg_count);
        h.types = type_table_new(a, &type_host, &h);
        h.imp = import_start(unit, h.types, &ast_host, &h);
        CXTargetInfo target = clang_getTranslationUnitTargetInfo(h.tu);
        h.triple = keep(&h, clang_TargetInfo_getTriple(target));
        clang_TargetInfo_dispose(target);
        import_unit(&h);
        import_finish(h.imp);
    }
    if (h.tu)
        clang_disposeTranslationUnit(h.tu);
    clang_disposeIndex(index);
    arena_free(&h.scratch);
    return unit;
}
