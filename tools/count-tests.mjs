// A vitest reporter: writes how many tests passed and failed to the file named by TEST_COUNT.
import { writeFileSync } from 'node:fs'

// biome-ignore lint/style/noDefaultExport: vitest loads a reporter by its default export
export default class CountTests {
  onTestRunEnd(modules, unhandledErrors) {
    let passed = 0
    let failed = unhandledErrors.length
    for (const module of modules) {
      const results = [...module.children.allTests()].map((test) => test.result().state)
      passed += results.filter((state) => state === 'passed').length
      const failures = results.filter((state) => state === 'failed').length
      // A file that could not be loaded, or a hook that failed, counts as one failure.
      failed += failures === 0 && module.state() === 'failed' ? 1 : failures
    }
    if (process.env.TEST_COUNT) writeFileSync(process.env.TEST_COUNT, JSON.stringify({ passed, failed }))
  }
}
