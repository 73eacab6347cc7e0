import type { Probe, SourceFile } from './tree.ts'

const file = (path: string, text: string): SourceFile => ({ path, text })

export const documentProbes: readonly Probe[] = [
  {
    rule: 'documents point at what exists',
    planted: 'a link and a path that lead nowhere',
    files: [
      file('docs/operations.md', 'see [the plan](../PLAN.md)\nand `src/policy/nowhere.ts`\nand `features/gone/`'),
    ],
    caught: ['docs/operations.md:1', 'docs/operations.md:2', 'docs/operations.md:3'],
    innocent: [
      file(
        'docs/operations.md',
        '[top](../README.md#top) [web](https://example.org) `src/policy/a.ts` `features/*/web`',
      ),
      file('README.md', '[how](docs/operations.md) `docs/`'),
      file('src/policy/a.ts', ''),
    ],
  },
  {
    rule: 'names come from the glossary',
    planted: 'a word the glossary rules out, alone and inside a name',
    files: [
      file('docs/glossary.md', '| 服务机构 | agency | `agency` | `vendor`, seller |'),
      file('src/policy/a.ts', 'const vendor = 1\nexport function listVendor() {}'),
    ],
    caught: ['src/policy/a.ts:1', 'src/policy/a.ts:2'],
    innocent: [
      file('docs/glossary.md', '| 服务机构 | agency | `agency` | `vendor`, seller |'),
      file('src/policy/a.ts', "const seller = 'vendor' // the vendor\nconst vendored = agency"),
    ],
  },
  {
    rule: 'decisions are numbered, dated and complete',
    planted: 'a gap in the numbers, no date, a missing part',
    files: [file('docs/decisions/0002-a.md', '# A\n\n## Context\n\n## Options\n\n## Decision\n\n## Replaces\n')],
    caught: ['docs/decisions/0002-a.md:1', 'docs/decisions/0002-a.md:1', 'docs/decisions/0002-a.md:1'],
    innocent: [
      file(
        'docs/decisions/0001-a.md',
        '# A\n\nDate: 2026-11-23\n\n## Context\n\n## Options\n\n## Decision\n\n## Replaces\n\n## Consequences\n',
      ),
    ],
  },
]
