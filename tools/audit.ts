import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { type Checked, checkTrail, type Fault } from '../src/platform/audit/check-trail.ts'
import { eventsWaiting, seals, trailOf } from '../src/platform/audit/read-trail.ts'
import { linesOfTrail, NoTrail, trailOfLines } from '../src/platform/audit/trail-file.ts'
import { type WrongFile, wrongFiles } from '../src/platform/audit/uploaded-files.ts'
import { openStore } from '../src/platform/files/open-store.ts'
import { type SealProblem, sealedLimits, verifySealed } from '../src/platform/files/sealed-zip.ts'
import { bytesOfFile, openZip } from '../src/platform/files/zip.ts'
import { startPostgres } from '../src/platform/postgres/start.ts'
import { packagePapers } from '../src/policy/oversight/audit-package.ts'
import { readSettings } from '../src/settings.ts'

const usage = `用法 Usage:
  npm run audit -- verify [--head N=HASH]...        核对数据库的操作记录和原始文件 check the trail of the database, and its files
  npm run audit -- verify FILE [--head N=HASH]...   离线核对导出的操作记录 check an exported trail; needs nothing but the file
  npm run audit -- verify FILE.zip [--head N=HASH]...   离线核对审计资料包 check an auditor's package
  npm run audit -- heads                            列出各批封存值，供打印签字、另处留存 print the heads, to be signed and kept elsewhere
  npm run audit -- export FILE                      导出全部操作记录 write the whole trail to a file`

type Told = { readonly text: string; readonly right: boolean }

