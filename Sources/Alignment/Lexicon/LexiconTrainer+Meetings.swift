extension LexiconTrainer {
  /// For each pair, the entries of the table whose two words stand in it: what every round goes through. Rows are short and
  /// pairs have few words, so that a byte tells an entry in its row, and an explained word in its pair.
  struct Meetings {
    /// For each place in `explaining`, how many entries of its row meet.
    var counts: [UInt8] = []
    /// Where in its row each entry lies, place by place, and which of the pair's words it explains.
    var offsets: [UInt8] = []
    var words: [UInt8] = []
    /// Where the entries of each pair start.
    var starts: [Int] = [0]
    /// For each place in `explained`, which of the pair's different words stands there.
    var places: [UInt8] = []
  }

  func meetings(_ table: LexicalTable, columns: Int) -> Meetings {
    var result = Meetings()
    result.counts.reserveCapacity(explaining.count)
    result.places.reserveCapacity(explained.count)
    result.starts.reserveCapacity(pairWeights.count + 1)
    // Which of the pair's words each word is.
    var numbers = [UInt8](repeating: Self.none, count: columns)
    var number = numbers.mutableSpan
    let words = table.words.span
    let explained = self.explained.span
    for pair in pairWeights.indices {
      let other = Int(explainedStarts[pair])..<Int(explainedStarts[pair + 1])
      var count: UInt8 = 0
      for place in other {
        let word = Int(explained[unchecked: place])
        if number[unchecked: word] == Self.none {
          number[unchecked: word] = count
          count += 1
        }
        result.places.append(number[unchecked: word])
      }
      for place in Int(explainingStarts[pair])..<Int(explainingStarts[pair + 1]) {
        let row = table.range(Int(explaining[place])).prefix(Self.longestRow)
        let before = result.offsets.count
        for entry in row {
          let word = number[unchecked: Int(words[unchecked: entry])]
          if word == Self.none { continue }
          result.offsets.append(UInt8(truncatingIfNeeded: entry &- row.lowerBound))
          result.words.append(word)
        }
        result.counts.append(UInt8(result.offsets.count - before))
      }
      for place in other { number[unchecked: Int(explained[unchecked: place])] = Self.none }
      result.starts.append(result.offsets.count)
    }
    return result
  }

  /// No word of a pair.
  private static let none = UInt8.max
  /// Entries of a row that are looked at: as many as one byte tells apart.
  private static let longestRow = 255
}
