internal import Bitext
internal import Romanization

/// Spellings grouped that romanize the same name, over any number of texts.
package struct NameClusters: Sendable {
  /// One spelling with its places.
  package struct Spelling<Place: Hashable & Sendable>: Hashable, Sendable {
    package let text: String
    package let places: [Place]
  }

  /// One name: its spellings, most frequent first.
  package struct Cluster<Place: Hashable & Sendable>: Hashable, Sendable {
    package let spellings: [Spelling<Place>]
    /// How often the name stands, in all spellings.
    package var count: Int { spellings.reduce(0) { $0 + $1.places.count } }
  }

  private let matcher: NameMatcher

  package init(_ matcher: NameMatcher) { self.matcher = matcher }

  /// Groups spellings with their places; most frequent names first.
  ///
  /// Time is near-linear: only spellings all of whose words share a phonetic key (`NameKey`), or an initial, are compared,
  /// each with the first spelling of every group there.
  package func clusters<Place: Hashable & Sendable>(
    of spellings: [(text: String, place: Place)]
  ) -> [Cluster<Place>] {
    var places: [String: [Place]] = [:]
    for spelling in spellings { places[spelling.text, default: []].append(spelling.place) }
    let names = places.keys.sorted { (places[$1]?.count ?? 0, $0) < (places[$0]?.count ?? 0, $1) }
    return groups(of: names).map { members in
      Cluster(spellings: members.map { Spelling(text: names[$0], places: places[names[$0]] ?? []) })
    }.sorted { ($1.count, $0.spellings[0].text) < ($0.count, $1.spellings[0].text) }
  }

  /// Numbers of the names in each group, in order of first member.
  func groups(of names: [String]) -> [[Int]] {
    var groups: [[Int]] = []
    var representatives: [NameMatcher.Prepared] = []
    var blocks = NameBlocks()
    for (number, name) in names.enumerated() {
      let prepared = matcher.prepare(name)
      let keys = NameBlocks.keys(of: prepared)
      if let group = blocks.first(keys, where: { matcher.isSame(representatives[$0], prepared) }) {
        groups[group].append(number)
      } else {
        blocks.add(groups.count, keys)
        groups.append([number])
        representatives.append(prepared)
      }
    }
    return groups
  }
}
