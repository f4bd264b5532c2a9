import Romanization
import Testing

@testable import Names

@Suite struct NameTransducerTests {
  @Test func resultsShareOneAndTheLikeliestLeads() throws {
    let model = try ShippedModel.get()
    let direction = NameDirection(from: .native, to: .press("en"))
    let transducer = try #require(model.transducer(direction, "ru"))
    let results = transducer.results(for: Array("шойгу".unicodeScalars), weights: model.weights)
    #expect(results.first.map { String(String.UnicodeScalarView($0.text)) } == "shoigu")
    #expect(results.reduce(0) { $0 + $1.probability } <= 1.000_001)
    #expect(results.map(\.probability) == results.map(\.probability).sorted(by: >))
    #expect(transducer.results(for: [], weights: model.weights).map(\.probability) == [1])
  }

  @Test func featuresAreNamedInTheirOrder() throws {
    let model = try ShippedModel.get()
    let transducer = try #require(model.transducer(NameDirection(from: .press("fr"), to: .press("en")), "ru"))
    let word = Array("choï".unicodeScalars)
    let unit = try #require(transducer.units.units(in: word, at: 0).first { $0.source.count == 2 })
    let names = transducer.featureNames(of: unit, in: word, at: 0)
    #expect(
      transducer.features(of: unit, in: word, at: 0) == names.map { NameWeights.key("fr>en", $0) }, "\(names)")
  }
}
