// swift-tools-version: 6.2
import PackageDescription

// Throws damaged input at the readers; a package of its own, since it is built with the fuzzer's instrumentation.
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "Corridor", path: "../..")],
  targets: [
    .executableTarget(
      name: "exchange-fuzz", dependencies: [.product(name: "Corridor", package: "Corridor")],
      swiftSettings: [.swiftLanguageMode(.v6), .unsafeFlags(["-parse-as-library"])])
  ]
)
