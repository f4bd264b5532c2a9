import Files
import Rules
import Testing
import TranslationMemory

@testable import Corridor

@Suite struct ErrorBridgesTests {
  private let place = SourcePosition(file: "a.tmx", line: 2, column: 1)

  @Test func aRefusedFileKeepsItsPlaceAndReason() {
    #expect(throws: CorridorError.refused(.malformed, Fault("no root", remedy: "mend it", at: place))) {
      try exchanging { () throws(FileError) in throw FileError(.malformed, "no root; mend it", at: place) }
    }
  }

  @Test func allFaultsOfARuleFileAreKept() {
    let error = #expect(throws: CorridorError.self) {
      try ruled { () throws(RulesErrors) in
        throw RulesErrors([RulesError("one; a", at: place), RulesError("two; b", at: place)])
      }
    }
    #expect(error == .faults([Fault("one", remedy: "a", at: place), Fault("two", remedy: "b", at: place)]))
    #expect(error?.description == "a.tmx:2:1: error: one; a\na.tmx:2:1: error: two; b")
  }

  @Test func theMemoryIsPassedOnAsItIs() {
    #expect(throws: CorridorError.memory(.busy(path: "m"))) {
      try remembering { () throws(MemoryError) in throw .busy(path: "m") }
    }
  }

  @Test func whatNobodyExpectsIsAFailure() {
    struct Odd: Error, CustomStringConvertible { var description: String { "odd" } }
    #expect(throws: CorridorError.failure("odd")) { try rememberingAll { throw Odd() } }
    #expect(throws: CorridorError.noMemoryHere) { try rememberingAll { throw CorridorError.noMemoryHere } }
  }
}
