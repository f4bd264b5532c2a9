internal import Files

/// What an output format could not hold, by name and count, in the order in which it was first met.
package struct Losses: Hashable, Sendable {
  package private(set) var counts: [(name: String, count: Int)] = []
  private var places: [String: Int] = [:]

  package init() {}

  package var isEmpty: Bool { counts.isEmpty }

  mutating func add(_ name: String, _ count: Int = 1) {
    guard count > 0 else { return }
    if let place = places[name] {
      counts[place].count += count
    } else {
      places[name] = counts.count
      counts.append((name, count))
    }
  }

  package static func == (left: Losses, right: Losses) -> Bool {
    left.counts.elementsEqual(right.counts) { $0 == $1 }
  }

  package func hash(into hasher: inout Hasher) {
    for item in counts {
      hasher.combine(item.name)
      hasher.combine(item.count)
    }
  }
}

extension String {
  /// The text on one line of a tab-separated file: tabs and line ends as spaces.
  func onOneLine(_ losses: inout Losses) -> String {
    guard utf8.contains(where: { $0 == .tab || $0 == .lineFeed || $0 == .carriageReturn }) else { return self }
    losses.add("tab or line break")
    var line = ""
    line.unicodeScalars.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      line.unicodeScalars.append(["\t", "\n", "\r"].contains(scalar) ? " " : scalar)
    }
    return line
  }
}
