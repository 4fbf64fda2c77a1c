// What the sanitizer for leaks leaves alone: fontconfig keeps what it found until the process ends.

extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig";
}
