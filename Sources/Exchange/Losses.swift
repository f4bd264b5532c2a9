/// What an output format could not hold, by name and count, in the order in which it was first met.
public struct Losses: Hashable, Sendable {
  public private(set) var counts: [(name: String, count: Int)] = []
  private var places: [String: Int] = [:]

  public init() {}

  public var isEmpty: Bool { counts.isEmpty }

  mutating func add(_ name: String, _ count: Int = 1) {
    guard count > 0 else { return }
    if let place = places[name] {
      counts[place].count += count
    } else {
      places[name] = counts.count
      counts.append((name, count))
    }
  }

  public static func == (left: Losses, right: Losses) -> Bool {
    left.counts.elementsEqual(right.counts) { $0 == $1 }
  }

  public func hash(into hasher: inout Hasher) {
    for item in counts {
      hasher.combine(item.name)
      hasher.combine(item.count)
    }
  }
}
