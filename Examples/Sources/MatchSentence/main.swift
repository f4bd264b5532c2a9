// MatchSentence TEXT TRANSLATION MEMORY SENTENCE: keeps a translated text in a memory, and asks it for a sentence.
import Corridor

do {
  let arguments = CommandLine.arguments
  let workspace = try Workspace.open()
  let memory = MemoryPlace.file(arguments[3])

  let aligned = try workspace.align(
    workspace.segment(InputFile(arguments[1])), workspace.segment(InputFile(arguments[2])))
  let saved = try workspace.save(aligned, minimum: 0.6, to: memory)
  print("\(saved.added) units added, \(saved.known) known")

  var options = MatchOptions()
  options.memory = memory
  options.minimum = 60
  for found in try workspace.match(arguments[4], options) {
    print("\(found.match.shownScore) % \(found.match.source)")
    print("     \(found.match.target)")
    if let repair = found.repair { print("     mended: \(repair.text)") }
  }
} catch {
  print(error)
}
