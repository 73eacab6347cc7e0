import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

export const directusVersion = '12.4.0'
const nodeVersion = '22.23.3'

/** Installed once, in the user's cache: Directus, and the Node it is written for. */
const folder = join(
  process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
  'yuanqitong-bench',
  `directus-${directusVersion}`,
)
const ready = join(folder, 'ready')

/** Where a program of Directus is run: its folder, its Node, and an environment in which that Node comes first. */
export type Installed = { readonly folder: string; readonly node: string; readonly path: string }

const node = join(folder, 'node_modules', 'node', 'bin', 'node')
const path = `${join(folder, 'node_modules', 'node', 'bin')}:${process.env.PATH ?? ''}`

/** Installs it where it is not yet, from the registry that npm is set to; takes minutes and some 700 MB. @throws Error where it cannot be. */
export async function install(say: (line: string) => void): Promise<Installed> {
  if (!existsSync(ready)) {
    say(`installing Directus ${directusVersion} into ${folder}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
    const built = `node-${process.platform}-${process.arch}`
    const packages = [`directus@${directusVersion}`, `node@${nodeVersion}`, `${built}@${nodeVersion}`]
    await npm('install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages)
    await npm('rebuild', 'node', '--foreground-scripts')
    // Its sandbox is compiled against the headers that come with this Node.
    const headers = join(folder, 'node_modules', built)
    await npm('rebuild', 'isolated-vm', '--foreground-scripts', `--nodedir=${headers}`)
    writeFileSync(ready, '')
  }
  return { folder, node, path }
}

async function npm(...args: string[]): Promise<void> {
  const env = { ...process.env, PATH: path, NODE_ENV: 'development' }
  const child = spawn('npm', args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] })
  const said: string[] = []
  child.stderr.on('data', (part: Buffer) => said.push(part.toString()))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`npm ${args[0]} ended with ${code}: ${said.join('').trim().slice(-300)}`)
}
