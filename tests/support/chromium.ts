import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sparticuz from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from 'playwright-core'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A real Chromium with its own safeguards on; of the package's flags only those that a bare machine needs. */
export function openChromium(): Promise<Browser> {
  return started((options) => chromium.launch(options))
}

/** A browser of its own whose storage stands in that folder, so that it can be closed and opened again. */
export function openProfile(
  folder: string,
  settings: Parameters<Browser['newContext']>[0] & object,
): Promise<BrowserContext> {
  return started((options) => chromium.launchPersistentContext(folder, { ...settings, ...options }))
}

async function started<Opened>(launch: (options: LaunchOptions) => Promise<Opened>): Promise<Opened> {
  const folder = await unpacked()
  const unwanted = [
    '--single-process',
    '--no-zygote',
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--in-process-gpu',
    '--ignore-gpu-blocklist',
    '--enable-unsafe-swiftshader',
    '--disable-web-security',
    '--allow-running-insecure-content',
  ]
  const quiet = [
    '--disable-gpu',
    '--no-sandbox',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    // A page of a test lives for seconds: compiling it for speed costs more than it gains.
    '--js-flags=--max-opt=1',
  ]
  const args = [...sparticuz.args.filter((flag) => !unwanted.includes(flag)), ...quiet]
  const options = { executablePath: join(folder, 'chromium'), args, headless: true }
  const env = { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  try {
    return await launch({ ...options, env: named(env) })
  } catch (error) {
    if (!String(error).includes('shared libraries')) throw error
    // A bare machine lacks some; the package brings them.
    return launch({ ...options, env: named({ ...env, LD_LIBRARY_PATH: join(folder, 'al2023/lib') }) })
  }
}

function named(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined))
}

/** Unpacked once into .cache/, whole or not at all, however many tests begin at the same time. */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'))
  const folder = join(root, `.cache/chromium-${version}`)
  if (existsSync(folder)) return folder
  const draft = `${folder}-${process.pid}`
  mkdirSync(draft, { recursive: true })
  // The package unpacks into the temporary folder, and its libraries only where it takes the machine for a bare one.
  await withEnvironment({ TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: '24.x' }, () => sparticuz.executablePath())
  writeFileSync(join(draft, 'fonts.conf'), fonts(folder))
  try {
    renameSync(draft, folder)
  } catch {
    // Another test was first.
    rmSync(draft, { recursive: true, force: true })
  }
  return folder
}

/** The machine's fonts, and the package's: without any the browser does not start. */
function fonts(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`
}

async function withEnvironment(changed: Readonly<Record<string, string>>, work: () => Promise<unknown>): Promise<void> {
  const before = Object.fromEntries(Object.keys(changed).map((name) => [name, process.env[name]]))
  Object.assign(process.env, changed)
  try {
    await work()
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}
