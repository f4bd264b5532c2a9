import Corridor
import FoundationEssentials

/// Matches as people and programs read them.
struct MatchPage {
  let isColoured: Bool

  /// `line score source target`, tabs between; the bare similarity with one decimal.
  static func rows(_ answer: MatchAnswer) -> String {
    answer.matches.map { found in
      [
        String(answer.line), Decimals.fixed(found.match.score, digits: 1), found.match.source.onOneLine,
        found.match.target.onOneLine,
      ].joined(separator: "\t") + "\n"
    }.joined()
  }

  static func object(_ answer: MatchAnswer, _ found: FoundMatch) -> JSON {
    let match = found.match
    let record = match.unit.record
    let penalties = match.penalties.map { penalty in
      JSON.object(["penalty": .string(penalty.blemish.rawValue), "points": .decimal(penalty.points, digits: 1)])
    }
    return .object([
      "line": .integer(answer.line), "query": .string(answer.query), "score": .decimal(match.score, digits: 1),
      "shown": .integer(match.shownScore), "context": .bool(match.isContextMatch), "penalties": .array(penalties),
      "source": .string(match.source), "target": .string(match.target),
      "difference": .array(
        pieces(match, answer.query).map {
          .object(["kind": .string($0.kind.rawValue), "match": .string($0.first), "query": .string($0.second)])
        }),
      "repair": found.repair.map(object) ?? .null, "unit": .integer(Int(match.unit.id)),
      "origin": record.origin.map { .string($0.name) } ?? .null,
      "originLine": record.origin.map { .integer($0.line) } ?? .null,
      "date": (record.changed ?? record.created).map { .string(day($0)) } ?? .null,
      "who": (record.changer ?? record.creator).map(JSON.string) ?? .null, "tags": .strings(record.tags),
      "reviewed": .bool(record.isReviewed),
    ])
  }

  private static func object(_ repair: MendedTarget) -> JSON {
    .object([
      "target": .string(repair.text), "complete": .bool(repair.isComplete),
      "changes": .array(
        repair.changes.map {
          .object([
            "kind": .string($0.kind.rawValue), "from": .string($0.replaced), "to": .string($0.replacement),
            "source": .string($0.cause),
          ])
        }),
    ])
  }

  /// A block a text: each match with what differs, its target, the mended target, and where it came from.
  func text(_ answer: MatchAnswer) -> String {
    var page = bold(answer.query.onOneLine) + "\n"
    if answer.matches.isEmpty { page += "       no match\n" }
    for found in answer.matches {
      let match = found.match
      let score = String(match.shownScore)
      let padding = String(repeating: " ", count: max(0, 4 - score.count))
      page += "\(padding)\(score) %  \(difference(match, answer.query))\n"
      page += "        \(match.target.onOneLine)\n"
      if let repair = found.repair {
        let changes = repair.changes.map { "\($0.replaced) → \($0.replacement)" }.joined(separator: ", ")
        let rest = repair.isComplete ? "" : "; other differences remain"
        page += "      ✎ \(colour(repair.text.onOneLine, "36"))  \(dim("(\(changes)\(rest))"))\n"
      }
      page += "        \(dim(Self.source(match)))\n"
    }
    return page
  }

  /// "depeche.tmx:14 · 2020-11-10 · afp · unit 12; numbers −2".
  private static func source(_ match: Match) -> String {
    let record = match.unit.record
    var parts: [String] = []
    if let origin = record.origin { parts.append(origin.line > 0 ? "\(origin.name):\(origin.line)" : origin.name) }
    if let date = record.changed ?? record.created { parts.append(day(date)) }
    if let who = record.changer ?? record.creator { parts.append(who) }
    parts += record.tags
    parts.append("unit \(match.unit.id)")
    let penalties = match.penalties.map { "\($0.blemish.rawValue) −\(Decimals.text($0.points, digits: 1))" }
    return parts.joined(separator: " · ") + (penalties.isEmpty ? "" : "; " + penalties.joined(separator: ", "))
  }

  /// The match's source with what the query has instead: `[-…-]{+…+}` where there is no colour, as wdiff does.
  private func difference(_ match: Match, _ query: String) -> String {
    var out = ""
    let source = Array(match.source.utf8)
    var end = 0
    for piece in match.difference(to: query).pieces {
      // What stands between the pieces is the match's, but for words that only the query has.
      if !piece.first.isEmpty {
        out += String(decoding: source[end..<piece.first.lowerBound], as: UTF8.self)
        end = piece.first.upperBound
      }
      let old = String(decoding: source[piece.first], as: UTF8.self)
      let new = Self.text(query, piece.second)
      switch piece.kind {
      case .same: out += old
      case .removed: out += removed(old)
      case .added: out += (out.isEmpty || out.last?.isWhitespace == true ? "" : " ") + added(new)
      case .replaced: out += removed(old) + added(new)
      }
    }
    return (out + String(decoding: source[end...], as: UTF8.self)).onOneLine
  }

  private static func pieces(_ match: Match, _ query: String) -> [(
    kind: WordDifference.Kind, first: String, second: String
  )] {
    match.difference(to: query).pieces.map { ($0.kind, text(match.source, $0.first), text(query, $0.second)) }
  }

  private static func text(_ text: String, _ bytes: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[bytes], as: UTF8.self)
  }

  private static func day(_ date: Date) -> String { date.formatted(.iso8601.year().month().day()) }

  private func removed(_ text: String) -> String { isColoured ? colour(text, "31;9") : "[-\(text)-]" }
  private func added(_ text: String) -> String { isColoured ? colour(text, "32;1") : "{+\(text)+}" }
  private func bold(_ text: String) -> String { colour(text, "1") }
  private func dim(_ text: String) -> String { colour(text, "2") }
  private func colour(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
