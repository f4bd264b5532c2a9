// SegmentToTMX TEXT: the sentences of a text as TMX on standard output, each with the glossary's terms in it.
import Corridor

do {
  let workspace = try Workspace.open()
  let document = try workspace.segment(InputFile(CommandLine.arguments[1]))

  let output = try Output(path: nil)
  let file = try MemoryFile(.tmx, source: document.language, output: output)
  for unit in try workspace.units(of: document) { try file.write(unit) }
  try file.finish()
  try output.finish()
} catch {
  print(error)
}
