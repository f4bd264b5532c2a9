import Bitext
import Foundation
import Linguistics
import TranslationMemory

/// Fills a store from lines of "French tab English", in one transaction.
enum Filling {
  static func run(_ arguments: [String]) throws -> [String: Any] {
    let store = try SQLiteStore(path: arguments[0])
    guard let file = fopen(arguments[1], "r") else { throw CocoaError(.fileNoSuchFile) }
    defer { fclose(file) }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    var added = 0
    var read = 0
    let (_, seconds) = try Usage.measure {
      try store.write("import \(arguments[1])", by: "bench") { transaction in
        while case let length = getline(&line, &capacity, file), length > 0, let line {
          let bytes = UnsafeRawBufferPointer(start: line, count: length)
          let end = bytes.last == 10 ? length - 1 : length
          guard let tab = bytes[..<end].firstIndex(of: 9) else { continue }
          let sides = [bytes[..<tab], bytes[(tab + 1)..<end]].map { String(decoding: $0, as: UTF8.self) }
          read += 1
          let unit = TranslationUnit(variants: [
            Variant(language: "fr", text: sides[0]), Variant(language: "en", text: sides[1]),
          ])
          if try transaction.add(UnitRecord(unit, origin: UnitOrigin(name: arguments[1], line: read))) != nil {
            added += 1
          }
        }
      }
    }
    return ["read": read, "added": added, "cpu": seconds, "bytes": try store.statistics().bytes]
  }
}

/// Brings the French index up.
enum Indexing {
  static func run(_ arguments: [String]) throws -> [String: Any] {
    let (memory, opening) = try Usage.measure { try UnitMemory(path: arguments[0]) }
    let (status, seconds) = try Usage.measure { try memory.prepare("fr") }
    return [
      "opening": opening, "cpu": seconds, "bytes": status.bytes, "texts": status.texts, "segments": status.segments,
      "fault": status.fault ?? "",
    ]
  }
}

/// Opens a memory whose index is there, up to the first answer.
enum Opening {
  static func run(_ arguments: [String]) throws -> [String: Any] {
    let (_, seconds) = try Usage.measure {
      let memory = try UnitMemory(path: arguments[0])
      _ = try memory.matches(MatchQuery("x", from: "fr", to: "en"))
    }
    return ["cpu": seconds]
  }
}

/// Prints one column of each line as folded words with spaces between, for peers that know no words.
enum Wording {
  static func run(_ arguments: [String]) throws {
    for line in try String(contentsOfFile: arguments[0], encoding: .utf8).split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let text = String((arguments[1] == "first" ? cells.first : cells.last) ?? "")
      let bytes = Array(text.utf8)
      let words = WordScanner.words(in: text).map { Folding.caseKey(String(decoding: bytes[$0.bytes], as: UTF8.self)) }
      print(words.joined(separator: " "))
    }
  }
}

/// Answers queries (lines, the text after the last tab), from text to text.
enum Matching {
  static func run(_ arguments: [String]) throws -> [String: Any] {
    let start = Usage.seconds
    let memory = try UnitMemory(path: arguments[0])
    _ = try memory.matches(MatchQuery("x", from: "fr", to: "en"))
    let opening = Usage.seconds - start
    let lines = try String(contentsOfFile: arguments[1], encoding: .utf8).split(separator: "\n")
    let queries = lines.map { String($0.split(separator: "\t").last ?? "") }
    let minimum = Double(arguments[2]) ?? 70
    let top = Int(arguments[3]) ?? 1
    var times: [Double] = []
    var scores: [String] = []
    for query in queries {
      let (matches, seconds) = try Usage.measure {
        try memory.matches(MatchQuery(query, from: "fr", to: "en", minimum: minimum, top: top))
      }
      times.append(seconds)
      scores.append(matches.map { String(format: "%.4f", $0.score) }.joined(separator: " "))
    }
    if arguments.count > 4 {
      try (scores.joined(separator: "\n") + "\n").write(toFile: arguments[4], atomically: true, encoding: .utf8)
    }
    if arguments.count > 5 {
      let lines = zip(times, queries).map { String(format: "%.0f", $0 * 1e6) + "\t" + $1 + "\n" }
      try lines.joined().write(toFile: arguments[5], atomically: true, encoding: .utf8)
    }
    let total = times.reduce(0, +)
    times.sort()
    func percentile(_ share: Double) -> Double { times[min(times.count - 1, Int(Double(times.count) * share))] * 1e3 }
    return [
      "opening": opening, "queries": queries.count, "per_second": Double(queries.count) / total,
      "p50_ms": percentile(0.5), "p99_ms": percentile(0.99), "max_ms": percentile(1),
      "matched": scores.filter { !$0.isEmpty }.count,
    ]
  }
}

/// Searches for words or a pattern, ten times.
enum Searching {
  static func run(_ arguments: [String]) throws -> [String: Any] {
    let memory = try UnitMemory(path: arguments[0])
    var query = ConcordanceQuery(arguments[1], limit: 100)
    if arguments.count > 2, arguments[2] != "-" { query.language = LanguageTag(arguments[2]) }
    if arguments.count > 3 {
      query.isInflected = arguments[3] == "inflected"
      query.kind = ConcordanceQuery.Kind(rawValue: arguments[3]) ?? .phrase
    }
    for language in try memory.store.languages() { try memory.prepare(LanguageTag(stringLiteral: language)) }
    var best = Double.infinity
    var total = 0
    for _ in 0..<(query.kind == .pattern ? 1 : 10) {
      let (found, seconds) = try Usage.measure { try memory.concordance(query) }
      best = min(best, seconds)
      total = found.total
    }
    return ["ms": best * 1e3, "total": total]
  }
}
