#include "cli/solve_proof.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <system_error>

#include "engine/breaks/claim.h"
#include "engine/breaks/lrat.h"

namespace kontor::cli {

namespace {

using engine::breaks::Answer;
using engine::breaks::Claim;
using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

[[noreturn]] void fail(const std::string& name) {
  throw std::system_error(errno, std::generic_category(), name);
}

File open(const std::string& name) {
  File file(std::fopen(name.c_str(), "wb"), std::fclose);
  if (!file) fail(name);
  return file;
}

void write_whole(const std::string& name, const std::string& text) {
  const File file = open(name);
  if (std::fwrite(text.data(), 1, text.size(), file.get()) != text.size()) fail(name);
  if (std::fflush(file.get()) != 0) fail(name);
}

// In the form that the name of the file asks for.
bool refute_as(const std::string& name, const Claim& claim, std::FILE* file,
               const engine::breaks::Stop& stop) {
  if (!name.ends_with(".lrat")) return engine::breaks::refute(claim, file, stop);
  const File drat(std::tmpfile(), std::fclose);
  if (!drat) fail("a temporary file");
  if (!engine::breaks::refute(claim, drat.get(), stop)) return false;
  if (std::fflush(drat.get()) != 0 || std::ferror(drat.get()) != 0) fail("a temporary file");
  std::rewind(drat.get());
  return engine::breaks::to_lrat(claim.encoding.formula, drat.get(), file, stop);
}

// Under another name until it is whole.
bool refute_into(const std::string& name, const Claim& claim, const engine::breaks::Stop& stop) {
  const std::string unfinished = name + ".unfinished";
  const File file = open(unfinished);
  const bool refuted = refute_as(name, claim, file.get(), stop);
  if (std::fflush(file.get()) != 0 || std::ferror(file.get()) != 0) fail(unfinished);
  if (refuted)
    std::filesystem::rename(unfinished, name);
  else
    std::filesystem::remove(unfinished);
  return refuted;
}

std::string quoted(const std::string& text) {
  std::string quoted;
  for (const char character : text) {
    if (character == '"' || character == '\\') quoted += '\\';
    if (static_cast<unsigned char>(character) < 0x20)
      quoted += fmt::format("\\u{:04x}", static_cast<int>(character));
    else
      quoted += character;
  }
  return '"' + quoted + '"';
}

}  // namespace

ProofFiles write_proof(const engine::breaks::Problem& problem, const Answer& answer,
                       const std::string& proof_file, const engine::breaks::Stop& stop) {
  ProofFiles files;
  files.proof = proof_file;
  files.formula = std::filesystem::path(proof_file).replace_extension(".cnf").string();
  std::optional<int> fewer;
  if (answer.status == Answer::Status::Optimal) fewer = answer.breaks - 1;
  if (fewer == -1) files.state = ProofFiles::State::Trivial;
  if (fewer == -1 || (!fewer && answer.status != Answer::Status::Infeasible)) return files;
  const Claim better = engine::breaks::claim(problem, fewer);
  if (!refute_into(files.proof, better, stop)) return files;
  write_whole(files.formula, engine::breaks::to_dimacs(better, problem));
  files.state = ProofFiles::State::Written;
  return files;
}

std::string to_json(const ProofFiles& files) {
  switch (files.state) {
    case ProofFiles::State::Written:
      return fmt::format(R"({{"state":"written","formula":{},"file":{}}})", quoted(files.formula),
                         quoted(files.proof));
    case ProofFiles::State::Trivial:
      return R"({"state":"trivial"})";
    case ProofFiles::State::Unproven:
      break;
  }
  return R"({"state":"unproven"})";
}

std::string in_words(const ProofFiles& files) {
  switch (files.state) {
    case ProofFiles::State::Written:
      return fmt::format("{} refutes {}, which says that there is a better schedule.\n",
                         files.proof, files.formula);
    case ProofFiles::State::Trivial:
      return "No proof is written: there cannot be fewer than no breaks.\n";
    case ProofFiles::State::Unproven:
      break;
  }
  return "No proof is written: nothing was proven in the time given.\n";
}

}  // namespace kontor::cli
