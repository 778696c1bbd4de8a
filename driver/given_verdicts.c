#include "driver/given_verdicts.h"

#include <cjson/cJSON.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

__attribute__((format(printf, 2, 3))) static bool wrong(const struct road *r, const char *format, ...) {
    va_list args;
    va_start(args, format);
    fprintf(stderr, "outlive: %s: ", r->options->verdicts);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    return false;
}

static bool read_file(const char *name, struct buf *text) {
    FILE *in = fopen(name, "r");
    if (!in)
        return false;
    char part[1 << 16];
    for (size_t n; (n = fread(part, 1, sizeof part, in)) > 0;)
        buf_addn(text, part, n);
    bool whole = !ferror(in);
    int error = errno;
    fclose(in);
    errno = error;
    return whole;
}

static bool follow(const struct road *r, const cJSON *given) {
    const cJSON *id = cJSON_GetObjectItemCaseSensitive(given, "id");
    const cJSON *storage = cJSON_GetObjectItemCaseSensitive(given, "storage");
    if (!id)
        return true; /* no site */
    bool heap = cJSON_IsString(storage) && !strcmp(storage->valuestring, "heap");
    bool stack = cJSON_IsString(storage) && !strcmp(storage->valuestring, "stack");
    if (!cJSON_IsString(id) || (!heap && !stack))
        return wrong(r, "a verdict has an id, and stack or heap as its storage");
    struct verdict *v = map_get(&r->verdicts->by_id, id->valuestring);
    if (!v)
        return wrong(r, "there is no storage site '%s' in %s", id->valuestring, r->go_file);
    if (stack && v->by_nature)
        return wrong(r, "'%s' can never be on the stack: %s", id->valuestring, v->why);
    v->heap = heap;
    return true;
}

bool follow_given_verdicts(struct road *r) {
    struct buf text = {0};
    if (!read_file(r->options->verdicts, &text)) {
        buf_free(&text);
        return wrong(r, "%s", strerror(errno));
    }
    cJSON *document = cJSON_ParseWithLength(text.text, text.len);
    buf_free(&text);
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(document, "verdicts"), *given;
    bool followed = cJSON_IsArray(list) || wrong(r, "it is no document of verdicts, as `outlive check -json` prints it");
    cJSON_ArrayForEach(given, list) followed = followed && follow(r, given);
    cJSON_Delete(document);
    return followed;
}
