// Makes a checkout runnable: packages, the pinned Node, the built screens. Runs on Node >= 20 without any package.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const pinnedNode = join(root, 'node_modules/node/bin/node')
const at = (...parts) => join(root, ...parts)
const cache = at('.cache')
/** Where vite.config.ts and the server look for the built screens. */
const screens = at('dist/web')

/** A reason to stop that needs no stack: one sentence in each language, then what the failed program said. */
export class CannotPrepare extends Error {
  constructor(zh, en, details = '') {
    super([zh, en, details].filter(Boolean).join('\n'))
  }
}

/** Runs `work`; a reason to stop is shown as it is, and ends with code 1. */
export async function main(work) {
  try {
    process.exitCode = await work()
  } catch (error) {
    console.error(error instanceof CannotPrepare ? error.message : error)
    process.exitCode = 1
  }
}

/** Installs the packages of package-lock.json if they are missing or others, and the pinned Node among them. */
export async function ensureInstalled() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new CannotPrepare(
      `需要 Node.js 20 或更高版本，当前为 ${process.version}。`,
      `Node.js 20 or later is needed; this is ${process.version}.`,
    )
  }
  const stamp = at('node_modules/.installed')
  const wanted = hash(readFileSync(at('package-lock.json')))
  if (readIfThere(stamp) !== wanted) {
    if (!isInstalled()) await install()
    writeFileSync(stamp, wanted)
  }
  if (!existsSync(pinnedNode)) await installPinnedNode()
  // npm made no link to a program that was not there yet; with it, npm runs our scripts by the pinned Node.
  const link = at('node_modules/.bin/node')
  if (!existsSync(link)) symlinkSync('../node/bin/node', link)
}

/** npm's own list of what it installed, against the lock: an optional package may be missing, any other must be the same. */
function isInstalled() {
  const present = readIfThere(at('node_modules/.package-lock.json'))
  if (!present) return false
  const have = JSON.parse(present).packages
  const want = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages
  return Object.entries(want).every(([path, { version, optional, devOptional, peer }]) => {
    if (path === '') return true
    if (!have[path]) return Boolean(optional || devOptional || peer)
    return have[path].version === version && existsSync(at(path))
  })
}

async function install() {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional']
  const result = await withProgress('正在安装依赖 Installing packages', () => npm(args, root))
  if (result.code !== 0) {
    throw new CannotPrepare(
      '依赖安装失败（npm ci），请检查网络后重试。',
      'The packages could not be installed (npm ci); check the network and try again.',
      firstLines(result.said),
    )
  }
}

/** Where npm skips install scripts, the package `node` has not fetched its program yet. */
async function installPinnedNode() {
  const folder = at('node_modules/node')
  const result = await withProgress('正在安装 Node 运行时 Installing the Node runtime', () =>
    run(systemNode(), ['installArchSpecificPackage'], folder),
  )
  if (result.code === 0 && existsSync(pinnedNode)) return
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  throw new CannotPrepare(
    `固定版本的 Node ${version} 安装失败，请检查网络后重试。`,
    `The pinned Node ${version} could not be installed; check the network and try again.`,
    firstLines(result.said),
  )
}

/** Builds the screens into dist/web/ when a file they are made from has changed since. */
export async function ensureScreens() {
  if (!existsSync(at('index.html'))) return
  const stampFile = join(cache, 'screens.json')
  const stamp = JSON.parse(readIfThere(stampFile) ?? '{}')
  const files = screenSources()
  const listed = hash(files.map((file) => `${file.path} ${file.size} ${file.mtimeMs}`).join('\n'))
  const built = existsSync(join(screens, 'index.html'))
  if (built && stamp.listed === listed) return
  const content = hash(files.map((file) => `${file.path} ${hash(readFileSync(at(file.path)))}`).join('\n'))
  if (!built || stamp.content !== content) await buildScreens()
  mkdirSync(cache, { recursive: true })
  writeFileSync(stampFile, JSON.stringify({ listed, content }))
}

