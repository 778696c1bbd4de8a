inline void in_header(int *p) {}
