/** The areas of src/features/ from the bottom up: an area may import itself and those before it. */
export const areas = ['programme', 'money', 'delivery', 'filings', 'oversight'] as const

/** A pattern for a path inside any feature: `src/features/<area>/<feature>/` and what follows. */
export function inFeature(rest: string): RegExp {
  return new RegExp(`^src/features/[^/]+/[^/]+/${rest}`)
}

export const contractFile = inFeature('(?:[a-z0-9-]+-)?contract\\.ts$')
export const wordsFile = inFeature('(?:[a-z0-9-]+-)?words\\.ts$')
/** What a feature offers the servers' side of others, and what its screens offer other screens. */
export const serverDoor = inFeature('public\\.ts$')
export const screenDoor = inFeature('web/public\\.tsx?$')

/** `src/features/<area>/<feature>/` of a path, or null outside a feature. */
export function featureOf(path: string): string | null {
  return inFeature('').exec(path)?.[0] ?? null
}

/** The area of a path, or null outside src/features/. */
export function areaOf(path: string): string | null {
  return /^src\/features\/([^/]+)\//.exec(path)?.[1] ?? null
}

/** The folder a file belongs to; a feature counts with its web/, a chapter of the policy with its sub-folders. */
export function folderOf(path: string): string {
  const whole = /^src\/(?:features\/[^/]+\/[^/]+|policy\/[^/]+)(?=\/)/.exec(path)?.[0]
  return whole ?? path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