/** Built elsewhere and then put in its place: an interrupted build leaves nothing half-made. */
export async function buildScreens() {
  const draft = join(cache, `screens-${process.pid}`)
  const args = [at('node_modules/vite/bin/vite.js'), 'build', '--outDir', draft, '--emptyOutDir', '--logLevel', 'error']
  const environment = { ...process.env, NODE_ENV: 'production' }
  try {
    const result = await withProgress('正在生成界面 Building the screens', () =>
      run(pinnedNode, args, root, environment),
    )
    if (result.code !== 0 || !existsSync(join(draft, 'index.html'))) {
      throw new CannotPrepare('界面生成失败。', 'The screens could not be built.', result.said.trim())
    }
    const old = `${draft}-old`
    mkdirSync(dirname(screens), { recursive: true })
    if (existsSync(screens)) renameSync(screens, old)
    renameSync(draft, screens)
    rmSync(old, { recursive: true, force: true })
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** What the screens are made from; by the import table nothing else of src/ can reach them. */
function screenSources() {
  const single = [
    'index.html',
    'sign-in.html',
    'vite.config.ts',
    'package-lock.json',
    'tsconfig.web.json',
    'tsconfig.base.json',
  ]
  const trees = ['src', 'public'].flatMap((folder) => filesBelow(folder))
  return [...single, ...trees.filter(reachesScreens)]
    .filter((path) => existsSync(at(path)))
    .sort()
    .map((path) => {
      const { size, mtimeMs } = statSync(at(path))
      return { path, size, mtimeMs }
    })
}

function reachesScreens(path) {
  if (
    /\.test\.tsx?$/.test(path) ||
    path.startsWith('src/platform/') ||
    /^src\/(?:app|opening|server|settings|start)\.ts$/.test(path)
  )
    return false
  return !path.startsWith('src/features/') || /\/web\/|[/-](?:contract|words)\.ts$/.test(path)
}

function filesBelow(folder) {
  if (!existsSync(at(folder))) return []
  return readdirSync(at(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(root, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
}

/** Runs a program with our terminal, hands signals on, and answers its exit code. */
export function runThrough(command, args, environment = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: environment, stdio: 'inherit' })
    const names = ['SIGINT', 'SIGTERM', 'SIGHUP']
    // A terminal that closes is a reason to stop in order.
    const forward = names.map((name) => [name, () => child.kill(name === 'SIGHUP' ? 'SIGTERM' : name)])
    for (const [name, handler] of forward) process.on(name, handler)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      for (const [name, handler] of forward) process.off(name, handler)
      resolve(code ?? 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0))
    })
  })
}

function npm(args, cwd) {
  const script = process.env.npm_execpath
  return script?.endsWith('.js') ? run(systemNode(), [script, ...args], cwd) : run('npm', args, cwd)
}

/** The machine's own Node: `npm ci` removes node_modules, and the pinned one with it, while it works. */
function systemNode() {
  const folders = pathWithoutPackages().split(delimiter)
  return folders.map((folder) => join(folder, 'node')).find((path) => existsSync(path)) ?? process.execPath
}

function pathWithoutPackages() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.filter((folder) => !folder.includes(`${sep}node_modules${sep}`)).join(delimiter)
}

/** Runs a program quietly and keeps what it said. */
export function run(command, args, cwd = root, environment = { ...process.env, PATH: pathWithoutPackages() }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
    child.once('error', (error) => resolve({ code: 1, said: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

/** One line that says what is going on, and at the end how long it took. */
export async function withProgress(title, work) {
  const started = Date.now()
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`
  const live = process.stdout.isTTY
  const timer = live ? setInterval(() => process.stdout.write(`\r${title} … ${seconds()}`), 500) : null
  process.stdout.write(live ? `${title} …` : '')
  const result = await work()
  if (timer) clearInterval(timer)
  process.stdout.write(`${live ? '\r' : ''}${title} … ${seconds()}\n`)
  return result
}

export function firstLines(text, count = 8) {
  return text.trim().split('\n').slice(0, count).join('\n')
}

function hash(data) {
  return createHash('sha256').update(data).digest('hex')
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}
