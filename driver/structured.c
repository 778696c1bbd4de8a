#include "driver/structured.h"

#include "config.h"
#include "driver/output.h"
#include "driver/source_lines.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

struct structured {
    cJSON *document;
    cJSON *list; /* verdicts, or results */
    struct source_lines lines;
};

static cJSON *object_in(cJSON *parent, const char *name) {
    return cJSON_AddObjectToObject(parent, name);
}

static cJSON *array_in(cJSON *parent, const char *name) {
    return cJSON_AddArrayToObject(parent, name);
}

/* Adds an empty object to an array. */
static cJSON *next_in(cJSON *array) {
    cJSON *o = cJSON_CreateObject();
    cJSON_AddItemToArray(array, o);
    return o;
}

/* Absent where there is nothing to say: readers need not tell null from missing. */
static void text_in(cJSON *parent, const char *name, const char *text) {
    if (text)
        cJSON_AddStringToObject(parent, name, text);
}

/* ---- JSON ---- */

static cJSON *new_json_document(cJSON *document) {
    text_in(document, "tool", "outlive");
    text_in(document, "version", OUTLIVE_VERSION);
    return array_in(document, "verdicts");
}

static void add_place(cJSON *parent, struct shown_place at) {
    text_in(parent, "file", at.file);
    cJSON_AddNumberToObject(parent, "line", at.line);
    cJSON_AddNumberToObject(parent, "column", at.col);
}

static void add_path(cJSON *parent, const struct road *r, const struct flow *path, int len) {
    if (!len)
        return;
    cJSON *flows = array_in(parent, "path");
    for (int i = 0; i < len; i++) {
        cJSON *flow = next_in(flows);
        text_in(flow, "destination", path[i].destination);
        text_in(flow, "source", path[i].source);
        cJSON_AddNumberToObject(flow, "derefs", path[i].derefs);
        cJSON *steps = array_in(flow, "steps");
        vec_each(k, &path[i].steps) {
            const struct flow_step *step = &path[i].steps.items[k];
            cJSON *o = next_in(steps);
            text_in(o, "reason", flow_reason_text(step->reason));
            text_in(o, "expression", step->expression);
            add_place(o, r->places.show(r->places.context, &step->place));
        }
    }
}

static const char *kind_text(enum site_kind k) {
    static const char *const texts[] = {
        [SITE_VARIABLE] = "variable",      [SITE_EXPRESSION] = "expression", [SITE_PARAMETER] = "parameter",
        [SITE_UNREPORTED] = "unreported", [SITE_PLAIN_C] = "object",
    };
    return texts[k];
}

static void add_leaks(cJSON *parent, const struct road *r, const struct verdict *v) {
    if (v->kind != SITE_PARAMETER)
        return;
    cJSON *leaks = array_in(parent, "leaks");
    vec_each(i, &v->leaks) {
        const struct leak *leak = &v->leaks.items[i];
        cJSON *o = next_in(leaks);
        text_in(o, "to", leak->result < 0 ? "heap" : leak->result_name);
        cJSON_AddNumberToObject(o, "derefs", leak->derefs);
        add_path(o, r, leak->path.items, leak->path.len);
    }
}

void structured_add_verdicts(struct structured *s, const struct road *r) {
    vec_each(i, &r->verdicts->list) {
        const struct verdict *v = &r->verdicts->list.items[i];
        cJSON *o = next_in(s->list);
        text_in(o, "id", v->id);
        text_in(o, "name", v->name);
        text_in(o, "kind", kind_text(v->kind));
        add_place(o, verdict_place(v, r->go_file, &r->places));
        text_in(o, "function", v->function);
        text_in(o, "object", v->c_name);
        text_in(o, "environmentOf", v->environment_of);
        if (v->bytes >= 0)
            cJSON_AddNumberToObject(o, "bytes", (double)v->bytes);
        text_in(o, "storage", v->heap ? "heap" : "stack");
        text_in(o, "rule", rule_name(v->rule));
        text_in(o, "why", in_go_terms(r->terms, v->why));
        cJSON_AddBoolToObject(o, "byNature", v->by_nature);
        cJSON_AddBoolToObject(o, "assumed", v->assumed);
        text_in(o, "outlivedBy", v->outlived_by);
        add_path(o, r, v->path.items, v->path.len);
        add_leaks(o, r, v);
    }
}

