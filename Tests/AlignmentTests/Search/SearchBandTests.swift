import Testing

@testable import Alignment

@Suite struct SearchBandTests {
  /// Bands round a crooked way of 30 by 35 sentences.
  private static let bands = [0, 1, 3, 40].map { width in
    SearchBand(
      sourceCount: 30, targetCount: 35, path: [(0, 0), (4, 9), (12, 9), (13, 20), (30, 35)],
      width: [width, width + 1, width, 2 * width, width])
  }

  @Test func rowsRiseAndReachIntoEachOther() {
    for band in Self.bands {
      #expect(band.low[0] == 0 && band.high[30] == 36)
      for i in 1...30 {
        #expect(band.low[i] >= band.low[i - 1] && band.high[i] >= band.high[i - 1])
        #expect(band.low[i] < band.high[i - 1])
      }
      #expect(band.widest == band.low.indices.map { Int(band.high[$0] - band.low[$0]) }.max())
    }
  }

  /// A bead is looked at where it begins inside the band, and where each of its sentences is beside all of the other side.
  @Test func beadsEndWhereAllOfThemLiesInside() {
    for band in Self.bands {
      for type in BeadType.twoSided {
        for i in 0...30 {
          let expected = (0...35).filter { j in
            guard let before = band.cell(i - type.source, j - type.target) else { return false }
            return before >= 0 && band.cell(i, j) != nil && band.cell(i, j - type.target + 1) != nil
              && band.cell(i - type.source + 1, j) != nil
          }
          #expect(Array(band.ends(of: type, at: i)) == expected, "\(type) at \(i)")
        }
      }
    }
  }
}
