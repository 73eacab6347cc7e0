// A vitest reporter: says how far the great sweeps are, which otherwise keep silent for minutes.

const project = 'sweeps'

// biome-ignore lint/style/noDefaultExport: vitest loads a reporter by its default export
export default class SweepProgress {
  total = 0
  done = 0
  told = 0

  onTestModuleCollected(module) {
    if (module.project.name === project) this.total += [...module.children.allTests()].length
  }

  onTestCaseResult(test) {
    if (test.project.name !== project) return
    this.done++
    const step = Math.max(1, Math.floor(this.total / 12))
    if (this.done < this.told + step && this.done < this.total) return
    this.told = this.done
    console.log(`sweep: ${this.done}/${this.total} routes`)
  }
}
