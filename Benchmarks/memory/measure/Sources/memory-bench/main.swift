import Foundation

/// Measures the memory: `memory-bench COMMAND ARGUMENTS`, one line of JSON on standard output.
let commands: [String: ([String]) throws -> [String: Any]] = [
  "fill": Filling.run, "index": Indexing.run, "match": Matching.run, "concordance": Searching.run,
]
let arguments = CommandLine.arguments.dropFirst()
guard let name = arguments.first, let command = commands[name] else {
  print(
    "usage: memory-bench fill DB TSV | index DB | match DB QUERIES MINIMUM TOP SCORES | concordance DB TEXT [LANG [KIND]]"
  )
  exit(2)
}
do {
  var figures = try command(Array(arguments.dropFirst()))
  figures["peak_mb"] = Usage.peakMegabytes
  print(String(decoding: try JSONSerialization.data(withJSONObject: figures, options: [.sortedKeys]), as: UTF8.self))
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
