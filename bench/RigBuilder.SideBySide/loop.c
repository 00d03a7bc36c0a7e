/*
 * A loop over llama.cpp's C interface that shares no line with RigBuilder: the second opinion on its speed tests.
 *
 *   cc -O2 -o loop loop.c -ldl
 *   ./loop LIBRARY_FOLDER MODEL.gguf THREADS
 *
 * It loads the model once, then serves one line of standard input after the other:
 *   "pp N"  a prompt of N random tokens in one batch        "tg N"  N tokens one by one
 * and answers each with "wall seconds, CPU seconds of the process" on a line of its own. The cache is cleared before and the work
 * finished after the clock runs, as in llama-bench. The layouts are those of llama.cpp 815a2a591, which LLamaSharp 0.30 brings, on x64: parameters are
 * touched by offset only, and the defaults are checked before they are used.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct { _Alignas(8) unsigned char bytes[72]; } model_params;
typedef struct { _Alignas(8) unsigned char bytes[160]; } context_params;
typedef struct { _Alignas(8) unsigned char bytes[528]; } pool_params;
typedef struct { int32_t n; int32_t *token; void *embd, *pos, *n_seq, *seq, *logits; } batch;

static void *libs[3];

static void quit(const char *why, const char *what) {
    fprintf(stderr, "%s %s\n", why, what ? what : "");
    exit(2);
}

/* The names carry versions: the first file that begins with the prefix and holds ".so". */
static void *open_library(const char *folder, const char *prefix) {
    DIR *dir = opendir(folder);
    struct dirent *entry;
    char path[4096];
    if (!dir) quit("no folder", folder);
    while ((entry = readdir(dir)) != NULL) {
        if (strncmp(entry->d_name, prefix, strlen(prefix)) || !strstr(entry->d_name, ".so")) continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        closedir(dir);
        void *library = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
        if (!library) quit("cannot load", dlerror());
        return library;
    }
    quit("no library named", prefix);
    return NULL;
}

static void *find(const char *name) {
    for (int i = 0; i < 3; i++) {
        void *address = dlsym(libs[i], name);
        if (address) return address;
    }
    quit("no function", name);
    return NULL;
}

#define CALL(result, name, ...) ((result (*)(__VA_ARGS__))find(name))
#define SET(type, params, offset, value) do { type v_ = (value); memcpy((params).bytes + (offset), &v_, sizeof v_); } while (0)

static int32_t at(const unsigned char *bytes, int offset) {
    int32_t value;
    memcpy(&value, bytes + offset, sizeof value);
    return value;
}

static void quiet(int level, const char *text, void *data) {
    (void)data;
    if (level == 4) fputs(text, stderr);
}

static double now(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static int32_t (*decode)(void *, batch);
static void (*synchronize)(void *);
static void *(*memory_of)(void *);
static void (*clear)(void *, uint8_t);

/* Finds the library's functions. */
static void loop_bind(const char *folder) {
    libs[0] = open_library(folder, "libggml-base");
    libs[1] = open_library(folder, "libggml.");
    libs[2] = open_library(folder, "libllama.");
    decode = find("llama_decode");
    synchronize = find("llama_synchronize");
    memory_of = find("llama_get_memory");
    clear = find("llama_memory_clear");
}

/* One turn of count tokens, one by one or in one batch; wall and CPU seconds. Not 0: it failed. */
static int loop_turn(void *context, int words, int single, int count, double *wall, double *cpu) {
    static int32_t tokens[2048];
    if (count < 1 || count > 2048) return 1;
    for (int i = 0; i < count; i++) tokens[i] = rand() % words;
    clear(memory_of(context), 0);
    synchronize(context);
    *cpu = now(CLOCK_PROCESS_CPUTIME_ID), *wall = now(CLOCK_MONOTONIC);
    for (int done = 0; done < count; done += single ? 1 : count) {
        batch b = {single ? 1 : count, tokens + done, NULL, NULL, NULL, NULL, NULL};
        if (decode(context, b)) return 2;
        if (single) synchronize(context);
    }
    synchronize(context);
    *wall = now(CLOCK_MONOTONIC) - *wall;
    *cpu = now(CLOCK_PROCESS_CPUTIME_ID) - *cpu;
    return 0;
}

int main(int argc, char **argv) {
    if (argc != 4) quit("usage: loop LIBRARY_FOLDER MODEL.gguf THREADS", NULL);
    loop_bind(argv[1]);
    int threads = atoi(argv[3]);

    CALL(void, "llama_log_set", void *, void *)((void *)quiet, NULL);
    CALL(void, "ggml_backend_load_all_from_path", const char *)(argv[1]);
    CALL(void, "llama_backend_init", void)();

    model_params mp = CALL(model_params, "llama_model_default_params", void)();
    if (at(mp.bytes, 16) != -1 || at(mp.bytes, 20) != 1 || at(mp.bytes, 24) != 1) quit("another layout of", "llama_model_params");
    SET(int32_t, mp, 16, 0); /* n_gpu_layers */
    SET(int32_t, mp, 24, 0); /* load_mode: read, not mapped */
    void *model = CALL(void *, "llama_model_load_from_file", const char *, model_params)(argv[2], mp);
    if (!model) quit("cannot load", argv[2]);
    void *vocabulary = CALL(void *, "llama_model_get_vocab", void *)(model);
    int32_t words = CALL(int32_t, "llama_vocab_n_tokens", void *)(vocabulary);

    void *device = CALL(void *, "ggml_backend_dev_by_type", int)(0);
    void *registry = CALL(void *, "ggml_backend_dev_backend_reg", void *)(device);
    void *(*pool_new)(pool_params *) =
        CALL(void *, "ggml_backend_reg_get_proc_address", void *, const char *)(registry, "ggml_threadpool_new");

    char kind[8];
    int count;
    void *context = NULL, *pool = NULL;
    char last[8] = "";
    int last_count = 0;
    printf("ready %d\n", words);
    fflush(stdout);
    while (scanf("%7s %d", kind, &count) == 2) {
        if (count < 1 || count > 2048) quit("1 to 2048 tokens, not", kind);
        if (strcmp(kind, last) || count != last_count) { /* a context per test, as in llama-bench */
            if (context) {
                CALL(void, "llama_detach_threadpool", void *)(context);
                CALL(void, "llama_free", void *)(context);
            }
            context_params cp = CALL(context_params, "llama_context_default_params", void)();
            if (at(cp.bytes, 0) != 512 || at(cp.bytes, 4) != 2048 || at(cp.bytes, 48) != -1 || at(cp.bytes, 104) != 1) quit("another layout of", "llama_context_params");
            SET(uint32_t, cp, 0, (uint32_t)count);
            SET(int32_t, cp, 24, threads);
            SET(int32_t, cp, 28, threads);
            SET(int32_t, cp, 48, 1); /* flash attention on */
            cp.bytes[132] = 0;       /* swa_full off */
            context = CALL(void *, "llama_init_from_model", void *, context_params)(model, cp);
            if (!context) quit("cannot create a context", NULL);
            if (!pool && pool_new) {
                pool_params pp;
                CALL(void, "ggml_threadpool_params_init", pool_params *, int)(&pp, threads);
                pool = pool_new(&pp);
            }
            if (pool) CALL(void, "llama_attach_threadpool", void *, void *, void *)(context, pool, NULL);
            strcpy(last, kind);
            last_count = count;
        }
        double wall, cpu;
        if (loop_turn(context, words, kind[0] == 't', count, &wall, &cpu)) quit("cannot decode", kind);
        printf("%.9f %.9f\n", wall, cpu);
        fflush(stdout);
    }
    return 0;
}
