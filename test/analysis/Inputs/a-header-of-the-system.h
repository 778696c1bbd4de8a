#pragma GCC system_header
int recv(int, void *, unsigned long, int);
int listen(int *, int);
