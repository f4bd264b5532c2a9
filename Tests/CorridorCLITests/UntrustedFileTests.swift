import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Files from outside: nothing they name is opened or fetched, what is too large is refused by name, what is whole is saved.
@Suite struct UntrustedFileTests {
  /// A socket on this machine that counts who calls.
  private final class Listener {
    let port: UInt16
    private let descriptor: Int32

    init() throws {
      let opened = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      try #require(opened >= 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let bound = withUnsafeMutablePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(opened, $0, length) }
      }
      let listens = listen(opened, 8)
      try #require(bound == 0 && listens == 0)
      _ = withUnsafeMutablePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(opened, $0, &length) }
      }
      descriptor = opened
      port = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(descriptor) }

    /// Whether somebody waits to be let in.
    var wasCalled: Bool {
      var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      return poll(&state, 1, 50) > 0
    }
  }

  private static func memory(_ prolog: String, _ text: String = "a") -> String {
    """
    <?xml version="1.0"?>
    \(prolog)
    <tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="fr" datatype="x"/><body>
    <tu><tuv xml:lang="fr"><seg>\(text)</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu>
    </body></tmx>
    """
  }

  /// What a file may name outside itself, with the entity that would bring it in.
  private static func references(_ port: UInt16, _ secret: String) -> [(prolog: String, text: String)] {
    let address = "http://127.0.0.1:\(port)/x"
    return [
      ("<!DOCTYPE tmx SYSTEM \"\(address).dtd\">", "a"),
      ("<!DOCTYPE tmx PUBLIC \"-//x\" \"\(address).dtd\">", "a"),
      ("<!DOCTYPE tmx SYSTEM \"\(secret)\">", "a"),
      ("<!DOCTYPE tmx [<!ENTITY e SYSTEM \"\(address)\">]>", "&e;"),
      ("<!DOCTYPE tmx [<!ENTITY e SYSTEM \"file://\(secret)\">]>", "&e;"),
      ("<!DOCTYPE tmx [<!ENTITY % p SYSTEM \"\(address)\"> %p;]>", "a"),
      ("<?xml-stylesheet href=\"\(address)\"?>", "<xi:include xmlns:xi='x' href='\(address)'/>"),
    ]
  }

  @Test func nothingThatAFileNamesIsOpenedOrFetched() throws {
    let listener = try Listener()
    let strace = "/usr/bin/strace"
    try Tool.inTemporaryFolder { folder in
      let secret = folder.appending(path: "secret.txt").path
      try "TOP SECRET".write(toFile: secret, atomically: true, encoding: .utf8)
      for (number, reference) in Self.references(listener.port, secret).enumerated() {
        let name = "\(number).tmx"
        try Self.memory(reference.prolog, reference.text)
          .write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        for command in [["convert", name, "out.tmx"], ["convert", name, "out.xlf", "--salvage"], ["validate", name]] {
          let run: Tool.Run
          if FileManager.default.isExecutableFile(atPath: strace) {
            run = try Tool.run(
              URL(filePath: strace),
              ["-f", "-o", "calls", "-e", "trace=open,openat,socket,connect", Tool.executable.path] + command,
              in: folder)
            let calls = try String(contentsOf: folder.appending(path: "calls"), encoding: .utf8)
            #expect(!calls.contains("secret.txt") && !calls.contains("AF_INET"), "\(reference.prolog)")
          } else {
            run = try Tool.run(Tool.executable, command, in: folder)
          }
          #expect(run.status == 0 || run.status == 1 || run.status == 3)
          #expect(!run.output.contains("TOP SECRET") && !run.messages.contains("TOP SECRET"))
        }
        let made = folder.appending(path: "out.tmx")
        if FileManager.default.fileExists(atPath: made.path) {
          #expect(try !String(contentsOf: made, encoding: .utf8).contains("TOP SECRET"))
        }
      }
    }
    #expect(!listener.wasCalled)
  }

  @Test func aUserEntityIsRefusedAtItsPlace() throws {
    try Tool.inTemporaryFolder { folder in
      try Self.memory("<!DOCTYPE tmx [<!ENTITY product \"Corridor\">]>", "le &product;")
        .write(to: folder.appending(path: "a.tmx"), atomically: true, encoding: .utf8)
      let run = try Tool.run("convert", "a.tmx", "b.tmx", in: folder)
      #expect(run.status == 3)
      #expect(
        run.messages.split(separator: "\n").last?.hasPrefix(
          "a.tmx:4:32: error: entity &product; is declared in the document") == true, "\(run.messages)")
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "b.tmx").path))
    }
  }

  @Test(arguments: [
    ("depth", String(repeating: "<hi>", count: 300) + String(repeating: "</hi>", count: 300)),
    ("attribute-bytes", "<ph x=\"\(String(repeating: "x", count: 1 << 20))y\"/>"),
    ("attributes", "<ph \((0...1_000).map { "a\($0)=\"\"" }.joined(separator: " "))/>"),
    ("segment-bytes", String(repeating: "texte ", count: 3 << 20)),
  ])
  func whatIsTooLargeIsRefusedByTheNameOfItsLimit(limit: String, text: String) throws {
    try Tool.inTemporaryFolder { folder in
      try Self.memory("", text).write(to: folder.appending(path: "a.tmx"), atomically: true, encoding: .utf8)
      let run = try Tool.run("convert", "a.tmx", "b.tmx", in: folder)
      #expect(run.status == 3)
      #expect(run.messages.contains("raise the limit '\(limit)'"), "\(run.messages)")
      let raised = try Tool.run("convert", "a.tmx", "b.tmx", "--limit", "\(limit)=100000000", in: folder)
      #expect(raised.status == 0, "\(raised.messages)")
    }
  }

  @Test func aSalvageKeepsWhatIsWholeAndListsTheRest() throws {
    try Tool.inTemporaryFolder { folder in
      let good = "<tu><tuv xml:lang=\"fr\"><seg>bon</seg></tuv><tuv xml:lang=\"en\"><seg>good</seg></tuv></tu>"
      let text = """
        <tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="fr" datatype="x"/><body>
        \(good)
        <tu><tuv xml:lang="fr"><seg>A & B</seg></tuv></tu>
        \(good)
        <tu><tuv xml:lang="fr"><seg>\u{B}ctl</seg></tuv></tu>
        <tu><tuv xml:lang="fr"><seg>cut
        """
      try text.write(to: folder.appending(path: "a.tmx"), atomically: true, encoding: .utf8)
      let strict = try Tool.run("convert", "a.tmx", "b.tmx", in: folder)
      #expect(strict.status == 3)
      #expect(strict.messages.contains("a.tmx:3:31: error: '&' that starts no reference"), "\(strict.messages)")
      #expect(strict.messages.contains("1 complete unit stands before it; --salvage keeps those"))
      let run = try Tool.run("convert", "a.tmx", "b.tmx", "--salvage", in: folder)
      #expect(run.status == 1)
      let lines = run.messages.split(separator: "\n").map(String.init)
      #expect(lines.contains { $0.hasPrefix("a.tmx:3:31: warning: left out: '&'") })
      #expect(lines.contains { $0.hasPrefix("a.tmx:5:29: warning: control character U+000B") })
      #expect(lines.contains { $0.hasPrefix("a.tmx:6:") && $0.contains("left out: unexpected end of file") })
      #expect(lines.contains("3 from tmx to tmx, 2 left out"), "\(run.messages)")
      let made = try String(contentsOf: folder.appending(path: "b.tmx"), encoding: .utf8)
      #expect(made.components(separatedBy: "<tu>").count == 4 && made.contains("\u{FFFD}ctl"))
    }
  }

  @Test func aDefectOfMeaningIsToldOnceWithItsNumber() throws {
    try Tool.inTemporaryFolder { folder in
      let unit = "<tu creationdate=\"hier\"><tuv xml:lang=\"fr\"><seg>a</seg></tuv></tu>\n"
      let text = Self.memory("").replacing("</body>", with: String(repeating: unit, count: 3) + "</body>")
      try text.write(to: folder.appending(path: "a.tmx"), atomically: true, encoding: .utf8)
      let run = try Tool.run("convert", "a.tmx", "b.tmx", in: folder)
      #expect(run.status == 0)
      #expect(run.messages.components(separatedBy: "creationdate 'hier'").count == 2, "\(run.messages)")
      #expect(run.messages.contains("2 more [tmx-date]; corridor validate lists them"))
    }
  }

  @Test func aTargetLanguageThatNobodyNamesIsAskedFor() throws {
    try Tool.inTemporaryFolder { folder in
      try """
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
      <file original="f" datatype="plaintext" source-language="fr"><body>
      <trans-unit id="1"><source>a</source><target>b</target></trans-unit>
      </body></file></xliff>
      """.write(to: folder.appending(path: "a.xlf"), atomically: true, encoding: .utf8)
      let run = try Tool.run("convert", "a.xlf", "b.tmx", in: folder)
      #expect(run.status == 3)
      #expect(run.messages.hasPrefix("a.xlf:2:1: error: the target language is not known; name it with --target"))
      #expect(try Tool.run("convert", "a.xlf", "b.tmx", "--target", "en", in: folder).status == 0)
    }
  }
}
