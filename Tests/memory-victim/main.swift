import Bitext
import FoundationEssentials
import TranslationMemory

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Works on a memory until it is killed: `memory-victim STORE SEED [--file-limit BYTES] [--user NUMBER] [--rounds N]`.
///
/// Units come in lots of 40, each lot with its name in every source text and its state in every target text; a lot is
/// added, edited or deleted by one transaction. So a lot has 40 units of one state or none, or something is wrong. After
/// each transaction a line says its revision; an error is the last line.
///
/// With a limit the process can write no file beyond a size, as on a full disk; with a user it becomes that one.
struct Victim {
  static let lot = 40
  let memory: UnitMemory
  let seed: UInt64
  var random: UInt64
  var round = 0

  init(path: String, seed: UInt64) throws {
    memory = try UnitMemory(path: path)
    self.seed = seed
    random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  mutating func number(below limit: Int) -> Int {
    random ^= random << 13
    random ^= random >> 7
    random ^= random << 17
    return Int(random % UInt64(limit))
  }

  static func record(_ lot: String, _ number: Int, state: Int) -> UnitRecord {
    UnitRecord(
      TranslationUnit(variants: [
        Variant(language: "fr", text: "Le lot \(lot) a la phrase \(number), que voici."),
        Variant(language: "en", text: "state \(state)"),
      ]), tags: [lot])
  }

  mutating func work() throws {
    round += 1
    let lots = try memory.store.statistics().tags.map(\.name).sorted()
    switch number(below: 10) {
    case 0..<5:
      let name = "\(seed)x\(round)"
      try memory.store.write("add", by: "victim") { transaction in
        for n in 0..<Self.lot { _ = try transaction.add(Self.record(name, n, state: 0)) }
      }
    case 5..<7 where !lots.isEmpty:
      let name = lots[number(below: lots.count)]
      let state = round * 1_000 + Int(seed)
      try memory.store.write("edit", by: "victim") { transaction in
        var n = 0
        for id in try ids(name) {
          try transaction.replace(id, with: Self.record(name, n, state: state))
          n += 1
        }
      }
    case 7 where lots.count > 20:
      let name = lots[number(below: lots.count)]
      try memory.store.write("delete", by: "victim") { transaction in
        for id in try ids(name) { try transaction.delete(id) }
      }
    case 8:
      var count = 0
      try memory.store.forEachUnit { _ in
        count += 1
        return true
      }
    default: try memory.prepare("fr")
    }
    say("revision \(try memory.store.revision().number)")
  }

  private func ids(_ lot: String) throws -> [Int64] {
    var ids: [Int64] = []
    try memory.store.forEachUnit(UnitFilter(tags: [lot])) {
      ids.append($0.id)
      return true
    }
    return ids
  }
}

func say(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = write(1, bytes, bytes.count)
}

func option(_ name: String) -> Int? {
  let arguments = CommandLine.arguments
  return arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? Int(arguments[$0 + 1]) : nil }
}

do {
  guard CommandLine.arguments.count > 2, let seed = UInt64(CommandLine.arguments[2]) else {
    say("usage: memory-victim STORE SEED [--file-limit BYTES] [--user NUMBER] [--rounds N]")
    exit(2)
  }
  if let limit = option("--file-limit") {
    signal(SIGXFSZ, SIG_IGN)
    var limits = rlimit(rlim_cur: rlim_t(limit), rlim_max: rlim_t(limit))
    setrlimit(__rlimit_resource_t(1), &limits)
  }
  if let user = option("--user"), setuid(uid_t(user)) != 0 { say("error: cannot become \(user)") }
  var victim = try Victim(path: CommandLine.arguments[1], seed: seed)
  say("ready")
  for _ in 0..<(option("--rounds") ?? .max) { try victim.work() }
  say("done")
} catch {
  say("error: \(error)")
  exit(1)
}
