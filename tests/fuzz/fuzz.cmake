# One coverage-guided fuzzer of all readers (preset fuzz, clang-19); KONTOR_FUZZ_TARGET chooses one: tests/fuzz/run.
set(server ${CMAKE_SOURCE_DIR}/src/server)
set(fuzz ${CMAKE_SOURCE_DIR}/tests/fuzz)
add_executable(kontor-fuzz EXCLUDE_FROM_ALL ${fuzz}/libfuzzer/fuzzer.cpp ${fuzz}/targets.cpp ${fuzz}/http_target.cpp
               ${CMAKE_SOURCE_DIR}/tests/exchange/made_workbook.cpp
               ${server}/http.cpp ${server}/http_parser.cpp ${server}/web.cpp ${server}/event_stream.cpp ${server}/head.cpp ${server}/listen.cpp)
target_include_directories(kontor-fuzz PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(kontor-fuzz PRIVATE kontor_exchange kontor_briefing kontor_wire)
target_link_options(kontor-fuzz PRIVATE -fsanitize=fuzzer)
