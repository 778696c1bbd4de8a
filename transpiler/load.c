/* Loading a program: files and the packages that they import, each scanned, parsed and checked after those it imports, then
 * the captures of those that are lowered (spec: Packages, Program initialization).
 *
 * An import path names a folder: of the library that comes with the tool, or of the module that the program belongs to. */
#include "transpiler/transpiler.h"

#include "transpiler/ast_dump.h"
#include "transpiler/build_constraint.h"
#include "transpiler/captures.h"
#include "transpiler/check.h"
#include "transpiler/go_mod.h"
#include "transpiler/parse.h"
#include "transpiler/read_source.h"
#include "transpiler/scan.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A package under way or loaded. */
struct loading {
    struct package *package; /* NULL: it has errors, which were reported */
    bool under_way;
    const struct loading *importer; /* while under way */
    const char *path;
};

struct loader {
    struct arena *arena;
    struct names names;
    const struct go_options *options;
    struct diags *diags;
    struct go_program *program;
    const struct go_mod *mod; /* NULL: none */
    struct map packages;      /* import path → struct loading * */
};

static struct package *load_import(struct loader *l, const struct decl *import, const struct loading *importer);

/* ---- files ---- */

static struct file *load_file(struct loader *l, const char *name, struct package *p) {
    struct source *source = read_source(l->arena, name, l->diags);
    if (!source)
        return NULL;
    struct file *file = parse_file(l->arena, &l->names, source, l->diags);
    file->package = p;
    return file;
}

/* The language version of a file: -lang, the file's own build constraint, go.mod, the newest (command go: -lang, and Build
 * constraints). The library is written in the newest one. */
static int language_minor(const struct loader *l, const struct file *file) {
    if (file->package->is_library)
        return NEWEST_GO_MINOR;
    if (l->options->lang)
        return go_version_minor(l->options->lang);
    if (file->go_version)
        return go_version_minor(file->go_version);
    return l->mod ? l->mod->go_minor : NEWEST_GO_MINOR;
}

static void add_file(struct loader *l, struct package *p, struct file *file) {
    file->go_minor = language_minor(l, file);
    vec_push(l->arena, &p->files, file);
    if (!p->name)
        p->name = file->package_name;
    else if (file->package_name && strcmp(p->name, file->package_name) != 0)
        error_at(l->diags, file->package_pos, "package %s; expected %s", file->package_name, p->name);
}

static void dump_files(struct loader *l, const struct package *p) {
    struct diags ignored = {.arena = l->arena}; /* the parser reported them */
    vec_each(i, &p->files) {
        if (l->options->dump_tokens)
            dump_tokens(l->options->dump_tokens, l->arena, &l->names, p->files.items[i]->source, &ignored);
        if (l->options->dump_ast)
            dump_ast(l->options->dump_ast, p->files.items[i]);
    }
}

/* ---- folders ---- */

#define OTHER_SYSTEMS(X)                                                                                                  \
    X("aix") X("android") X("darwin") X("dragonfly") X("freebsd") X("illumos") X("ios") X("js") X("netbsd") X("openbsd") \
    X("plan9") X("solaris") X("wasip1") X("windows") X("386") X("arm") X("arm64") X("loong64") X("mips") X("mips64")     \
    X("mips64le") X("mipsle") X("ppc64") X("ppc64le") X("riscv64") X("s390x") X("wasm")

/* Does the name's last word, or the last but one, name another system or processor than linux on amd64 (package go/build)? */
static bool is_for_another_system(struct arena *a, const char *name) {
    static const char *const others[] = {
#define X(word) word,
        OTHER_SYSTEMS(X)
#undef X
    };
    char *words = arena_strndup(a, name, strlen(name) - strlen(".go"));
    for (int last = 0; last < 2; last++) {
        char *separator = strrchr(words, '_');
        if (!separator)
            return false;
        for (size_t i = 0; i < sizeof others / sizeof *others; i++)
            if (strcmp(separator + 1, others[i]) == 0)
                return true;
        *separator = '\0';
    }
    return false;
}

static bool is_package_file(struct arena *a, const char *name) {
    size_t len = strlen(name);
    static const char test[] = "_test.go";
    return len > strlen(".go") && strcmp(name + len - strlen(".go"), ".go") == 0 && !strchr("._", name[0]) &&
           !(len >= strlen(test) && strcmp(name + len - strlen(test), test) == 0) && !is_for_another_system(a, name);
}

