import Bitext
import Testing

@testable import Terminology

@Suite struct KeyOrderTests {
  private func glossary(_ words: [String]) -> CompiledGlossary {
    CompiledGlossary(Glossary(words.enumerated().map { Fixture.concept("c\($0): fr=\($1)") }))
  }

  private func keys(_ order: KeyOrder) -> [[UInt8]] {
    (0..<order.count).map { place in (0..<order[place].count).map { order[place][$0] } }
  }

  @Test("what begins alike is leapt over, from the heads and from the tails", arguments: [false, true])
  func leaps(backward: Bool) {
    // More than the keys between two samples, and words with eight bytes and more alike.
    let words =
      ["a", "ab", "abc", "abd", "b", "ba", "bab", "été", "étés", "za", "zb", "Шуша"]
      + (0..<150).map { "recommencement\($0)" } + (0..<150).map { "\($0)recommencement" }
    glossary(words).withKeyOrder(backward: backward) { order in
      let all = keys(order)
      #expect(all.count == words.count)
      #expect(all == all.sorted { $0.lexicographicallyPrecedes($1) })
      for (place, key) in all.enumerated() {
        for length in 1...key.count {
          let prefix = key[..<length]
          let expected = all[place...].firstIndex { !$0.starts(with: prefix) } ?? all.count
          #expect(order.firstPast(length, from: place) == expected)
        }
      }
    }
  }

  @Test("a key is found by its samples and by halving, from the heads and from the tails", arguments: [false, true])
  func bounds(backward: Bool) {
    let words = (0..<400).map { "mot\($0 * 7 % 400)ment\($0 % 3)" } + ["a", "ment", "mot", "zzzzzzzzz"]
    glossary(words).withKeyOrder(backward: backward) { order in
      let all = keys(order)
      for wanted in words + ["", "mot11", "0", "zzzzzzzzzz", "\u{10FFFF}", "\0"] {
        let bytes = Array(wanted.utf8)
        let read = backward ? bytes.reversed() : bytes
        let expected = all.firstIndex { !$0.lexicographicallyPrecedes(read) } ?? all.count
        let found = bytes.withUnsafeBytes { order.lowerBound(KeyOrder.Key(bytes: $0, backward: backward)) }
        #expect(found == expected, "\(wanted)")
      }
    }
  }

  @Test("keys that begin with the same four bytes are a run", arguments: [false, true])
  func runs(backward: Bool) {
    let words = (0..<300).map { "mot\($0)ment\($0 % 3)" } + ["a", "ab", "ment", "été", "éta", "Шуша", "𐌰𐌰", "ab"]
    glossary(words).withKeyOrder(backward: backward) { order in
      let all = keys(order)
      var next = 0
      for run in 0..<order.runCount {
        let head = Array(withUnsafeBytes(of: order.runHead(run).bigEndian, Array.init).prefix { $0 != 0 })
        #expect(order.run(run).lowerBound == next && !order.run(run).isEmpty)
        #expect(all[order.run(run)].allSatisfy { Array($0.prefix(4)) == head })
        next = order.run(run).upperBound
        for length in 1...head.count {
          let past = order.firstRunPast(length, from: run)
          let expected = all[next...].firstIndex { !$0.starts(with: head[..<length]) } ?? all.count
          #expect(past == order.runCount ? expected == all.count : order.run(past).lowerBound == expected)
        }
      }
      #expect(next == all.count)
      #expect(order.run(order.runCount + 3).isEmpty && order.run(-1).isEmpty)
    }
  }

  @Test func bothOrdersHoldTheSameKeys() {
    let words = ["Latchine", "Erevan", "Գյումրի", "Шуша", "latchine"]
    let glossary = glossary(words)
    let heads = glossary.withKeyOrder(backward: false) { keys($0) }
    let tails = glossary.withKeyOrder(backward: true) { keys($0).map { Array($0.reversed()) } }
    #expect(heads.count == words.count)
    #expect(heads == tails.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func aPlacePastTheEndIsEmpty() {
    glossary(["a"]).withKeyOrder(backward: true) { order in
      #expect(order[order.count + 5].count == 0 && order[-1].count == 0)
    }
  }
}
