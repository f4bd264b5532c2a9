// swift-tools-version: 6.2
import PackageDescription

// Measures reading; a package of its own, so that nothing that is measured depends on it.
let package = Package(
  name: "exchange-bench",
  dependencies: [.package(name: "Corridor", path: "../../..")],
  targets: [
    .executableTarget(
      name: "exchange-bench", dependencies: [.product(name: "Corridor", package: "Corridor")],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
