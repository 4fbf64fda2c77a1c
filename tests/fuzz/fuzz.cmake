# Coverage-guided fuzzers, one program a target (preset fuzz, clang-19): tests/fuzz/run.
file(GLOB targets RELATIVE ${CMAKE_SOURCE_DIR}/tests/fuzz/corpus ${CMAKE_SOURCE_DIR}/tests/fuzz/corpus/*)
foreach(target ${targets})
  add_executable(fuzz_${target} EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tests/fuzz/libfuzzer/fuzzer.cpp
                 ${CMAKE_SOURCE_DIR}/tests/fuzz/targets.cpp ${CMAKE_SOURCE_DIR}/tests/fuzz/http_target.cpp
                 ${CMAKE_SOURCE_DIR}/tests/exchange/made_workbook.cpp
                 ${CMAKE_SOURCE_DIR}/src/server/http.cpp ${CMAKE_SOURCE_DIR}/src/server/web.cpp
                 ${CMAKE_SOURCE_DIR}/src/server/event_stream.cpp ${CMAKE_SOURCE_DIR}/src/server/head.cpp
                 ${CMAKE_SOURCE_DIR}/src/server/listen.cpp)
  target_compile_definitions(fuzz_${target} PRIVATE KONTOR_FUZZ_TARGET="${target}")
  target_include_directories(fuzz_${target} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(fuzz_${target} PRIVATE kontor_exchange kontor_briefing kontor_wire)
  target_link_options(fuzz_${target} PRIVATE -fsanitize=fuzzer)
endforeach()
