import Foundation

/// Measures the memory: `memory-bench COMMAND ARGUMENTS`, one line of JSON on standard output.
let commands: [String: ([String]) throws -> [String: Any]] = [
  "fill": Filling.run, "index": Indexing.run, "open": Opening.run, "match": Matching.run,
  "concordance": Searching.run,
]
let arguments = CommandLine.arguments.dropFirst()
do {
  if arguments.first == "words", arguments.count == 3 {
    try Wording.run(Array(arguments.dropFirst()))
    exit(0)
  }
  guard let name = arguments.first, let command = commands[name], arguments.count > 1 else {
    print(
      """
      usage: memory-bench fill STORE TSV | index STORE | open STORE | match STORE QUERIES MINIMUM TOP [SCORES [TIMES]]
        | concordance STORE TEXT [LANGUAGE|- [phrase|words|pattern|inflected]] | words TSV first|last
      """)
    exit(2)
  }
  var figures = try command(Array(arguments.dropFirst()))
  figures["peak_mb"] = Usage.peakMegabytes
  print(String(decoding: try JSONSerialization.data(withJSONObject: figures, options: [.sortedKeys]), as: UTF8.self))
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
