#include "transpiler/go_mod.h"

#include "transpiler/build_constraint.h"
#include "transpiler/read_source.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MINOR_WITHOUT_GO_LINE 16

/* The next word of a line, NULL at its end or at a comment. *at moves on. */
static const char *next_word(struct arena *a, const char **at) {
    *at += strspn(*at, " \t\r");
    if (**at == '\n' || **at == '\0' || strncmp(*at, "//", 2) == 0)
        return NULL;
    size_t len = strcspn(*at, " \t\r\n");
    const char *word = *at;
    *at += len;
    bool quoted = len >= 2 && strchr("\"`", word[0]) && word[len - 1] == word[0];
    return quoted ? arena_strndup(a, word + 1, len - 2) : arena_strndup(a, word, len);
}

static void read_go_line(struct arena *a, struct go_mod *mod, const char *version, struct pos pos, struct diags *diags) {
    int minor = go_version_minor(arena_printf(a, "go%s", version));
    if (minor < 0)
        error_at(diags, pos, "invalid go version '%s': must match format 1.23", version);
    else
        mod->go_minor = minor;
}

static void read_lines(struct arena *a, struct go_mod *mod, const struct source *source, struct diags *diags) {
    struct pos pos = {source, 1, 1};
    for (const char *at = source->text; *at; pos.line++) {
        const char *directive = next_word(a, &at);
        const char *argument = directive ? next_word(a, &at) : NULL;
        if (argument && strcmp(directive, "module") == 0)
            mod->module_path = argument;
        else if (argument && strcmp(directive, "go") == 0)
            read_go_line(a, mod, argument, pos, diags);
        at += strcspn(at, "\n");
        at += *at == '\n';
    }
}

struct go_mod *find_go_mod(struct arena *a, const char *folder, struct diags *diags) {
    char *absolute = realpath(*folder ? folder : ".", NULL);
    if (!absolute)
        return NULL;
    struct go_mod *mod = NULL;
    for (char *end = absolute + strlen(absolute); !mod; end = strrchr(absolute, '/')) {
        if (!end)
            break;
        *end = '\0';
        const char *name = arena_printf(a, "%s/go.mod", absolute);
        if (access(name, F_OK) == 0) {
            mod = arena_new(a, struct go_mod);
            *mod = (struct go_mod){.folder = arena_strdup(a, *absolute ? absolute : "/"), .go_minor = MINOR_WITHOUT_GO_LINE};
            struct source *source = read_source(a, name, diags);
            if (source)
                read_lines(a, mod, source, diags);
        }
    }
    free(absolute);
    return mod;
}
