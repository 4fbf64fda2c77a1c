# kontor_room(NAME USES room... LINKS library... ALONE file...): every .cpp of src/NAME as the library kontor_NAME.
# USES is the include table of docs/architecture.md; tests/tidy checks the includes themselves.
# KONTOR_UNITY compiles several files as one, which takes less than half the time. So a name in an anonymous
# namespace stands once in its room; files that cannot share are ALONE.
function(kontor_room name)
  cmake_parse_arguments(ROOM "" "" "USES;LINKS;ALONE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  add_library(kontor_${name} STATIC ${sources})
  set_target_properties(kontor_${name} PROPERTIES UNITY_BUILD ${KONTOR_UNITY} UNITY_BUILD_BATCH_SIZE 10)
  if(KONTOR_UNITY)
    target_compile_options(kontor_${name} PRIVATE -Wno-shadow -Wshadow=local)  # not of names in the files before
  endif()
  foreach(file ${ROOM_ALONE})
    set_source_files_properties(${CMAKE_SOURCE_DIR}/src/${name}/${file} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endforeach()
  target_include_directories(kontor_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  foreach(used ${ROOM_USES})
    target_link_libraries(kontor_${name} PUBLIC kontor_${used})
  endforeach()
  target_link_libraries(kontor_${name} PUBLIC ${ROOM_LINKS})
endfunction()

# kontor_test(NAME): every *_test.cpp of tests/NAME as one GoogleTest program, run whole by CTest.
function(kontor_test name)
  cmake_parse_arguments(TEST "" "" "USES;LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${name}/*.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(test_${name} ${sources})
  foreach(used ${TEST_USES})
    target_link_libraries(test_${name} PRIVATE kontor_${used})
  endforeach()
  target_link_libraries(test_${name} PRIVATE ${TEST_LINKS} GTest::gmock GTest::gtest_main)
  target_include_directories(test_${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_compile_definitions(test_${name} PRIVATE KONTOR_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND test_${name})
endfunction()
