import Bitext
import Testing

@testable import Corridor

@Suite struct FindingPlacesTests {
  private func located(_ text: String, _ word: String) throws -> Finding.Location {
    let document = try Fixture.workspace.segment(text: text, ReadingOptions(language: "en"))
    let sentence = try #require(document.segments.firstIndex { $0.text.contains(word) })
    let inside = document.segments[sentence].text
    let range = try #require(inside.firstRange(of: word))
    let start = inside.utf8.distance(from: inside.utf8.startIndex, to: range.lowerBound)
    let finding = Finding(
      check: "name-variant", severity: .warning, message: "",
      place: .words(side: .target, sentence: sentence, bytes: start..<start + word.utf8.count), surface: word)
    return try #require(finding.located(in: document, source: "fr").location)
  }

  @Test func theFingerprintIsTheSentencesOwn() throws {
    let first = try located("He met Pachinian.", "Pachinian")
    let moved = try located("It rained.\n\nHe met Pachinian. It stopped.", "Pachinian")
    #expect(first.fingerprint == moved.fingerprint && first.fingerprint.utf8.count == 16)
    #expect(first.line == 1 && moved.line == 3 && moved.source == "fr")
    #expect(try located("She met Pachinian.", "Pachinian").fingerprint != first.fingerprint)
  }

  @Test func hashtagsAndHandlesKeepTheirMark() throws {
    #expect(try located("Seen on #Armenia today.", "Armenia").mark == "#")
    #expect(try located("Said @Armenia today.", "Armenia").mark == "@")
    #expect(try located("Armenia said so.", "Armenia").mark.isEmpty)
  }
}
