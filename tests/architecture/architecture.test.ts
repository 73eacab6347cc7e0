import { describe, expect, test } from 'vitest'
import { probes } from './probes.ts'
import { rules } from './rules.ts'
import { readTree, type SourceFile } from './tree.ts'

const tree = await readTree()

describe('the repository keeps its rules', () => {
  test.each(rules)('$name', ({ name, why, check }) => {
    const told = check(tree).map(({ path, line, says }) => `  ${path}:${line} ${says}`)
    if (told.length > 0) expect.fail(`${name}. ${why}\n${told.join('\n')}`)
  })
})

describe('every rule can fail', () => {
  test.each(rules)('$name has a planted violation', ({ name }) => {
    expect(probes.filter((probe) => probe.rule === name)).not.toEqual([])
  })

  test.each(probes)('$rule — caught: $planted', ({ rule, files, caught }) => {
    expect(found(rule, files)).toEqual(caught)
  })

  test.each(probes.filter((probe) => probe.innocent))('$rule — not caught: a near miss of "$planted"', (probe) => {
    expect(found(probe.rule, probe.innocent ?? [])).toEqual([])
  })
})

/** Where a rule finds something, as `path:line`. */
function found(name: string, files: readonly SourceFile[]): string[] {
  const rule = rules.find((one) => one.name === name)
  if (!rule) throw new Error(`no rule is called ${name}`)
  return rule.check(files).map(({ path, line }) => `${path}:${line}`)
}
