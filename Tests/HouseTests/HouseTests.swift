import Foundation
import TestSupport
import Testing

/// What ARCHITECTURE.md says always holds.
@Suite struct HouseTests {
  @Test func theMapIsTheManifest() throws {
    let manifest = try House.manifest()
    #expect(manifest.count > 10)
    #expect(Set(manifest.map(\.room)) == Set(try House.map().map(\.room)))
    for (room, imports) in manifest {
      let said = try House.map().first { $0.room == room }?.imports
      #expect(said == Set(imports), "\(room): ARCHITECTURE.md and Package.swift differ")
    }
  }

  @Test func everyImportGoesDown() throws {
    let allowed = try House.allowed()
    let rooms = Set(allowed.keys)
    let sources = try House.sources()
    #expect(sources.count > 300)
    for source in sources {
      let up = source.imports.filter { rooms.contains($0) && allowed[source.room]?.contains($0) != true }
      #expect(up.isEmpty, "Sources/\(source.room)/\(source.path) imports \(up)")
    }
  }

  @Test func programsImportTheFaceAlone() throws {
    let rooms = Set(try House.map().map(\.room))
    for source in try House.sources() where source.room.hasPrefix("Corridor") && source.room != "Corridor" {
      let others = source.imports.filter { rooms.contains($0) && $0 != "Corridor" }
      #expect(others.isEmpty, "\(source.path) imports \(others)")
    }
    #expect(try Checkout.text("Package.swift").contains("packageAccess: false"))
  }

  @Test func thePictureShowsTheManifest() throws {
    let picture = try Checkout.text("docs/house.svg")
    let drawn = Set(picture.matches(of: /data-from="(\w+)" data-to="(\w+)"/).map { "\($0.1) > \($0.2)" })
    let wanted = Set(try House.manifest().flatMap { room, imports in imports.map { "\(room) > \($0)" } })
    #expect(drawn == wanted, "draw it again: docs/draw-house > docs/house.svg")
  }

  @Test func everyPathOfTheMapIsThere() throws {
    for page in ["ARCHITECTURE.md", "CONTRIBUTING.md"] {
      let paths = try Checkout.text(page).matches(
        of: /`((?:Sources|Tests|glossary|docs|seeds|Examples|Benchmarks)\/[^`*…]*)`/)
      for path in paths.map({ String($0.1) }) {
        #expect(FileManager.default.fileExists(atPath: Checkout.root.appending(path: path).path), "\(page): \(path)")
      }
    }
  }

  @Test func craftsOpenNoFileAndPrintNothing() throws {
    let calls =
      /\b(?:print|debugPrint|fopen|open|fputs|puts|mmap)\(|FileManager|FileHandle|InputFile|FileSource|AtomicFile/
    for source in try House.sources() where House.crafts.contains(source.room) {
      for line in source.code where line.contains(calls) && !line.contains("func ") {
        Issue.record("Sources/\(source.room)/\(source.path): \(line)")
      }
    }
  }

  @Test func nothingBelowTheProgramsKnowsAFlag() throws {
    let flag = /"[^"]*(?:^|[^a-z-])--[a-z][a-z-]+[^"]*"/
    let programs: Set = ["CorridorCLI", "CorridorServer", "CorridorEditors"]
    for source in try House.sources() where !programs.contains(source.room) {
      for line in source.code where line.contains(flag) { Issue.record("\(source.room)/\(source.path): \(line)") }
    }
  }

  /// Codes of languages that the house has rules for, in quotes: they belong to `glossary/`.
  @Test func noCraftNamesALanguage() throws {
    let codes = Set(try Checkout.dataFiles("languages", ending: ".yml").map { $0.name.prefix { $0 != "." } })
    #expect(codes.count > 5)
    for source in try House.sources() where House.crafts.contains(source.room) {
      for line in source.code {
        // What is read and not compared: a message or a name of a key may hold two letters that are a code too.
        let named = line.matches(of: /"([a-z]{2,3})"/).map(\.1).filter(codes.contains)
        if !named.isEmpty { Issue.record("Sources/\(source.room)/\(source.path): \(named) in \(line)") }
      }
    }
  }

  @Test func aRoomOfMoreThanTwentyFilesHasFolders() throws {
    for (room, files) in Dictionary(grouping: try House.sources(), by: \.room) where files.count > 20 {
      let loose = files.filter { !$0.path.contains("/") }
      #expect(loose.count <= 20, "\(room): \(loose.map(\.path))")
    }
  }

  @Test func nothingFromOutsideMayStopTheProcess() throws {
    let traps = /\btry!|\bfatalError\(|\bas!/
    for source in try House.sources() {
      for line in source.code where line.contains(traps) { Issue.record("\(source.room)/\(source.path): \(line)") }
    }
  }
}
