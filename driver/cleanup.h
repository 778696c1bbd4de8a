/* Scratch files and folders that must not be left behind, whatever ends the process: a return, or a signal. */
#ifndef OUTLIVE_CLEANUP_H
#define OUTLIVE_CLEANUP_H

/* Catches the signals that end a process from outside (interrupt, terminate, hang-up): what was added goes, then the signal
 * does what it does by itself. Once, from main. */
void cleanup_install(void);

/* Adds a file, or a folder before the files in it. The name is copied. */
void cleanup_add(const char *path);

/* It is gone, or has become something to keep. */
void cleanup_forget(const char *path);

/* Removes all that was added, the newest first. */
void cleanup_run(void);

#endif
