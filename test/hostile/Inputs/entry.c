/* What calls a target: libFuzzer, or main over files. Compiled into each of them. */
#include "test/hostile/Inputs/hostile.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#ifdef OUTLIVE_FUZZ

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len) {
    hostile_input((const char *)bytes, len);
    return 0;
}

#else

/* In an allocation of just its size, so that a read behind it is one behind the allocation too. */
static void replay(FILE *file) {
    fseek(file, 0, SEEK_END);
    long len = ftell(file);
    rewind(file);
    char *bytes = malloc(len ? (size_t)len : 1);
    if (!bytes || fread(bytes, 1, (size_t)len, file) != (size_t)len)
        abort();
    hostile_input(bytes, (size_t)len);
    free(bytes);
}

int main(int argc, char **argv) {
    for (int i = 1; i < argc; i++) {
        FILE *file = fopen(argv[i], "rb");
        if (!file) {
            perror(argv[i]);
            return 1;
        }
        replay(file);
        fclose(file);
    }
    printf("%d inputs\n", argc - 1);
    return argc > 1 ? 0 : 1;
}

#endif
