import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const cache = fileURLToPath(new URL('../../.cache', import.meta.url))

/** A real Chromium with its own safeguards on; of the package's flags only those that a bare machine needs. */
export async function openChromium(): Promise<Browser> {
  const unwanted = ['--single-process', '--no-zygote', '--disable-web-security', '--allow-running-insecure-content']
  const quiet = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update']
  const args = [...sparticuz.args.filter((flag) => !unwanted.includes(flag)), ...quiet]
  return chromium.launch({ executablePath: await browserProgram(), args, headless: true })
}

/** Unpacked once into .cache/, whole or not at all, however many tests begin at the same time. */
async function browserProgram(): Promise<string> {
  const folder = join(cache, 'chromium')
  if (!existsSync(join(folder, 'chromium'))) {
    const draft = join(cache, `chromium-${process.pid}`)
    mkdirSync(draft, { recursive: true })
    const before = process.env.TMPDIR
    process.env.TMPDIR = draft
    try {
      await sparticuz.executablePath()
    } finally {
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
    }
    try {
      renameSync(draft, folder)
    } catch {
      // Another test was first.
      rmSync(draft, { recursive: true, force: true })
    }
  }
  return join(folder, 'chromium')
}