static int compare_names(const void *x, const void *y) {
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* The package files of a folder, sorted by name. Empty if there is no such folder. */
static text_list package_files(struct arena *a, const char *folder) {
    text_list names = {0};
    DIR *d = opendir(folder);
    if (!d)
        return names;
    for (struct dirent *e; (e = readdir(d));)
        if (is_package_file(a, e->d_name))
            vec_push(a, &names, (const char *)arena_printf(a, "%s/%s", folder, e->d_name));
    closedir(d);
    if (names.len)
        qsort(names.items, (size_t)names.len, sizeof *names.items, compare_names);
    return names;
}

static bool is_folder(const char *name) {
    struct stat status;
    return stat(name, &status) == 0 && S_ISDIR(status.st_mode);
}

static const char *folder_of(struct arena *a, const char *file) {
    const char *slash = strrchr(file, '/');
    return slash ? arena_strndup(a, file, slash == file ? 1 : (size_t)(slash - file)) : ".";
}

/* The part of `path` behind `folder` and a slash; "" if they are the same; NULL if it is elsewhere. */
static const char *path_inside(const char *path, const char *folder) {
    size_t len = strlen(folder);
    if (strncmp(path, folder, len) != 0 || (path[len] && path[len] != '/'))
        return NULL;
    return path[len] ? path + len + 1 : path + len;
}

/* ---- packages ---- */

/* Loads what the package imports, then checks it. False after an error in it or in what it needs. */
static bool finish_package(struct loader *l, struct package *p, const struct loading *self) {
    int errors = l->diags->errors;
    vec_each(i, &p->files) {
        const struct file *file = p->files.items[i];
        vec_each(k, &file->decls) {
            struct decl *d = file->decls.items[k];
            if (d->kind != DECL_IMPORT || !d->path || strcmp(d->path, "unsafe") == 0)
                continue;
            d->imported = load_import(l, d, self);
            if (d->imported)
                vec_push(l->arena, &p->imports, d->imported);
        }
    }
    /* Syntax errors would bring type errors that only repeat them. */
    if (l->diags->errors != errors || !p->files.len)
        return false;
    bool is_main = p == l->program->main;
    struct check_options options = {
        .bodies = is_main || !p->is_library, .unused = !p->is_library, .complete = l->options->to_run, .lang = l->options->lang};
    if (!check_package(l->arena, p, &options, l->diags))
        return false;
    if (options.bodies)
        find_captures(l->arena, p);
    vec_push(l->arena, &l->program->packages, p);
    return true;
}

/* Notes the links of a cycle in order, the last one from `importer` to `path`. */
static void note_cycle(struct loader *l, struct pos pos, const struct loading *importer, const char *path, const char *start) {
    if (importer->importer && strcmp(importer->path, start) != 0)
        note_cycle(l, pos, importer->importer, importer->path, start);
    note_at(l->diags, pos, "%s imports %s", importer->path, path);
}

static void report_cycle(struct loader *l, const struct decl *import, const struct loading *importer) {
    error_at(l->diags, import->pos, "import cycle not allowed");
    note_cycle(l, import->pos, importer, import->path, import->path);
}

/* The folder of an import path, and whether it belongs to the library; NULL if the path leads nowhere. */
static const char *find_import(struct loader *l, const char *path, bool *is_library) {
    const char *folder = l->options->library ? arena_printf(l->arena, "%s/%s", l->options->library, path) : NULL;
    *is_library = folder && is_folder(folder);
    if (*is_library)
        return folder;
    const char *inside = l->mod && l->mod->module_path ? path_inside(path, l->mod->module_path) : NULL;
    if (!inside)
        return NULL;
    folder = *inside ? arena_printf(l->arena, "%s/%s", l->mod->folder, inside) : l->mod->folder;
    return is_folder(folder) ? folder : NULL;
}

static void report_missing(struct loader *l, const struct decl *import) {
    const char *inside = l->mod && l->mod->module_path ? path_inside(import->path, l->mod->module_path) : NULL;
    if (inside)
        error_at(l->diags, import->pos, "package %s is not in module %s", import->path, l->mod->module_path);
    else if (import->path[0] == '.')
        error_at(l->diags, import->pos, "\"%s\" is relative, but relative import paths are not supported in module mode",
                 import->path);
    else
        error_at(l->diags, import->pos, "unsupported: package %s", import->path);
}

static struct package *load_folder(struct loader *l, const struct decl *import, const char *folder, struct loading *self,
                                   bool is_library) {
    struct package *p = arena_new(l->arena, struct package);
    p->path = import->path;
    p->is_library = is_library;
    int errors = l->diags->errors;
    text_list names = package_files(l->arena, folder);
    vec_each(i, &names) {
        struct file *file = load_file(l, names.items[i], p);
        if (file && !file->ignored)
            add_file(l, p, file);
    }
    if (l->diags->errors != errors)
        return NULL;
    if (!p->files.len)
        error_at(l->diags, import->pos, "no Go files in %s", folder);
    else if (strcmp(p->name, "main") == 0)
        error_at(l->diags, import->pos, "import \"%s\" is a program, not an importable package", import->path);
    else if (finish_package(l, p, self))
        return p;
    return NULL;
}

static struct package *load_import(struct loader *l, const struct decl *import, const struct loading *importer) {
    struct loading *known = map_get(&l->packages, import->path);
    if (known && known->under_way)
        report_cycle(l, import, importer);
    if (known)
        return known->package;
    bool is_library;
    const char *folder = find_import(l, import->path, &is_library);
    if (!folder) {
        report_missing(l, import);
        return NULL;
    }
    struct loading *self = arena_new(l->arena, struct loading);
    *self = (struct loading){.under_way = true, .importer = importer, .path = import->path};
    map_put(l->arena, &l->packages, import->path, self);
    self->package = load_folder(l, import, folder, self, is_library);
    self->under_way = false;
    return self->package;
}

/* ---- the program ---- */

static bool check_lang(const char *lang, struct diags *diags) {
    int minor = lang ? go_version_minor(lang) : 0;
    if (minor < 0)
        error_at(diags, (struct pos){0}, "invalid value \"%s\" for -lang: should be something like \"go1.12\"", lang);
    else if (minor > NEWEST_GO_MINOR)
        error_at(diags, (struct pos){0}, "invalid value \"%s\" for -lang: max known version is \"go1.%d\"", lang,
                 NEWEST_GO_MINOR);
    return minor >= 0 && minor <= NEWEST_GO_MINOR;
}

/* Import path of the package that the files named by the user make: that of a library folder, or "main", or by go.mod. */
static void name_package(struct loader *l, struct package *p, const char *folder) {
    char *absolute = realpath(folder, NULL);
    char *library = l->options->library ? realpath(l->options->library, NULL) : NULL;
    const char *inside = absolute && library ? path_inside(absolute, library) : NULL;
    const char *in_module = absolute && l->mod && l->mod->module_path ? path_inside(absolute, l->mod->folder) : NULL;
    p->is_library = inside && *inside;
    if (p->is_library)
        p->path = arena_strdup(l->arena, inside);
    else if (!p->name || strcmp(p->name, "main") == 0)
        p->path = "main";
    else if (in_module)
        p->path = arena_printf(l->arena, "%s%s%s", l->mod->module_path, *in_module ? "/" : "", in_module);
    else
        p->path = p->name;
    free(absolute);
    free(library);
}

/* Parses the files that the user named. Build constraints do not hide a file that was named. */
static struct package *load_named_files(struct loader *l, const char *const *files, int file_count) {
    struct package *p = arena_new(l->arena, struct package);
    VEC(struct file *) parsed = {0};
    for (int i = 0; i < file_count; i++) {
        struct file *file = load_file(l, files[i], p);
        if (file)
            vec_push(l->arena, &parsed, file);
    }
    if (parsed.len) {
        p->name = parsed.items[0]->package_name;
        name_package(l, p, folder_of(l->arena, files[0]));
    }
    vec_each(i, &parsed)
        add_file(l, p, parsed.items[i]);
    return p;
}

/* What the Go toolchain says when it comes to linking. */
static void check_runnable(const struct package *p, struct diags *diags) {
    if (strcmp(p->name, "main") != 0) {
        error_at(diags, p->files.items[0]->package_pos, "package %s is not a main package", p->name);
        return;
    }
    const struct object *main = scope_lookup(p->scope, "main");
    if (!main || main->kind != OBJECT_FUNC)
        error_at(diags, (struct pos){.source = p->files.items[0]->source}, "function main is undeclared in the main package");
}

struct go_program *go_load(struct arena *a, const char *const *files, int file_count, const struct go_options *options,
                           struct diags *diags) {
    if (!check_lang(options->lang, diags) || file_count == 0)
        return NULL;
    int errors = diags->errors;
    struct loader l = {.arena = a, .names = {.arena = a}, .options = options, .diags = diags};
    l.program = arena_new(a, struct go_program);
    *l.program = (struct go_program){.arena = a, .diags = diags};
    l.mod = find_go_mod(a, folder_of(a, files[0]), diags);

    struct package *p = l.program->main = load_named_files(&l, files, file_count);
    dump_files(&l, p);
    struct loading self = {.under_way = true, .path = p->path};
    if (p->path)
        map_put(a, &l.packages, p->path, &self);
    if (diags->errors != errors || !finish_package(&l, p, &self))
        return NULL;
    if (options->to_run)
        check_runnable(p, diags);
    if (options->dump_types)
        dump_types(p, options->dump_types);
    if (options->dump_captures)
        dump_captures(options->dump_captures, p);
    return diags->errors == errors ? l.program : NULL;
}