/** What was found, and whether all is right; database and files are those that the settings name. */
export async function audit(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Told> {
  const kept = headsIn(args)
  const [what = '', file, ...more] = args.filter((one, at) => one !== '--head' && args[at - 1] !== '--head')
  if (kept === null || more.length > 0 || (kept.size > 0 && what !== 'verify')) return { text: usage, right: false }
  if (what === 'verify' && file !== undefined) return verifyFile(file, kept)
  if (what === 'verify') return inMoment(env, (owner) => verifyDatabase(owner, env, kept))
  if (what === 'heads' && file === undefined) return inMoment(env, heads)
  if (what === 'export' && file !== undefined) return inMoment(env, (owner) => exportTo(owner, file))
  return { text: usage, right: false }
}

/** `--head 12=ab34…`, by number; null where one cannot be read. */
function headsIn(args: readonly string[]): Map<number, string> | null {
  const told = args.flatMap((one, at) => (one === '--head' ? [args[at + 1] ?? ''] : []))
  const read = told.map((one) => /^(\d{1,9})=([0-9a-f]{64})$/i.exec(one))
  if (read.includes(null)) return null
  return new Map(read.map((one) => [Number(one?.[1]), (one?.[2] ?? '').toLowerCase()]))
}

/** As the owner, at one moment of the database. */
async function inMoment(env: NodeJS.ProcessEnv, work: (owner: pg.Client) => Promise<Told>): Promise<Told> {
  const { dataDir, databaseUrl } = readSettings(env)
  const postgres = await startPostgres({ dataDir, databaseUrl })
  const owner = new pg.Client(postgres.connection)
  try {
    await owner.connect()
    await owner.query('begin isolation level repeatable read read only')
    return await work(owner)
  } finally {
    await owner.end()
    await postgres.stop()
  }
}

async function verifyDatabase(owner: pg.Client, env: NodeJS.ProcessEnv, kept: Map<number, string>): Promise<Told> {
  const { dataDir, s3 } = readSettings(env)
  const checked = await checkTrail(trailOf(owner), kept)
  const wrong: WrongFile[] = []
  for await (const one of wrongFiles(owner, await openStore(s3, join(dataDir, 'files')))) wrong.push(one)
  return told(checked, wrong.map(fileLine))
}

async function verifyFile(file: string, kept: Map<number, string>): Promise<Told> {
  try {
    if (/\.zip$/i.test(file)) return await verifyPackage(file, kept)
    return told(await checkTrail(trailOfLines(linesOf(createReadStream(file))), kept), [])
  } catch (error) {
    if (error instanceof NoTrail) return { text: error.message, right: false }
    throw error
  }
}

/** The parts against their manifest, and the events that are among them. */
async function verifyPackage(file: string, kept: Map<number, string>): Promise<Told> {
  const handle = await open(file)
  try {
    const source = await bytesOfFile(handle)
    const { problems } = await verifySealed(source, packagePapers.manifest)
    const wrong = problems.map(({ path, what }) => `${sealWords[what]}: ${path}`)
    if (problems.some(({ what }) => what === 'broken')) return { text: wrong.join('\n'), right: false }
    const zip = await openZip(source, sealedLimits)
    const events = zip.find(packagePapers.events)
    if (!events) return { text: wrong.join('\n'), right: false }
    return told(await checkTrail(trailOfLines(linesOf(Readable.from(zip.open(events)))), kept), wrong)
  } finally {
    await handle.close()
  }
}

function linesOf(input: Readable): AsyncIterable<string> {
  return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
}

function told({ faults, part, seals: sealed, events, left, waiting, head }: Checked, files: readonly string[]): Told {
  const right = faults.length === 0 && files.length === 0
  const lines = [...faults.map(faultLine), ...files]
  lines.push(
    `已封存 ${sealed} 批 ${events} 条，待封存 ${waiting} 条 · ${events} events in ${sealed} seals, ${waiting} wait for theirs`,
  )
  if (part) {
    const { from, to, scope, after } = part
    lines.push(
      `部分记录 a part of the trail: ${scope} · ${from} – ${to} · 其中 ${left} 条只列哈希值 ${left} of them by their hashes alone`,
      `第 ${after.no} 批的封存值按所列采用 the head of seal ${after.no} is taken as told · SM3 ${after.sm3}`,
    )
  }
  if (head) lines.push(`末批 last seal ${headLine(head)}`)
  const whole = part
    ? '所附记录与封存时一致 · every event that is told is what was sealed'
    : '操作记录完整，未被改动 · the trail is whole and unchanged'
  lines.push(right ? whole : '操作记录或文件已被改动 · the trail or a file was changed')
  return { text: lines.join('\n'), right }
}

const sealWords: Readonly<Record<SealProblem['what'], string>> = {
  broken: '无法读取 cannot be read',
  'no manifest': '缺少目录 no manifest',
  'seal differs': '目录与其校验值不符 the manifest is not the one that was sealed',
  missing: '缺失 missing',
  'not in the manifest': '目录未列 not in the manifest',
  'size differs': '字节数不符 another size',
  'hash differs': '校验值不符 another hash',
}

const faultWords: Readonly<Record<Fault['what'], string>> = {
  altered: '被修改 altered',
  missing: '缺失 missing',
  inserted: '事后插入 inserted',
  're-ordered': '顺序被改 re-ordered',
  'no head': '封存值不符 the head is not that of its events',
  'other head': '与留存的封存值不同 not the head that was kept',
}

function faultLine({ what, seal, place, eventId }: Fault): string {
  const where = [
    seal === null ? '未封存 in no seal' : `第 ${seal} 批 seal ${seal}`,
    ...(place === null ? [] : [`第 ${place} 条 event ${place}`]),
    ...(eventId === null ? [] : [eventId]),
  ]
  return `${faultWords[what]}: ${where.join(' · ')}`
}

const fileWords: Readonly<Record<WrongFile['what'], string>> = {
  'other row': '文件记录被改 another content than was uploaded',
  changed: '文件被替换 the file was changed',
  missing: '文件缺失 the file is missing',
}

function fileLine({ fileId, name, hash, what }: WrongFile): string {
  return `${fileWords[what]}: ${name} · ${fileId} · SHA-256 ${hash}`
}

function headLine({ no, sealedAt, events, sha256, sm3 }: NonNullable<Checked['head']>): string {
  return `${no} · ${sealedAt} · ${events} · SM3 ${sm3} · SHA-256 ${sha256}`
}

async function heads(owner: pg.Client): Promise<Told> {
  const lines: string[] = []
  for await (const seal of seals(owner)) lines.push(headLine(seal))
  return { text: lines.length === 0 ? '尚无封存 · nothing is sealed yet' : lines.join('\n'), right: true }
}

async function exportTo(owner: pg.Client, file: string): Promise<Told> {
  const lines = linesOfTrail(trailOf(owner), await eventsWaiting(owner))
  // Never over a file that is there: it may be the one that was kept.
  await pipeline(Readable.from(lines), createWriteStream(file, { flags: 'wx', mode: 0o600 }))
  return { text: `已导出 · written: ${file}`, right: true }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { text, right } = await audit(process.argv.slice(2), process.env)
    process.stdout.write(`${text}\n`)
    process.exitCode = right ? 0 : 1
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  }
}
