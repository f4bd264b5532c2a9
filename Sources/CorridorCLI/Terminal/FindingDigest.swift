import Corridor

/// Says on standard error what a reader found: everything that was left out or repaired, and of each other kind the first
/// with the number of the rest, since a memory repeats its oddities in every unit.
final class FindingDigest {
  private var further: [(id: String, count: Int)] = []

  func take(_ finding: Finding) {
    guard finding.effect == .kept else { return Messages.write(finding.description) }
    if let known = further.firstIndex(where: { $0.id == finding.check }) {
      further[known].count += 1
    } else {
      further.append((finding.check, 0))
      Messages.write(finding.description)
    }
  }

  func close() {
    let rest = further.filter { $0.count > 0 }.map { "\($0.count) more [\($0.id)]" }
    if !rest.isEmpty { Messages.write("\(rest.joined(separator: ", ")); corridor validate lists them") }
  }
}
