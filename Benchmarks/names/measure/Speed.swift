import Bitext
import Foundation
import Names

/// Measures how fast names are matched, predicted and clustered, on made-up names.
struct Speed {
  private let model: NameModel

  init(_ model: NameModel) { self.model = model }

  func report() {
    let french = Self.names(50_000)
    let predictor = NamePredictor(model)
    var english: [String] = []
    let predicting = seconds {
      english = french.map { predictor.predict($0, from: "fr", to: "en").candidates.first?.text ?? $0 }
    }
    print("predict: \(Int(Double(french.count) / predicting)) names a second")
    let matcher = NameMatcher(model)
    var same = 0
    let matching = seconds {
      for (a, b) in zip(french, english) where matcher.match(a, b).verdict == .same { same += 1 }
    }
    print("match: \(Int(Double(french.count) / matching)) pairs a second (\(same) of \(french.count) the same)")
    for count in [25_000, 50_000, 100_000] {
      let vocabulary = Set(french.prefix(count / 2) + english.prefix(count / 2)).sorted()
      var clusters = 0
      let time = seconds { clusters = NameClusters(matcher).clusters(of: vocabulary.map { ($0, 0) }).count }
      print(
        "cluster: \(vocabulary.count) spellings into \(clusters) names in \(String(format: "%.2f", time)) CPU seconds")
    }
  }

  /// CPU seconds of this process.
  private func seconds(_ body: () -> Void) -> Double {
    let start = clock()
    body()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }

  /// Full names from first names and surnames made of syllables, all different, in French spelling.
  private static func names(_ count: Int) -> [String] {
    let given = [
      "Armen", "Sergueï", "Djamil", "Guiorgui", "Chouchan", "Ioulia", "Khatchik", "Mikhaïl", "Tchinguiz", "Nino",
    ]
    let heads = [
      "Ba", "Da", "Gou", "Ka", "La", "Mou", "Na", "Pa", "Ro", "Sa", "Tcha", "Va", "Za", "Ar", "Khi", "Cho", "Djo",
    ]
    let middles = [
      "ba", "dou", "ga", "ka", "lo", "ma", "ni", "rou", "sa", "ta", "va", "za", "tchi", "kha", "cha", "dja",
    ]
    let ends = ["nian", "rian", "ssian", "nov", "rov", "mov", "chvili", "nadzé", "linski", "renko", "laïev", "kine"]
    var names: [String] = []
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var seen: Set<String> = []
    while names.count < count {
      let surname =
        heads[next(heads.count)] + middles[next(middles.count)] + middles[next(middles.count)] + ends[next(ends.count)]
      let name = "\(given[next(given.count)]) \(surname)"
      if seen.insert(name).inserted { names.append(name) }
    }
    return names
  }
}
