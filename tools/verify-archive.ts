import { open } from 'node:fs/promises'
import { verifySealed } from '../src/platform/files/sealed-zip.ts'
import { bytesOfFile } from '../src/platform/files/zip.ts'
import { archivePapers } from '../src/policy/oversight/archive.ts'

/** `npm run verify-archive -- FILE`: compares the archive of a pilot with its manifest; needs nothing but the file. */
const [file] = process.argv.slice(2)
if (!file) {
  process.stderr.write('Usage: npm run verify-archive -- archive.zip\n')
  process.exit(2)
}
const handle = await open(file)
const { checked, problems } = await verifySealed(await bytesOfFile(handle), archivePapers.manifest)
await handle.close()
for (const { path, what } of problems) process.stdout.write(`${what}: ${path}\n`)
process.stdout.write(`${checked} files compared, ${problems.length} problems\n`)
process.exitCode = problems.length === 0 ? 0 : 1