/* ---- SARIF (OASIS: Static Analysis Results Interchange Format 2.1.0) ---- */

static cJSON *new_sarif_document(cJSON *document) {
    text_in(document, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    text_in(document, "version", "2.1.0");
    cJSON *run = next_in(array_in(document, "runs"));
    cJSON *driver = object_in(object_in(run, "tool"), "driver");
    text_in(driver, "name", "outlive");
    text_in(driver, "semanticVersion", OUTLIVE_VERSION);
    cJSON *rule = next_in(array_in(driver, "rules"));
    text_in(rule, "id", "heap-capture");
    text_in(rule, "name", "HeapCapture");
    text_in(object_in(rule, "shortDescription"), "text", "An object outlives its frame and must be heap-allocated");
    text_in(object_in(rule, "fullDescription"), "text",
            "The address of a local object can be used after the block that declares it has ended, so its place is the heap.");
    text_in(object_in(rule, "defaultConfiguration"), "level", "warning");
    text_in(run, "columnKind", "unicodeCodePoints");
    return array_in(run, "results");
}

/* A relative name stays relative, percent-encoded as a URI reference; an absolute one becomes a file: URI. */
static void add_uri(cJSON *parent, const char *file) {
    struct buf uri = {0};
    if (*file == '/')
        buf_add(&uri, "file://");
    for (const char *s = file; *s; s++) {
        unsigned char c = (unsigned char)*s;
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || strchr("-._~/", c);
        if (plain)
            buf_char(&uri, (char)c);
        else
            buf_printf(&uri, "%%%02X", c);
    }
    text_in(object_in(parent, "artifactLocation"), "uri", uri.text);
    buf_free(&uri);
}

static void add_location(struct structured *s, cJSON *location, struct shown_place at, const char *text) {
    cJSON *physical = object_in(location, "physicalLocation");
    add_uri(physical, at.file);
    if (at.line) {
        cJSON *region = object_in(physical, "region");
        cJSON_AddNumberToObject(region, "startLine", at.line);
        if (at.col)
            cJSON_AddNumberToObject(region, "startColumn", character_column(&s->lines, at));
    }
    if (text)
        text_in(object_in(location, "message"), "text", text);
}

void structured_add_warnings(struct structured *s, const struct road *r, const struct warnings *w) {
    vec_each(i, &w->list) {
        const struct warning *warning = &w->list.items[i];
        struct shown_place at = verdict_place(warning->verdict, r->go_file, &r->places);
        cJSON *result = next_in(s->list);
        text_in(result, "ruleId", "heap-capture");
        cJSON_AddNumberToObject(result, "ruleIndex", 0);
        text_in(result, "level", r->options->warnings_are_errors ? "error" : "warning");
        text_in(object_in(result, "message"), "text", in_go_terms(r->terms, warning->head.text));
        add_location(s, next_in(array_in(result, "locations")), at, NULL);
        if (!warning->notes.len)
            continue;
        cJSON *related = array_in(result, "relatedLocations");
        cJSON *thread = next_in(array_in(next_in(array_in(result, "codeFlows")), "threadFlows"));
        cJSON *steps = array_in(thread, "locations");
        add_location(s, object_in(next_in(steps), "location"), at, in_go_terms(r->terms, warning->head.text));
        vec_each(k, &warning->notes) {
            const struct message *note = &warning->notes.items[k];
            const char *text = in_go_terms(r->terms, note->text);
            struct shown_place where = r->places.show(r->places.context, &note->place);
            cJSON *location = next_in(related);
            cJSON_AddNumberToObject(location, "id", k + 1);
            add_location(s, location, where, text);
            add_location(s, object_in(next_in(steps), "location"), where, text);
        }
    }
}

/* ---- both ---- */

struct structured *structured_new(struct arena *a, bool sarif) {
    struct structured *s = arena_new(a, struct structured);
    s->lines.arena = a;
    s->document = cJSON_CreateObject();
    s->list = sarif ? new_sarif_document(s->document) : new_json_document(s->document);
    return s;
}

bool structured_print(struct structured *s) {
    char *text = cJSON_Print(s->document);
    if (!text)
        die("cJSON could not print a document");
    bool printed = output_print(text, strlen(text)) && output_print("\n", 1);
    free(text);
    cJSON_Delete(s->document);
    return printed;
}
